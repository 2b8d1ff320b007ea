import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  goodPassword,
  type Member,
  type PeopleServer,
  peopleServer,
  secretIn,
} from '../../../../tests/support/people-server.ts'
import { createAdminLink } from './actions.ts'

let server: PeopleServer
let orgId: string
let adminLink: string
let root: Member

beforeAll(async () => {
  server = await peopleServer({
    isLeaked: (password) => Promise.resolve(password === 'gelekt maar wel lang genoeg'),
  })
  const contoso = await server.organisation('Contoso')
  orgId = contoso.orgId
  adminLink = contoso.link
  root = await server.member(orgId, { roles: ['administrator'] })
})
afterAll(() => server.close())

const look = (link: string) => server.browser().call('POST', '/links/look', { link })
const use = (body: object) => server.browser().call('POST', '/links/use', { password: goodPassword, ...body })

async function invited(given: object = {}): Promise<{ id: string; email: string; link: string }> {
  const email = `i${Math.random().toString(36).slice(2)}@contoso.example`
  const { body } = await root.call('POST', '/people', { name: 'Invited', email, roles: ['agent'], ...given })
  return { id: body.person.id, email, link: secretIn(body.link.address) }
}

describe('the administrator link of a new organisation', () => {
  it('makes its holder administrator, signed in, and works once', async () => {
    expect((await look(adminLink)).body).toMatchObject({
      kind: 'administrator',
      organisation: { name: 'Contoso' },
      person: null,
    })
    const browser = server.browser()
    const given = {
      link: adminLink,
      name: 'Jan Visser',
      email: 'jan@contoso.example',
      language: 'nl',
      password: goodPassword,
    }
    const { status, body } = await browser.call('POST', '/links/use', given)
    expect(status).toBe(200)
    expect(body.me.roles).toContain('administrator')
    expect((await browser.call('GET', '/me')).body.name).toBe('Jan Visser')
    expect((await use({ link: adminLink, name: 'Second', email: 'second@contoso.example' })).body.code).toBe(
      'link-not-valid',
    )
  })

  it('is replaced by a newer one, made from the command line', async () => {
    const first = secretIn(await createAdminLink(server.platform))
    const second = secretIn(await createAdminLink(server.platform, 'contoso'))
    expect((await look(first)).body.code).toBe('link-not-valid')
    expect((await look(second)).status).toBe(200)
  })

  it('helps somebody who is known back in as administrator', async () => {
    const member = await server.member(orgId, { name: 'Locked Out', roles: ['agent'] })
    const link = secretIn(await createAdminLink(server.platform))
    const { body } = await use({ link, name: 'Locked Out', email: member.email })
    expect([body.me.id, body.me.roles]).toEqual([member.id, ['agent', 'administrator']])
  })

  it('lets one of fifty who use it at the same time in', async () => {
    const link = secretIn(await createAdminLink(server.platform))
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => use({ link, name: 'Racer', email: `racer${n}@contoso.example` })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ body }) => body.code === 'link-not-valid')).toHaveLength(49)
  })
})

