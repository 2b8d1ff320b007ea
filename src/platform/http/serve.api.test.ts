import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type PlatformApp, platformApp, somebody } from '../../../tests/support/platform-app.ts'
import { Forbidden, NotFound, Refused, UpstreamFailed } from '../errors.ts'
import { serve } from './serve.ts'

const Thing = z.object({
  name: z.string().min(2).max(5),
  kind: z.enum(['one', 'two']),
  count: z.int().min(1).default(1),
  mail: z.email().optional(),
})
const contract = {
  'GET /api/v1/things/:id': {
    access: 'person',
    params: z.object({ id: z.uuid() }),
    answer: z.object({ id: z.string() }),
  },
  'POST /api/v1/things': {
    access: 'person',
    body: Thing,
    answer: Thing.extend({ seen: z.unknown() }),
    status: 201,
  },
  'DELETE /api/v1/things': { access: ['administrator', 'lead'] },
  'GET /api/v1/fail/:how': {
    access: 'anyone',
    params: z.object({ how: z.string() }),
    answer: z.object({ n: z.number() }),
  },
  'POST /api/v1/guess': { access: 'anyone', rate: 'sign-in', unkeyed: true },
} as const

let desk: PlatformApp
const nl = somebody({ language: 'nl' })
const en = somebody()
const thing = { name: 'abc', kind: 'one' }
const post = (body: object, headers: Record<string, string> = {}, who: typeof en | null = en) =>
  desk.call(who, { method: 'POST', url: '/api/v1/things', body, headers })

beforeAll(async () => {
  desk = await platformApp({ signInsPerMinute: 5 })
  serve(desk.app, contract, {
    'GET /api/v1/things/:id': () => Promise.reject(new NotFound('thing')),
    'POST /api/v1/things': async ({ body }) => ({ ...body, seen: Object.keys(body), secret: 'of the row' }),
    'DELETE /api/v1/things': async () => {},
    'GET /api/v1/fail/:how': ({ params }) =>
      Promise.reject(failures[params.how] ?? new Error('a secret thing broke')),
    'POST /api/v1/guess': async () => {},
  })
})
afterAll(() => desk.close())

const failures: Record<string, Error> = {
  refused: new Refused({ code: 'no-such-words', missing: ['log'] } as { code: string }),
  forbidden: new Forbidden(),
  upstream: new UpstreamFailed('mail.example', {
    retryable: true,
    cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }),
  }),
  exhausted: new Error('timeout exceeded when trying to connect'),
  restarting: new Error('failed', {
    cause: Object.assign(new Error('terminating connection'), { code: '57P01' }),
  }),
  full: Object.assign(new Error('could not extend file'), { code: '53100' }),
  'full-folder': Object.assign(new Error('write'), { code: 'ENOSPC' }),
}

describe('input', () => {
  test('names each field that does not fit, and what to do, in the language of the person', async () => {
    const wrong = { name: 'a', kind: 'three', count: 0, mail: 'nobody' }
    expect((await post(wrong)).body).toMatchObject({
      status: 400,
      code: 'invalid-input',
      detail: '4 fields need your attention.',
      errors: [
        { field: 'name', code: 'too-short', message: 'Enter at least 2 characters.' },
        { field: 'kind', code: 'not-a-choice', message: 'Choose one of: one, two.' },
        { field: 'count', code: 'too-small', message: 'Enter 1 or more.' },
        { field: 'mail', code: 'email' },
      ],
    })
    expect((await post(wrong, {}, nl)).body).toMatchObject({
      title: 'Er klopt nog iets niet',
      errors: [
        { message: 'Vul minstens 2 tekens in.' },
        {},
        {},
        { message: 'Vul een e-mailadres in, zoals naam@example.org.' },
      ],
    })
    expect((await post({}, {}, nl)).body.errors[0]).toEqual({
      field: 'name',
      code: 'required',
      message: 'Vul dit in.',
    })
  })

  test.each([
    ['zero', 'ab\0'],
    ['half a pair of surrogates', 'ab\uD83D'],
  ])('with %s, which no database keeps, is refused by its field', async (_, name) => {
    expect((await post({ ...thing, name })).body).toMatchObject({
      status: 400,
      errors: [
        { field: 'name', code: 'unkeepable-character', message: expect.stringContaining('invisible character') },
      ],
    })
    const address = await desk.call(en, { method: 'GET', url: '/api/v1/fail/a%00b' })
    expect(address.body).toMatchObject({ status: 400, errors: [{ field: 'how', code: 'unkeepable-character' }] })
    expect((await post({ ...thing, name: 'ab😀' })).status).toBe(201)
  })

  test('that the contract does not declare reaches no handler', async () => {
    const { status, body } = await post({ ...thing, owner: 'me', __proto__: { admin: true } })
    expect(status).toBe(201)
    expect(body.seen).toEqual(['name', 'kind', 'count'])
  })

  test('that is no JSON, or too much of it, is told apart', async () => {
    const raw = (payload: string, type = 'application/json') =>
      desk.call(en, { method: 'POST', url: '/api/v1/things', payload, headers: { 'content-type': type } })
    expect(await raw('{"a"')).toMatchObject({ status: 400, body: { code: 'invalid-json' } })
    expect(await raw(JSON.stringify({ name: 'x'.repeat(2_000_000) }))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    })
    expect(await raw('<a/>', 'text/xml')).toMatchObject({ status: 415, body: { code: 'unsupported-type' } })
  })
})

