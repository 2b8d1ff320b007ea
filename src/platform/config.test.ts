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

  it.each([
    ['PORT', '70000'],
    ['PORT', 'seven'],
    ['DATABASE_URL', 'mysql://here/desk'],
    ['TIERWISE_URL', 'desk.example.org'],
    ['LOG_LEVEL', 'loud'],
  ])('are refused by name when wrong: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(OperatorMustAct)
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
})