describe('an invitation', () => {
  it('shows whom it is for, and lets them choose a password', async () => {
    const { id, email, link } = await invited({ name: 'Ada Visser', teams: ['service-desk'] })
    expect((await look(link)).body).toMatchObject({ kind: 'invitation', person: { name: 'Ada Visser', email } })
    const { body } = await use({ link, name: 'Ada V.', language: 'en' })
    expect(body.me).toMatchObject({
      id,
      name: 'Ada V.',
      language: 'en',
      roles: ['agent'],
      teams: [{ team: 'service-desk' }],
    })
    expect((await root.call('GET', `/people/${id}`)).body.state).toBe('active')
  })

  it('is mailed in the language of the person, with the secret behind the #', async () => {
    await invited({ email: 'mailed@contoso.example', language: 'en' })
    const mail = server.mails.find((one) => one.to === 'mailed@contoso.example')
    expect(mail?.subject).toBe('Contoso invites you to Tierwise')
    expect(mail?.text).toMatch(/http:\/\/desk\.test\/welcome#[\w-]{22}\.[\w-]{43}\n/)
  })

  it('cannot give more than was invited to: roles, address and organisation are not taken from the page', async () => {
    const { link, email } = await invited()
    for (const more of [{ roles: ['administrator'] }, { orgId }, { personId: root.id }]) {
      expect((await use({ link, ...more })).status).toBe(400)
    }
    const { body } = await use({ link, email: 'administrator@contoso.example' })
    expect([body.me.email, body.me.roles]).toEqual([email, ['agent']])
  })

  it.each([
    ['kort', 'password-too-short'],
    ['wachtwoord123', 'password-common'],
    ['contoso-welkom', 'password-about-you'],
    ['gelekt maar wel lang genoeg', 'password-leaked'],
  ])('is not used up by the password %j', async (password, code) => {
    const { link } = await invited()
    expect((await use({ link, password })).body.code).toBe(code)
    expect((await use({ link })).status).toBe(200)
  })

  it('is over after two weeks, when replaced, and when the person is disabled, with the same answer as a made-up one', async () => {
    const [old, replaced, disabled] = [await invited(), await invited(), await invited()]
    await root.call('POST', `/people/${replaced.id}/invitation`)
    await root.call('POST', `/people/${disabled.id}/disable`)
    const madeUp = `${old.link.split('.')[0]}.${'A'.repeat(43)}`
    const elsewhere = `${'A'.repeat(22)}.${'A'.repeat(43)}`
    const answers = [
      await look(replaced.link),
      await look(disabled.link),
      await look(madeUp),
      await look(elsewhere),
      await look('x'),
    ]
    server.platform.clock.advance({ days: 14, minutes: 1 })
    answers.push(await look(old.link))
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect(answers[0]?.body.code).toBe('link-not-valid')
  })

  it('is not for somebody who has signed in', async () => {
    const root2 = await server.member(orgId, { roles: ['administrator'] })
    const member = await server.member(orgId, { roles: ['agent'] })
    expect((await root2.call('POST', `/people/${member.id}/invitation`)).body.code).toBe('already-joined')
  })
})

describe('a link for a new password', () => {
  const ask = (email: string) => server.browser().call('POST', '/password-resets', { email })
  const mailsTo = (email: string) => server.mails.filter((mail) => mail.to === email)
  const settled = () => new Promise((resolve) => setTimeout(resolve, 300))

  it('goes to the mailbox of the person only; the answer does not tell whether there is one', async () => {
    const member = await server.member(orgId, { roles: ['agent'] })
    const [known, unknown] = [await ask(member.email), await ask('nobody@contoso.example')]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    await settled()
    expect(mailsTo(member.email)).toHaveLength(1)
    expect(mailsTo('nobody@contoso.example')).toHaveLength(0)
  })

  it('ends all sign-ins, works once, and for two hours', async () => {
    const member = await server.member(orgId, { roles: ['agent'] })
    await ask(member.email)
    await settled()
    const link = /welcome#(\S+)/.exec(mailsTo(member.email)[0]?.text ?? '')?.[1] ?? ''
    expect((await use({ link, password: 'vier losse woorden hier' })).status).toBe(200)
    expect((await member.call('GET', '/me')).status).toBe(401)
    expect((await use({ link, password: 'vier losse woorden daar' })).body.code).toBe('link-not-valid')

    await ask(member.email)
    await settled()
    const late = /welcome#(\S+)/.exec(mailsTo(member.email)[1]?.text ?? '')?.[1] ?? ''
    server.platform.clock.advance({ hours: 2, seconds: 1 })
    expect((await look(late)).body.code).toBe('link-not-valid')
  })

  it('is mailed three times an hour at most, and asking again does not take away the first', async () => {
    const member = await server.member(orgId, { roles: ['agent'] })
    for (let n = 0; n < 6; n++) {
      expect((await ask(member.email)).status).toBe(202)
      await settled()
    }
    expect(mailsTo(member.email)).toHaveLength(3)
    const [first, second] = mailsTo(member.email).map((mail) => /welcome#(\S+)/.exec(mail.text)?.[1] ?? '')
    expect((await use({ link: first, password: 'vier losse woorden hier' })).status).toBe(200)
    expect((await look(second ?? '')).body.code).toBe('link-not-valid')
  })

  it('is made by an administrator too, and never changes how somebody is called', async () => {
    const admin = await server.member(orgId, { roles: ['administrator'] })
    const member = await server.member(orgId, { name: 'Kept Name', roles: ['agent'] })
    const { body } = await admin.call('POST', `/people/${member.id}/password-reset`)
    const used = await use({ link: secretIn(body.address), name: 'Other Name' })
    expect(used.body.me.name).toBe('Kept Name')
  })
})