test('an answer holds what the contract declares and no more', async () => {
  expect((await post(thing)).body).toEqual({ name: 'abc', kind: 'one', count: 1, seen: ['name', 'kind', 'count'] })
})

describe('access', () => {
  test('without a sign-in is refused before the body is read', async () => {
    const answer = await desk.call(null, {
      method: 'POST',
      url: '/api/v1/things',
      payload: 'not json',
      headers: { 'accept-language': 'nl-NL,en;q=0.5', 'content-type': 'application/json' },
    })
    expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in', title: 'Meld je eerst aan' } })
  })

  test('for roles is refused to others', async () => {
    const remove = (roles: string[]) => desk.call(somebody({ roles }), { method: 'DELETE', url: '/api/v1/things' })
    expect(await remove(['agent'])).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await remove(['requester', 'lead'])).toMatchObject({ status: 204, body: '' })
  })

  test('is listed for every route that is served', () => {
    expect(desk.app.served).toHaveLength(Object.keys(contract).length)
  })
})

describe('what goes wrong', () => {
  const fail = (how: string) => desk.call(en, { url: `/api/v1/fail/${how}` })

  test.each([
    ['refused', 409, 'no-such-words'],
    ['forbidden', 403, 'forbidden'],
    ['upstream', 502, 'upstream-failed'],
    ['exhausted', 503, 'busy'],
    ['restarting', 503, 'busy'],
    ['full', 507, 'disk-full'],
    ['full-folder', 507, 'disk-full'],
  ])('%s is answered by %i %s', async (how, status, code) => {
    const answer = await fail(how)
    expect(answer).toMatchObject({ status, body: { status, code, type: `urn:tierwise:problem:${code}` } })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.body.title.length * answer.body.detail.length).toBeGreaterThan(0)
    if (status === 503) expect(answer.headers['retry-after']).toBe('2')
  })

  test('with a rule carries what the rule said', async () => {
    expect((await fail('refused')).body.data).toEqual({ missing: ['log'] })
  })

  test('by a mistake of ours tells a reference and nothing of the mistake', async () => {
    const { status, body } = await fail('unexpectedly')
    expect(status).toBe(500)
    expect(body.reference).toMatch(/^[0-9a-f-]{36}$/)
    expect(JSON.stringify(body)).not.toContain('secret')
  })

  test('looks the same for a thing that is not there, one that is not yours and a route that does not exist', async () => {
    const id = '019ab000-0000-7000-8000-000000000000'
    const [missing, nowhere] = [
      await desk.call(en, { url: `/api/v1/things/${id}` }),
      await desk.call(en, { url: '/api/v1/nothing' }),
    ]
    expect(missing).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(nowhere.body).toEqual(missing.body)
  })
})

describe('a page of another site', () => {
  test.each([
    ['by Sec-Fetch-Site', { 'sec-fetch-site': 'cross-site' }],
    ['on a sister domain', { 'sec-fetch-site': 'same-site' }],
    ['by Origin', { origin: 'https://evil.example' }],
    ['without an origin of its own', { origin: 'null' }],
  ])('cannot make a browser change something (%s)', async (_how, headers) => {
    expect(await post(thing, headers as Record<string, string>)).toMatchObject({
      status: 403,
      body: { code: 'cross-site' },
    })
  })

  test.each([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://desk.test', host: 'desk.test' },
  ])('is not what sends %j', async (headers) => {
    expect((await post(thing, headers as unknown as Record<string, string>)).status).toBe(201)
  })

  test('cannot point its own name here', async () => {
    const at = (host: string) => desk.call(en, { url: '/api/v1/things/x', headers: { host } })
    expect(await at('evil.example')).toMatchObject({ status: 421, body: { code: 'unknown-host' } })
    for (const host of ['desk.test', 'desk.test:8443', 'localhost:7373', '127.0.0.1', '[::1]:7373']) {
      expect((await at(host)).status).toBe(400)
    }
  })
})

test('guessing is slowed down, from one address', async () => {
  const guess = (remoteAddress: string) => desk.call(null, { method: 'POST', url: '/api/v1/guess', remoteAddress })
  for (let n = 0; n < 5; n += 1) expect((await guess('198.51.100.1')).status).toBe(204)
  const answer = await guess('198.51.100.1')
  expect(answer).toMatchObject({ status: 429, body: { code: 'too-many' } })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await guess('198.51.100.2')).status).toBe(204)
})

test('every answer forbids sniffing and framing', async () => {
  const { headers } = await post(thing)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['strict-transport-security']).toBeUndefined()
})
