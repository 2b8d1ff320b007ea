import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inOrganisation } from '#platform/database/transaction.ts'
import {
  goodPassword,
  type Member,
  type PeopleServer,
  peopleServer,
} from '../../../../tests/support/people-server.ts'
import { identification } from './authenticate.ts'
import { findLiveProofs } from './store/sign-ins.ts'
import { most } from './throttle.ts'

let server: PeopleServer
let orgId: string
let ada: Member
let otherOrgId: string

beforeAll(async () => {
  server = await peopleServer()
  orgId = (await server.organisation('Contoso')).orgId
  otherOrgId = (await server.organisation('Fabrikam')).orgId
  ada = await server.member(orgId, { name: 'Ada Visser', email: 'ada@contoso.example', roles: ['agent'] })
  await server.member(otherOrgId, { email: 'eve@fabrikam.example', roles: ['administrator'] })
})
afterAll(() => server.close())

const signIn = (body: object, from?: string) =>
  server.browser(from).call('POST', '/sign-in', { organisation: 'contoso', ...body })
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie'])

describe('signing in with a password', () => {
  it('tells who one is, and remembers it in a cookie that scripts and other sites cannot use', async () => {
    const { status, body, headers } = await signIn({ email: 'Ada@Contoso.example', password: goodPassword })
    expect(status).toBe(200)
    expect(body.me).toMatchObject({ name: 'Ada Visser', roles: ['agent'], organisation: { slug: 'contoso' } })
    expect(cookieOf(headers)).toMatch(
      /^tierwise=[\w-]{22}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('uses a __Host- cookie on TLS', async () => {
    const { cookieNames } = await import('./cookies.ts')
    expect(cookieNames('https://desk.example')).toEqual({
      signIn: '__Host-tierwise',
      half: '__Host-tierwise-half',
      provider: '__Host-tierwise-provider',
    })
  })

  it('stores no token as it was given', async () => {
    const { headers } = await signIn({ email: ada.email, password: goodPassword })
    const token = /tierwise=([^;]+)/.exec(cookieOf(headers))?.[1] ?? ''
    const { rows } = await server.platform.owner.query('select * from sign_ins')
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[1])
  })

  it('gives the same answer for a wrong password, an unknown address, another organisation and no organisation', async () => {
    const answers = await Promise.all([
      signIn({ email: ada.email, password: 'not the right password' }),
      signIn({ email: 'nobody@contoso.example', password: goodPassword }),
      signIn({ email: 'eve@fabrikam.example', password: goodPassword }),
      signIn({ organisation: 'nowhere', email: ada.email, password: goodPassword }),
      signIn({ organisation: undefined, email: ada.email, password: goodPassword }),
      signIn({ email: 'no address', password: goodPassword }),
    ])
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 409, body: { code: 'sign-in-failed' } })
  })

  it('takes as long for an address that nobody has as for one with another password', async () => {
    const time = async (email: string) => {
      const times: number[] = []
      for (let round = 0; round < 8; round++) {
        const started = performance.now()
        await signIn({ email, password: 'not the right password' }, `203.0.113.${round}`)
        times.push(performance.now() - started)
      }
      return times.toSorted((a, b) => a - b)[3] ?? 0
    }
    await server.member(orgId, { email: 'timed@contoso.example', roles: ['agent'] })
    const [known, unknown] = [await time('timed@contoso.example'), await time('untimed@contoso.example')]
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2)
  })

  it('does not keep a token that was in the browser before (session fixation), and ends it', async () => {
    const browser = server.browser()
    await browser.call('POST', '/sign-in', { organisation: 'contoso', email: ada.email, password: goodPassword })
    const first = browser.cookies.get('tierwise')
    await browser.call('POST', '/sign-in', { organisation: 'contoso', email: ada.email, password: goodPassword })
    expect(browser.cookies.get('tierwise')).not.toBe(first)
    const thief = server.browser()
    thief.cookies.set('tierwise', first ?? '')
    expect((await thief.call('GET', '/me')).status).toBe(401)
  })
})

