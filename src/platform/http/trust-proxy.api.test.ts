import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../../../tests/support/test-platform.ts'
import { type AppOptions, createApp } from './app.ts'
import { createLog } from '../log.ts'

let platform: TestPlatform
let logged = ''
beforeAll(async () => {
  const write = (line: string) => {
    logged += line
  }
  platform = { ...(await testPlatform()), log: createLog('warn', { write }) }
})
afterAll(() => platform.close())

const nobody = {
  authenticate: () => Promise.resolve(null),
  stillSignedIn: () => Promise.resolve(new Set<string>()),
}

/** Whose address the server sees. */
async function seen(options: AppOptions, from: string, forwardedFor: string): Promise<string> {
  const app = await createApp(platform, nobody, options)
  app.get('/who', (httpRequest) => Promise.resolve(httpRequest.ip))
  const headers = { 'x-forwarded-for': forwardedFor }
  const { body } = await app.inject({ url: '/who', remoteAddress: from, headers })
  await app.close()
  return body
}

describe('the address of a caller', () => {
  test('is that of the connection when no proxy is named, whatever X-Forwarded-For says, and the log says so once', async () => {
    expect(await seen({}, '198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
    expect(await seen({}, '127.0.0.1', '203.0.113.9')).toBe('127.0.0.1')
    expect(logged.match(/TIERWISE_TRUST_PROXY/g)).toHaveLength(2)
  })

  test('is what a named proxy says', async () => {
    expect(await seen({ trustProxy: ['loopback'] }, '127.0.0.1', '203.0.113.9')).toBe('203.0.113.9')
    expect(await seen({ trustProxy: ['10.0.0.0/8'] }, '10.1.2.3', '203.0.113.9, 10.0.0.1')).toBe('203.0.113.9')
  })

  test('is not what somebody else says, also not through the proxy (forged hops before it)', async () => {
    expect(await seen({ trustProxy: ['loopback'] }, '198.51.100.7', '203.0.113.9')).toBe('198.51.100.7')
    expect(await seen({ trustProxy: ['loopback'] }, '127.0.0.1', '192.0.2.1, 203.0.113.9')).toBe('203.0.113.9')
  })
})
