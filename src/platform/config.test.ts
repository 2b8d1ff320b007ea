import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { OperatorMustAct } from './errors.ts'

describe('the settings in the environment', () => {
  it('need none to be set', () => {
    expect(readConfig({})).toEqual({
      port: 7373,
      host: undefined,
      dataFolder: resolve('data'),
      databaseUrl: undefined,
      publicUrl: undefined,
      trustProxy: [],
      smtp: null,
      logLevel: 'info',
    })
  })

  it('count an empty one as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  it('take the public address without its last slash', () => {
    expect(readConfig({ TIERWISE_URL: 'https://desk.example.org/' }).publicUrl).toBe('https://desk.example.org')
  })

  it('name the proxies whose word counts', () => {
    const trusted = (text: string) => readConfig({ TIERWISE_TRUST_PROXY: text }).trustProxy
    expect(trusted('loopback')).toEqual(['loopback'])
    expect(trusted('10.0.0.0/8, 2001:db8::1 192.0.2.7')).toEqual(['10.0.0.0/8', '2001:db8::1', '192.0.2.7'])
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', 'seven'],
    ['DATABASE_URL', 'mysql://here/desk'],
    ['TIERWISE_URL', 'desk.example.org'],
    ['TIERWISE_TRUST_PROXY', 'true'],
    ['TIERWISE_TRUST_PROXY', '0.0.0.0/0'],
    ['TIERWISE_TRUST_PROXY', '10.0.0.0/33'],
    ['TIERWISE_TRUST_PROXY', 'proxy.example.org'],
    ['LOG_LEVEL', 'loud'],
  ])('are refused by name when wrong: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(OperatorMustAct)
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
})
