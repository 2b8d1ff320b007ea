import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Forgery, passkeyHolder } from '../../../../tests/support/passkey-holder.ts'
import {
  type Caller,
  goodPassword,
  type Member,
  type PeopleServer,
  peopleServer,
} from '../../../../tests/support/people-server.ts'
import { withApp } from '../../../../tests/support/second-factors.ts'

const place = { origin: 'https://desk.test', rpId: 'desk.test' }
let server: PeopleServer
let orgId: string
let root: Member

beforeAll(async () => {
  server = await peopleServer({}, { baseUrl: place.origin })
  orgId = (await server.organisation('Contoso')).orgId
  await server.organisation('Fabrikam')
  root = await server.member(orgId, { name: 'Root', roles: ['administrator'] })
})
afterAll(() => server.close())

const member = () => server.member(orgId, { roles: ['agent'] })

async function add(who: Caller, name = 'Laptop', forgery: Forgery = {}) {
  const holder = passkeyHolder(place)
  const { body: options } = await who.call('POST', '/me/passkeys/challenge')
  const added = await who.call('POST', '/me/passkeys', { name, answer: holder.add(options, forgery) })
  return { holder, added, options }
}

const organisation = 'contoso'
const challengeFor = async (browser: Caller) =>
  (await browser.call('POST', '/sign-in/passkey/challenge', { organisation })).body
const answerWith = (browser: Caller, answer: unknown, of = organisation) =>
  browser.call('POST', '/sign-in/passkey', { organisation: of, answer })

async function signIn(holder: ReturnType<typeof passkeyHolder>, forgery: Forgery = {}) {
  const browser = server.browser()
  const answer = await answerWith(browser, holder.prove(await challengeFor(browser), forgery))
  return { ...answer, browser }
}
/** Somebody with a passkey. */
async function holding() {
  const who = await member()
  return { who, ...(await add(who)) }
}