describe('guessing passwords', () => {
  it('ends after ten wrong ones from one address, also when they come at the same time', async () => {
    await server.member(orgId, { email: 'guessed@contoso.example', roles: ['agent'] })
    const guess = (password: string, from: string) => signIn({ email: 'guessed@contoso.example', password }, from)
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, n) => guess(`wrong password ${n}`, '203.0.113.50')),
    )
    expect(guesses.filter(({ status }) => status === 409)).toHaveLength(most.accountFromAddress)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(15)
    const right = await guess(goodPassword, '203.0.113.50')
    expect(right).toMatchObject({
      status: 429,
      body: { code: 'too-many-attempts' },
      headers: { 'retry-after': '900' },
    })
    expect((await guess(goodPassword, '203.0.113.51')).status).toBe(200)
  })

  it('is counted alike for an address that nobody has', async () => {
    const guess = () => signIn({ email: 'ghost@contoso.example', password: 'x' }, '203.0.113.60')
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await guess()).status)
    expect(statuses.slice(9)).toEqual([409, 429, 429])
  })

  it('is possible again after a quarter of an hour', async () => {
    server.platform.clock.advance({ minutes: 16 })
    expect(
      (await signIn({ email: 'guessed@contoso.example', password: goodPassword }, '203.0.113.50')).status,
    ).toBe(200)
  })

  it('of many accounts from one address ends too', async () => {
    const statuses = await Promise.all(
      Array.from({ length: most.address + 5 }, (_, n) =>
        signIn({ email: `a${n}@contoso.example`, password: 'x' }, '203.0.113.70'),
      ),
    )
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(5)
  })
})

describe('a sign-in', () => {
  const fresh = () => server.member(orgId, { roles: ['agent'] })

  it.each([
    ['nothing', ''],
    ['noise', 'x'.repeat(66)],
    ['a token of nobody', `${'A'.repeat(22)}.${'A'.repeat(43)}`],
    ['a script', '<script>'],
  ])('is not proven by %s', async (_, cookie) => {
    const browser = server.browser()
    browser.cookies.set('tierwise', cookie)
    expect((await browser.call('GET', '/me')).status).toBe(401)
  })

  it('cannot be carried to another organisation by changing the id in the token', async () => {
    const [, secret] = (ada.cookies.get('tierwise') ?? '').split('.')
    const other = Buffer.from(otherOrgId.replaceAll('-', ''), 'hex').toString('base64url')
    const browser = server.browser()
    browser.cookies.set('tierwise', `${other}.${secret}`)
    expect((await browser.call('GET', '/me')).status).toBe(401)
  })

  it('ends by signing out, and its token is worth nothing afterwards', async () => {
    const person = await fresh()
    const token = person.cookies.get('tierwise') ?? ''
    expect((await person.call('POST', '/sign-out', {})).status).toBe(204)
    expect(person.cookies.has('tierwise')).toBe(false)
    person.cookies.set('tierwise', token)
    expect((await person.call('GET', '/me')).status).toBe(401)
  })

  it('ends everywhere by signing out everywhere, and everywhere else by a new password', async () => {
    const person = await fresh()
    const elsewhere = server.browser()
    const again = { organisation: 'contoso', email: person.email, password: goodPassword }
    await elsewhere.call('POST', '/sign-in', again)
    const changed = await person.call('PUT', '/me/password', {
      current: goodPassword,
      wanted: 'vier losse woorden hier',
    })
    expect(changed.status).toBe(204)
    expect((await elsewhere.call('GET', '/me')).status).toBe(401)
    expect((await person.call('GET', '/me')).status).toBe(200)
    expect((await elsewhere.call('POST', '/sign-in', again)).body.code).toBe('sign-in-failed')
    await elsewhere.call('POST', '/sign-in', { ...again, password: 'vier losse woorden hier' })
    await elsewhere.call('POST', '/sign-out', { everywhere: true })
    expect((await person.call('GET', '/me')).status).toBe(401)
  })

  it('does not let one change the password without the current one', async () => {
    const person = await fresh()
    for (const current of [null, 'something else']) {
      const { body } = await person.call('PUT', '/me/password', { current, wanted: 'vier losse woorden hier' })
      expect(body.code).toBe('sign-in-failed')
    }
  })

  it('ends after a week without use, and after thirty days of use', async () => {
    const [idle, busy] = [await fresh(), await fresh()]
    for (let days = 0; days < 29; days += 5) {
      server.platform.clock.advance({ days: 5 })
      expect((await busy.call('GET', '/me')).status).toBe(days + 5 < 30 ? 200 : 401)
    }
    expect((await idle.call('GET', '/me')).status).toBe(401)
  })

  it('ends at once when an administrator disables the person: requests, tokens and streams', async () => {
    const root = await server.member(orgId, { roles: ['administrator'] })
    const person = await fresh()
    const { body: made } = await person.call('POST', '/me/api-tokens', { name: 'script' })
    const { rows } = await server.platform.owner.query<{ id: string }>(
      'select id from sign_ins where person_id = $1',
      [person.id],
    )
    const proofs = [rows[0]?.id ?? '', made.token.id]
    const { stillSignedIn } = identification(server.platform)
    expect([...(await stillSignedIn(orgId, proofs))].toSorted()).toEqual(proofs.toSorted())
    expect((await root.call('POST', `/people/${person.id}/disable`)).body.state).toBe('disabled')
    expect((await person.call('GET', '/me')).status).toBe(401)
    expect((await withToken(made.secret)).status).toBe(401)
    expect([...(await stillSignedIn(orgId, proofs))]).toEqual([])
    const again = await signIn({ email: person.email, password: goodPassword })
    expect(again.body.code).toBe('sign-in-failed')
  })

  it('of another organisation is not known here', async () => {
    const { rows } = await server.platform.owner.query<{ id: string }>(
      'select id from sign_ins where org_id = $1',
      [orgId],
    )
    expect(
      await inOrganisation(server.platform, otherOrgId, (tx) =>
        findLiveProofs(
          tx,
          rows.map((row) => row.id),
        ),
      ),
    ).toEqual([])
  })
})

