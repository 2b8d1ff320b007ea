import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  goodPassword,
  type Member,
  type PeopleServer,
  peopleServer,
  secretIn,
} from '../../../../tests/support/people-server.ts'
import { codeAt, withApp } from '../../../../tests/support/second-factors.ts'
import { mostCodes } from './throttle.ts'

let server: PeopleServer
let orgId: string
let root: Member

beforeAll(async () => {
  server = await peopleServer()
  orgId = (await server.organisation('Contoso')).orgId
  root = await server.member(orgId, { name: 'Root', roles: ['administrator'] })
})
beforeEach(() => server.platform.clock.advance({ hours: 1 }))
afterAll(() => server.close())

const now = () => server.platform.clock.now()
const later = (seconds: number) => server.platform.clock.advance({ seconds })
const half = async (who: Member, from?: string) => {
  const browser = server.browser(from)
  const answer = await browser.call('POST', '/sign-in', {
    organisation: 'contoso',
    email: who.email,
    password: goodPassword,
  })
  return { ...browser, answer, finish: (code: string) => browser.call('POST', '/sign-in/second-factor', { code }) }
}
/** Somebody who signed in a moment ago. */
const member = (roles: Parameters<PeopleServer['member']>[1]['roles'] = ['agent']) =>
  server.member(orgId, { roles })

describe('an authenticator app', () => {
  it('is asked for after the password, and only then is one signed in', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(30)
    const browser = await half(ada)
    expect(browser.answer.body).toEqual({ me: null, secondFactor: ['app', 'recovery-code'] })
    expect((await browser.call('GET', '/me')).status).toBe(401)
    expect((await browser.finish('000000')).body.code).toBe('code-not-right')
    const { status, body } = await browser.finish(codeAt(secret, now()))
    expect([status, body.id]).toEqual([200, ada.id])
    expect((await browser.call('GET', '/me')).status).toBe(200)
  })

  it('counts only when its first code was right', async () => {
    const ada = await member()
    const begun = await ada.call('POST', '/me/authenticator')
    expect(begun.body.secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(new URL(begun.body.address).searchParams.get('secret')).toBe(begun.body.secret)
    expect((await ada.call('POST', '/me/authenticator/confirm', { code: '000000' })).body.code).toBe(
      'code-not-right',
    )
    expect((await half(ada)).answer.body.me.id).toBe(ada.id)
    const wrong = await ada.call('POST', '/me/authenticator/confirm', { code: codeAt('A'.repeat(32), now()) })
    expect(wrong.status).toBe(409)
  })

  it('has a secret that is told once and stored sealed', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    const { rows } = await server.platform.owner.query('select * from authenticators where person_id = $1', [
      ada.id,
    ])
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect((await ada.call('POST', '/me/authenticator')).body.code).toBe('authenticator-known')
    expect(JSON.stringify((await ada.call('GET', '/me/second-factor')).body)).not.toContain(secret)
  })

  it.each([
    [-2, 409],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 409],
  ])('with a clock that is %i steps off gets %i', async (steps, status) => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(300)
    const browser = await half(ada)
    expect((await browser.finish(codeAt(secret, now(), steps))).status).toBe(status)
  })

  it('takes each code once, and none of before it (replay)', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    expect((await (await half(ada)).finish(codeAt(secret, now()))).body.code).toBe('code-not-right')
    later(60)
    const seen = codeAt(secret, now())
    const before = codeAt(secret, now(), -1)
    expect((await (await half(ada)).finish(seen)).status).toBe(200)
    expect((await (await half(ada)).finish(seen)).body.code).toBe('code-not-right')
    expect((await (await half(ada)).finish(before)).body.code).toBe('code-not-right')
  })

  it('takes one of eight that give the same code at once', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(60)
    const code = codeAt(secret, now())
    const halves = await Promise.all(Array.from({ length: 8 }, (_, index) => half(ada, `198.51.100.${index}`)))
    const answers = await Promise.all(halves.map((browser) => browser.finish(code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('limits guesses, also with the right code in the end, and a right password does not begin anew', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(60)
    for (let guess = 0; guess < mostCodes.accountFromAddress; guess += 1) {
      const wrong = await (await half(ada)).finish('000000')
      expect(wrong.body.code).toBe('code-not-right')
    }
    const refused = await (await half(ada)).finish(codeAt(secret, now()))
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-attempts'])
    server.platform.clock.advance({ minutes: 15, seconds: 1 })
    expect((await (await half(ada)).finish(codeAt(secret, now()))).status).toBe(200)
  })

  it('is asked for ten minutes long, in the browser that gave the password', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(60)
    const elsewhere = server.browser()
    const answer = await elsewhere.call('POST', '/sign-in/second-factor', { code: codeAt(secret, now()) })
    expect(answer.body.code).toBe('second-factor-over')
    const browser = await half(ada)
    server.platform.clock.advance({ minutes: 10, seconds: 1 })
    expect((await browser.finish(codeAt(secret, now()))).body.code).toBe('second-factor-over')
  })

  it('is asked for after a link for a new password too', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(60)
    const { body } = await root.call('POST', `/people/${ada.id}/password-reset`)
    const browser = server.browser()
    const used = await browser.call('POST', '/links/use', {
      link: secretIn(body.address),
      password: 'vier losse woorden hier',
    })
    expect(used.body).toEqual({ me: null, secondFactor: ['app', 'recovery-code'] })
    expect((await browser.call('GET', '/me')).status).toBe(401)
    expect((await browser.call('POST', '/sign-in/second-factor', { code: codeAt(secret, now()) })).status).toBe(
      200,
    )
  })

  it('ends a half sign-in when the password changes or the person is disabled', async () => {
    const ada = await member()
    const { secret } = await withApp(ada, now)
    later(60)
    const begun = await half(ada)
    await ada.call('PUT', '/me/password', { current: goodPassword, wanted: 'vier losse woorden hier' })
    expect((await begun.finish(codeAt(secret, now()))).body.code).toBe('second-factor-over')
    const bob = await member()
    const bobs = await withApp(bob, now)
    later(60)
    const bobBegun = await half(bob)
    await root.call('POST', `/people/${bob.id}/disable`)
    expect((await bobBegun.finish(codeAt(bobs.secret, now()))).body.code).toBe('second-factor-over')
  })
})