describe('a passkey', () => {
  it('signs one in without a name or password, and counts as two factors', async () => {
    const { who, holder, added } = await holding()
    expect(added.status).toBe(201)
    expect(added.body.recoveryCodes).toHaveLength(10)
    const { status, body, browser } = await signIn(holder)
    expect([status, body.id, body.lacksSecondFactor]).toEqual([200, who.id, false])
    const { body: signIns } = await browser.call('GET', '/me/sign-ins')
    expect(signIns.signIns.find((one: { current: boolean }) => one.current).means).toBe('passkey')
  })

  it('has to see its owner, stay with its owner, and is made for this desk alone', async () => {
    const { options } = await holding()
    expect(options).toMatchObject({
      rp: { id: 'desk.test' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(await challengeFor(server.browser())).toMatchObject({
      rpId: 'desk.test',
      userVerification: 'required',
      allowCredentials: [],
    })
  })

  it('can be one of several, each with a name that can be changed, and be removed', async () => {
    const { who, holder, added } = await holding()
    const second = await add(who, 'Phone')
    expect(second.options.excludeCredentials.map((one: { id: string }) => one.id)).toEqual([holder.id])
    expect(second.added.body.recoveryCodes).toEqual([])
    const path = `/me/passkeys/${added.body.passkey.id}`
    expect((await who.call('PATCH', path, { name: 'Old laptop' })).body.name).toBe('Old laptop')
    expect((await who.call('DELETE', path)).status).toBe(204)
    expect((await signIn(holder)).body.code).toBe('passkey-refused')
    expect((await signIn(second.holder)).status).toBe(200)
    const { body } = await who.call('GET', '/me/second-factor')
    expect(body.passkeys.map((one: { name: string }) => one.name)).toEqual(['Phone'])
  })

  it('of somebody else cannot be renamed or removed', async () => {
    const { added } = await holding()
    const other = await member()
    const path = `/me/passkeys/${added.body.passkey.id}`
    expect((await other.call('PATCH', path, { name: 'Mine' })).status).toBe(404)
    expect((await other.call('DELETE', path)).status).toBe(404)
  })

  it('makes the password alone too little', async () => {
    const { who } = await holding()
    const { body } = await server
      .browser()
      .call('POST', '/sign-in', { organisation, email: who.email, password: goodPassword })
    expect(body).toEqual({ me: null, secondFactor: ['passkey', 'recovery-code'] })
  })

  it('shows again who one is', async () => {
    const { who, holder } = await holding()
    server.platform.clock.advance({ minutes: 11 })
    expect((await who.call('POST', '/me/recovery-codes')).body.code).toBe('proof-needed')
    const { body: options } = await who.call('POST', '/me/proof/passkey/challenge')
    expect(options.allowCredentials).toEqual([{ id: holder.id, type: 'public-key', transports: ['internal'] }])
    expect((await who.call('POST', '/me/proof/passkey', { answer: holder.prove(options) })).status).toBe(204)
    expect((await who.call('POST', '/me/recovery-codes')).status).toBe(200)
  })

  it('does not show who somebody else is', async () => {
    const { holder } = await holding()
    const { who } = await holding()
    const { body: options } = await who.call('POST', '/me/proof/passkey/challenge')
    expect((await who.call('POST', '/me/proof/passkey', { answer: holder.prove(options) })).body.code).toBe(
      'passkey-refused',
    )
  })

  it('goes with a reset, and its owner is signed in by password again', async () => {
    const { who, holder } = await holding()
    await root.call('POST', `/people/${who.id}/second-factor/reset`)
    expect((await signIn(holder)).body.code).toBe('passkey-refused')
  })

  it('of somebody who is disabled signs nobody in', async () => {
    const { who, holder } = await holding()
    await root.call('POST', `/people/${who.id}/disable`)
    expect((await signIn(holder)).body.code).toBe('passkey-refused')
  })

  it('meets what an organisation asks for', async () => {
    const { who } = await holding()
    await root.call('POST', '/me/proof', { password: goodPassword })
    await withApp(root, () => server.platform.clock.now())
    await root.call('PATCH', '/organisation', { secondFactorFor: 'agents' })
    expect((await who.call('GET', '/people')).status).toBe(200)
    await root.call('PATCH', '/organisation', { secondFactorFor: 'nobody' })
  })
})

describe('an answer of a passkey', () => {
  it('that is seen and sent again is refused (replay)', async () => {
    const { holder } = await holding()
    const browser = server.browser()
    const answer = holder.prove(await challengeFor(browser))
    expect((await answerWith(browser, answer)).status).toBe(200)
    expect((await answerWith(browser, answer)).body.code).toBe('passkey-refused')
    const all = holder.prove(await challengeFor(browser))
    const answers = await Promise.all(Array.from({ length: 20 }, () => answerWith(browser, all)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('in another browser than was asked is refused (login CSRF)', async () => {
    const { holder } = await holding()
    const [attacker, victim] = [server.browser(), server.browser()]
    const answer = holder.prove(await challengeFor(attacker))
    await challengeFor(victim)
    expect((await answerWith(victim, answer)).body.code).toBe('passkey-refused')
    expect((await victim.call('GET', '/me')).status).toBe(401)
  })

  it.each<[string, Forgery]>([
    ['that was given to a page of another origin', { origin: 'https://desk.test.evil.example' }],
    ['that was given to the same name on another port', { origin: 'https://desk.test:8443' }],
    ['that was given without TLS', { origin: 'http://desk.test' }],
    ['that was made for another name', { rpId: 'evil.example' }],
    ['without seeing its owner', { unverified: true }],
    ['signed with another key', { otherKey: true }],
    ['that was made to add a passkey', { type: 'webauthn.create' }],
    ['that says to be somebody else’s', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ['to a challenge that nobody asked', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ])('%s is refused', async (_, forgery) => {
    const { holder } = await holding()
    expect((await signIn(holder, forgery)).body.code).toBe('passkey-refused')
    expect((await signIn(holder)).status).toBe(200)
  })

  it('whose count goes back is refused: the key was copied', async () => {
    const { holder } = await holding()
    expect((await signIn(holder, { uses: 7 })).status).toBe(200)
    for (const uses of [7, 6, 1, 0]) expect((await signIn(holder, { uses })).body.code).toBe('passkey-refused')
    expect((await signIn(holder, { uses: 8 })).status).toBe(200)
  })

  it('of a key that does not count is accepted every time', async () => {
    const { holder } = await holding()
    for (const uses of [0, 0]) expect((await signIn(holder, { uses })).status).toBe(200)
  })

  it('after five minutes is refused', async () => {
    const { holder } = await holding()
    const browser = server.browser()
    const options = await challengeFor(browser)
    server.platform.clock.advance({ minutes: 5, seconds: 1 })
    expect((await answerWith(browser, holder.prove(options))).body.code).toBe('passkey-refused')
  })

  it('for one thing is not taken for another', async () => {
    const { who, holder } = await holding()
    const { body: toProve } = await who.call('POST', '/me/proof/passkey/challenge')
    const browser = server.browser()
    await challengeFor(browser)
    expect((await answerWith(browser, holder.prove(toProve))).body.code).toBe('passkey-refused')
    const { body: again } = await who.call('POST', '/me/passkeys/challenge')
    expect((await who.call('POST', '/me/proof/passkey', { answer: holder.prove(again) })).body.code).toBe(
      'passkey-refused',
    )
  })

  it('at another organisation is refused', async () => {
    const { holder } = await holding()
    const browser = server.browser()
    const { body: options } = await browser.call('POST', '/sign-in/passkey/challenge', {
      organisation: 'fabrikam',
    })
    expect((await answerWith(browser, holder.prove(options), 'fabrikam')).body.code).toBe('passkey-refused')
  })

  it('is refused alike, whether its key, its owner or its organisation is unknown, and the challenge tells nothing', async () => {
    const { holder } = await holding()
    const stranger = passkeyHolder(place)
    const nowhere = server.browser()
    const { body: options } = await nowhere.call('POST', '/sign-in/passkey/challenge', { organisation: 'nowhere' })
    const answers = [
      await signIn(stranger),
      await signIn(holder, { otherKey: true }),
      await answerWith(nowhere, holder.prove(options), 'nowhere'),
    ]
    const told = answers.map(({ status, body }) => JSON.stringify([status, { ...body, reference: null }]))
    expect(new Set(told).size).toBe(1)
    expect(Object.keys(options)).toEqual(Object.keys(await challengeFor(server.browser())))
  })
})

describe('a new passkey', () => {
  it.each<[string, Forgery]>([
    ['that a page of another origin made', { origin: 'https://evil.example' }],
    ['that was made for another name', { rpId: 'evil.example' }],
    ['that did not see its owner', { unverified: true }],
    ['for a challenge that nobody asked', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ])('%s is refused', async (_, forgery) => {
    const who = await member()
    expect((await add(who, 'Laptop', forgery)).added.body.code).toBe('passkey-refused')
    expect((await who.call('GET', '/me/second-factor')).body.passkeys).toEqual([])
  })

  it('is made by the sign-in that asked, once', async () => {
    const who = await member()
    const other = await member()
    const { body: options } = await who.call('POST', '/me/passkeys/challenge')
    const answer = passkeyHolder(place).add(options)
    expect((await other.call('POST', '/me/passkeys', { name: 'Stolen', answer })).body.code).toBe(
      'passkey-refused',
    )
    expect((await who.call('POST', '/me/passkeys', { name: 'Mine', answer })).status).toBe(201)
    expect((await who.call('POST', '/me/passkeys', { name: 'Again', answer })).body.code).toBe('passkey-refused')
  })

  it('is not asked for where browsers cannot make one', async () => {
    const plain = await peopleServer({}, { baseUrl: 'http://10.0.0.7' })
    const { orgId: there } = await plain.organisation('Plain')
    const who = await plain.member(there, { roles: ['agent'] })
    expect((await who.call('GET', '/me/second-factor')).body.passkeysPossible).toBe(false)
    expect((await who.call('POST', '/me/passkeys/challenge')).body.code).toBe('passkeys-not-here')
    await plain.close()
  })
})