const withToken = (secret: string, url = '/me') =>
  server.browser().call('GET', url, undefined, { authorization: `Bearer ${secret}` })

describe('an API token', () => {
  it('is told once, does what its person may, and is stored hashed', async () => {
    const person = await server.member(orgId, { name: 'Scripter', roles: ['agent'] })
    const { status, body } = await person.call('POST', '/me/api-tokens', { name: 'Weekly report', days: 30 })
    expect(status).toBe(201)
    expect(body.secret).toMatch(/^tw_[\w-]{22}_[\w-]{43}$/)
    expect((await withToken(body.secret)).body.name).toBe('Scripter')
    expect((await person.call('GET', '/me/api-tokens')).body.tokens).toMatchObject([{ name: 'Weekly report' }])
    for (const table of ['api_tokens', 'people_changes', 'idempotency_keys']) {
      const { rows } = await server.platform.owner.query(`select * from ${table}`)
      expect(JSON.stringify(rows)).not.toContain(body.secret.slice(26))
    }
  })

  it('ends when it is withdrawn or expires', async () => {
    const person = await server.member(orgId, { roles: ['agent'] })
    const { body: one } = await person.call('POST', '/me/api-tokens', { name: 'one', days: 1 })
    const { body: two } = await person.call('POST', '/me/api-tokens', { name: 'two', days: 1 })
    expect((await person.call('DELETE', `/me/api-tokens/${one.token.id}`)).status).toBe(204)
    expect((await withToken(one.secret)).status).toBe(401)
    expect((await withToken(two.secret)).status).toBe(200)
    server.platform.clock.advance({ days: 1, seconds: 1 })
    expect((await withToken(two.secret)).status).toBe(401)
  })

  it('cannot make another token', async () => {
    const person = await server.member(orgId, { roles: ['agent'] })
    const { body } = await person.call('POST', '/me/api-tokens', { name: 'one' })
    const { status } = await server
      .browser()
      .call('POST', '/me/api-tokens', { name: 'two' }, { authorization: `Bearer ${body.secret}` })
    expect(status).toBe(403)
  })

  it('that is wrong is nobody, also beside a good cookie', async () => {
    const person = await server.member(orgId, { roles: ['agent'] })
    const wrong = { authorization: `Bearer tw_${'A'.repeat(22)}_${'A'.repeat(43)}` }
    expect((await person.call('GET', '/me', undefined, wrong)).status).toBe(401)
  })

  it('of somebody else cannot be withdrawn, and answers as if it did not exist', async () => {
    const [owner, other] = [
      await server.member(orgId, { roles: ['agent'] }),
      await server.member(orgId, { roles: ['agent'] }),
    ]
    const { body } = await owner.call('POST', '/me/api-tokens', { name: 'mine' })
    const theirs = await other.call('DELETE', `/me/api-tokens/${body.token.id}`)
    const none = await other.call('DELETE', `/me/api-tokens/${orgId}`)
    expect([theirs.status, theirs.body]).toEqual([none.status, none.body])
    expect(theirs.status).toBe(404)
  })
})

describe('the limit per network address', () => {
  it('cannot be escaped by saying to come from elsewhere (X-Forwarded-For)', async () => {
    const bob = await server.member(orgId, { roles: ['agent'] })
    const guess = (index: number) =>
      server
        .browser('198.51.100.99')
        .call(
          'POST',
          '/sign-in',
          { organisation: 'contoso', email: bob.email, password: 'not the right password' },
          { 'x-forwarded-for': `203.0.113.${index}` },
        )
    for (let index = 0; index < most.accountFromAddress; index += 1)
      expect((await guess(index)).body.code).toBe('sign-in-failed')
    expect((await guess(200)).status).toBe(429)
  })
})
