import { describe, expect, it } from 'vitest'
import { createLog, type Logger } from './log.ts'

function logged(work: (log: Logger) => void): string {
  let text = ''
  work(
    createLog('trace', {
      write: (line) => {
        text += line
      },
    }),
  )
  return text
}

const canary = 'c4n4ry-v4lu3'

describe('the log', () => {
  it.each([
    'password',
    'newPassword',
    'PGPASSWORD',
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'accessToken',
    'refresh_token',
    'id_token',
    'clientSecret',
    'client_secret',
    'code_verifier',
    'apiKey',
    'privateKey',
    'totp',
    'session_id',
  ])('hides what stands under %s, however deep', (name) => {
    const line = logged((log) => log.info({ outer: [{ inner: { [name]: canary } }] }, 'something'))
    expect(line).not.toContain(canary)
    expect(line).toContain('[hidden]')
  })

  it.each([
    ['a header in words', `sent Authorization: Bearer ${canary}`],
    ['the password in an address', `cannot reach postgresql://owner:${canary}@db.example:5432/desk`],
    ['a token in an address', `GET /api/v1/live?token=${canary}&since=4`],
    ['the code of a sign-in', `GET /sign-in/return?state=${canary}&code=${canary}`],
  ])('hides %s, in the message and in what goes with it', (_what, text) => {
    const lines = logged((log) => {
      log.warn(text)
      log.warn({ detail: text }, 'with it')
      log.error({ err: new Error(text, { cause: new Error(text) }) }, 'failed')
    })
    expect(lines).not.toContain(canary)
    expect(lines.split('\n')).toHaveLength(4)
  })

  it('tells what is no secret: a ticket key, a token count, a code of a refusal', () => {
    const line = logged((log) => log.info({ key: 'INT-4', tokenCount: 3, code: 'stale', monkey: 'x' }, 'kept'))
    expect(line).toContain('"key":"INT-4","tokenCount":3,"code":"stale","monkey":"x"')
  })

  it('is one JSON object per line, with the whole chain of an error', () => {
    const line = logged((log) => log.error({ err: new Error('outer', { cause: new TypeError('inner') }) }, 'no'))
    const parsed = JSON.parse(line) as { err: { message: string; cause: { type: string; message: string } } }
    expect(parsed.err.message).toBe('outer')
    expect(parsed.err.cause).toMatchObject({ type: 'TypeError', message: 'inner' })
  })

  it('names a connection that hangs on an error, without its insides', () => {
    class Connection {
      readonly insides = canary
    }
    const error = Object.assign(new Error('lost'), { client: new Connection(), code: '57P01' })
    const line = logged((log) => log.warn({ err: error }, 'lost'))
    expect(line).toContain('"client":"[Connection]","code":"57P01"')
    expect(line).not.toContain(canary)
  })

  it('survives what refers to itself', () => {
    const loop: Record<string, unknown> = { name: 'loop' }
    loop['self'] = loop
    expect(logged((log) => log.info({ loop }, 'round'))).toContain('[too deep]')
  })
})