describe('recovery codes', () => {
  it('are ten, told once, stored as hashes, and each works once', async () => {
    const ada = await member()
    const { recoveryCodes } = await withApp(ada, now)
    expect(new Set(recoveryCodes).size).toBe(10)
    const { rows } = await server.platform.owner.query('select * from recovery_codes where person_id = $1', [
      ada.id,
    ])
    for (const code of recoveryCodes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''))
    const [first = ''] = recoveryCodes
    expect((await (await half(ada)).finish(first.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
    expect((await (await half(ada)).finish(first)).body.code).toBe('code-not-right')
    expect((await ada.call('GET', '/me/second-factor')).body.recoveryCodes).toBe(9)
  })

  it('of somebody else are worth nothing', async () => {
    const [ada, bob] = [await member(), await member()]
    await withApp(ada, now)
    const { recoveryCodes } = await withApp(bob, now)
    expect((await (await half(ada)).finish(recoveryCodes[0] ?? '')).body.code).toBe('code-not-right')
  })

  it('made anew take the place of the old ones', async () => {
    const ada = await member()
    const { recoveryCodes } = await withApp(ada, now)
    const { body } = await ada.call('POST', '/me/recovery-codes')
    expect((await (await half(ada)).finish(recoveryCodes[0] ?? '')).body.code).toBe('code-not-right')
    expect((await (await half(ada)).finish(body.recoveryCodes[0])).status).toBe(200)
  })
})

describe('what protects a sign-in', () => {
  it('is changed only by whoever showed within ten minutes who they are', async () => {
    const ada = await member()
    server.platform.clock.advance({ minutes: 10, seconds: 1 })
    for (const [method, url] of [
      ['POST', '/me/authenticator'],
      ['DELETE', '/me/authenticator'],
      ['POST', '/me/recovery-codes'],
      ['POST', '/me/passkeys/challenge'],
    ] as const)
      expect([url, (await ada.call(method, url)).body.code]).toEqual([url, 'proof-needed'])
    expect((await ada.call('POST', '/me/proof', { password: 'not the right one' })).body.code).toBe(
      'sign-in-failed',
    )
    expect((await ada.call('POST', '/me/authenticator')).body.code).toBe('proof-needed')
    expect((await ada.call('POST', '/me/proof', { password: goodPassword })).status).toBe(204)
    expect((await ada.call('POST', '/me/authenticator')).status).toBe(200)
  })

  it('is out of reach of an API token', async () => {
    const ada = await member()
    const { body } = await ada.call('POST', '/me/api-tokens', { name: 'script' })
    const headers = { authorization: `Bearer ${body.secret}` }
    for (const url of [
      '/me/authenticator',
      '/me/recovery-codes',
      '/me/passkeys/challenge',
      '/me/proof/passkey/challenge',
    ])
      expect([url, (await server.browser().call('POST', url, undefined, headers)).body.code]).toEqual([
        url,
        'not-allowed',
      ])
    expect((await server.browser().call('POST', '/me/proof', { password: goodPassword }, headers)).body.code).toBe(
      'not-allowed',
    )
  })

  it('is a first password too: who has none shows first who they are', async () => {
    const ada = await member()
    await server.platform.owner.query('delete from passwords where person_id = $1', [ada.id])
    const choose = () => ada.call('PUT', '/me/password', { current: null, wanted: 'vier losse woorden hier' })
    server.platform.clock.advance({ minutes: 10, seconds: 1 })
    expect((await choose()).body.code).toBe('proof-needed')
    await server.platform.owner.query('update sign_ins set proved_at = $1 where person_id = $2', [now(), ada.id])
    expect((await choose()).status).toBe(204)
  })

  it('can be turned off; the password alone is enough again', async () => {
    const ada = await member()
    await withApp(ada, now)
    expect((await ada.call('DELETE', '/me/authenticator')).status).toBe(204)
    expect((await half(ada)).answer.body.me.id).toBe(ada.id)
    expect((await ada.call('GET', '/me/second-factor')).body).toMatchObject({ appSince: null, recoveryCodes: 0 })
  })
})

describe('an administrator', () => {
  it('resets the second factor of somebody who lost it; it is recorded, and the person is told', async () => {
    const ada = await member()
    await withApp(ada, now)
    expect((await root.call('GET', `/people/${ada.id}`)).body.secondFactors).toEqual(['app', 'recovery-code'])
    expect((await root.call('POST', `/people/${ada.id}/second-factor/reset`)).status).toBe(204)
    expect((await half(ada)).answer.body.me.id).toBe(ada.id)
    const { body } = await root.call('GET', `/people-changes?subject=${ada.id}`)
    expect(body.changes[0]).toMatchObject({ what: 'second-factor-reset', by: { id: root.id } })
    const mail = server.mails.at(-1)
    expect(mail).toMatchObject({ to: ada.email, language: 'nl' })
    expect(mail?.text).toContain('Root')
  })

  it('does not reset their own: that would need no proof', async () => {
    expect((await root.call('POST', `/people/${root.id}/second-factor/reset`)).status).toBe(403)
  })

  it('is not anybody else', async () => {
    const [ada, bob] = [await member(['lead']), await member()]
    expect((await ada.call('POST', `/people/${bob.id}/second-factor/reset`)).status).toBe(403)
    const there = await server.member((await server.organisation('Fabrikam')).orgId, { roles: ['administrator'] })
    expect((await there.call('POST', `/people/${bob.id}/second-factor/reset`)).status).toBe(404)
  })
})

describe('an organisation that asks for a second factor', () => {
  const ask = (secondFactorFor: string) => root.call('PATCH', '/organisation', { secondFactorFor })

  it('lets its agents set one up first, and do nothing else', async () => {
    const [ada, bob] = [await member(), await member(['requester'])]
    await root.call('POST', '/me/proof', { password: goodPassword })
    await withApp(root, now)
    expect((await ask('agents')).body.secondFactorFor).toBe('agents')
    expect((await ada.call('GET', '/people')).body.code).toBe('second-factor-required')
    expect((await ada.call('POST', '/me/api-tokens', { name: 'x' })).body.code).toBe('second-factor-required')
    expect((await ada.call('GET', '/me')).body.lacksSecondFactor).toBe(true)
    expect((await half(ada)).answer.body.me.lacksSecondFactor).toBe(true)
    await withApp(ada, now)
    expect((await ada.call('GET', '/people')).status).toBe(200)
    expect((await bob.call('GET', '/me')).body.lacksSecondFactor).toBe(false)
    expect((await bob.call('GET', '/organisation')).status).toBe(200)
  })

  it('keeps the last one where it is', async () => {
    const ada = await member()
    await withApp(ada, now)
    expect((await ada.call('DELETE', '/me/authenticator')).body.code).toBe('second-factor-kept')
    expect((await ada.call('GET', '/me/second-factor')).body).toMatchObject({ required: true, recoveryCodes: 10 })
  })

  it('of administrators only asks nobody else', async () => {
    await ask('administrators')
    const [ada, other] = [await member(), await member(['administrator'])]
    expect((await ada.call('GET', '/people')).status).toBe(200)
    expect((await other.call('GET', '/people')).body.code).toBe('second-factor-required')
    await ask('nobody')
    expect((await other.call('GET', '/people')).status).toBe(200)
  })
})
