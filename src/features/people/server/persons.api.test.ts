import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Member, type PeopleServer, peopleServer } from '../../../../tests/support/people-server.ts'

let server: PeopleServer
let orgId: string
let root: Member
let agent: Member
let lead: Member
let requester: Member
let stranger: Member

beforeAll(async () => {
  server = await peopleServer()
  orgId = (await server.organisation('Contoso')).orgId
  root = await server.member(orgId, { name: 'Root', roles: ['administrator'] })
  agent = await server.member(orgId, { name: 'Tess', roles: ['agent'], teams: ['service-desk'] })
  lead = await server.member(orgId, { name: 'Lies', roles: ['agent'], teams: ['service-desk'] })
  requester = await server.member(orgId, { name: 'Ada', roles: ['requester'] })
  stranger = await server.member((await server.organisation('Fabrikam')).orgId, {
    name: 'Eve',
    roles: ['administrator'],
  })
  await root.call('PUT', `/teams/service-desk/members/${lead.id}`, { isLead: true })
})
afterAll(() => server.close())

const missing = '0190a1b2-0000-7000-8000-000000000000'
const same = (...answers: { status: number; body: unknown }[]) =>
  expect(
    new Set(answers.map(({ status, body }) => JSON.stringify([status, { ...(body as object), reference: 0 }])))
      .size,
  ).toBe(1)

describe('looking people up', () => {
  it('is for staff; a requester hears the same whether somebody exists or not', async () => {
    expect((await requester.call('GET', '/people')).status).toBe(403)
    same(await requester.call('GET', `/people/${agent.id}`), await requester.call('GET', `/people/${missing}`))
    expect((await agent.call('GET', `/people/${requester.id}`)).body.name).toBe('Ada')
  })

  it('never reaches another organisation: that person does not exist', async () => {
    same(await agent.call('GET', `/people/${stranger.id}`), await agent.call('GET', `/people/${missing}`))
    for (const [method, url, body] of [
      ['PATCH', `/people/${agent.id}`, { name: 'Taken over' }],
      ['POST', `/people/${agent.id}/disable`],
      ['POST', `/people/${agent.id}/password-reset`],
      [
        'POST',
        `/people/${agent.id}/certifications`,
        { tier: 1, until: '2026-12-20T00:00:00.000Z', reason: 'because' },
      ],
      [
        'POST',
        `/people/${agent.id}/absences`,
        { from: '2026-12-01T00:00:00.000Z', until: '2026-12-02T00:00:00.000Z' },
      ],
      ['PUT', `/teams/service-desk/members/${stranger.id}`, { isLead: true }],
      ['DELETE', `/teams/service-desk/members/${agent.id}`],
    ] as const) {
      const { status } = await stranger.call(method, url, body)
      expect([url, status]).toEqual([url, url.includes(stranger.id) ? 200 : 404])
    }
    expect((await agent.call('GET', '/me')).body.teams).toMatchObject([{ team: 'service-desk' }])
  })

  it('pages by name without missing or repeating anyone, also when names are equal', async () => {
    const { orgId: other } = await server.organisation('Many')
    const admin = await server.member(other, { name: 'Aaa', roles: ['administrator'] })
    for (let n = 0; n < 12; n++) {
      await admin.call('POST', '/people', {
        name: n < 8 ? 'Same Name' : `Zed ${n}`,
        email: `p${n}@many.example`,
        roles: ['requester'],
        invite: false,
      })
    }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await admin.call('GET', `/people?limit=3${cursor === null ? '' : `&cursor=${cursor}`}`)
      seen.push(...page.body.people.map((one: { id: string }) => one.id))
      cursor = page.body.next
    } while (cursor !== null)
    expect([seen.length, new Set(seen).size]).toEqual([13, 13])
  })

  it.each(['x', 'WzFd', Buffer.from('["a","b"]').toString('base64url'), '%00'])(
    'refuses the cursor %j',
    async (cursor) => {
      expect((await agent.call('GET', `/people?cursor=${cursor}`)).status).toBe(400)
    },
  )

  it('finds by the beginnings of words in name and address; a wildcard is only a character', async () => {
    await root.call('POST', '/people', {
      name: 'Zoë van der Berg',
      email: 'zvdb@contoso.example',
      roles: ['requester'],
      invite: false,
    })
    const names = async (search: string) =>
      (await agent.call('GET', `/people?search=${encodeURIComponent(search)}`)).body.people.map(
        (one: { name: string }) => one.name,
      )
    expect(await names('berg zo')).toEqual(['Zoë van der Berg'])
    expect(await names('zvdb@')).toEqual(['Zoë van der Berg'])
    expect(await names('erg')).toEqual([])
    expect(await names('%')).toEqual([])
    expect(await names("'; drop table persons; --")).toEqual([])
  })

  it('filters by team, role and state', async () => {
    const names = async (query: string) =>
      (await agent.call('GET', `/people?${query}`)).body.people.map((one: { name: string }) => one.name)
    expect(await names('team=service-desk')).toEqual(['Lies', 'Tess'])
    expect(await names('role=administrator')).toEqual(['Root'])
    expect(await names('state=invited')).toEqual(['Zoë van der Berg'])
  })
})

describe('writing only what is declared', () => {
  it.each([
    { roles: ['administrator'] },
    { email: 'x@contoso.example' },
    { orgId: missing },
    { id: missing },
    { disabledAt: null },
  ])('a person cannot give themselves %j', async (more) => {
    expect((await requester.call('PATCH', '/me', { name: 'Ada', ...more })).status).toBe(400)
    expect((await requester.call('GET', '/me')).body.roles).toEqual(['requester'])
  })

  it('people change their own name, language and theme, and nothing hidden gets into a name', async () => {
    const { body } = await requester.call('PATCH', '/me', {
      name: 'Ada \u202eresseV\n<b>',
      language: 'en',
      theme: 'dark',
    })
    expect([body.name, body.language, body.theme]).toEqual(['Ada resseV b', 'en', 'dark'])
    await requester.call('PATCH', '/me', { name: 'Ada', language: 'nl' })
  })

  it.each([
    ['agent', () => agent],
    ['lead', () => lead],
    ['requester', () => requester],
  ] as const)('an %s administers nobody', async (_, who) => {
    for (const [method, url, body] of [
      ['POST', '/people', { name: 'New', email: 'new@contoso.example', roles: ['administrator'] }],
      ['PATCH', `/people/${who().id}`, { roles: ['administrator'] }],
      ['POST', `/people/${root.id}/disable`],
      ['POST', `/people/${root.id}/password-reset`],
      ['POST', '/teams', { key: 'new', name: { nl: 'Nieuw', en: 'New' } }],
      ['PATCH', '/organisation', { name: 'Mine' }],
      ['GET', '/oidc-providers'],
      ['GET', '/people-changes'],
    ] as const) {
      expect([url, (await who().call(method, url, body)).status]).toEqual([url, 403])
    }
  })
})

describe('an organisation', () => {
  it('keeps an administrator, also when two leave at the same time', async () => {
    const { orgId: other } = await server.organisation('Two')
    const [one, two] = [
      await server.member(other, { roles: ['administrator'] }),
      await server.member(other, { roles: ['administrator'] }),
    ]
    const answers = await Promise.all([
      one.call('PATCH', `/people/${two.id}`, { roles: ['agent'] }),
      two.call('POST', `/people/${one.id}/disable`),
    ])
    expect(answers.map(({ status }) => status).toSorted()).not.toEqual([200, 200])
    const { rows } = await server.platform.owner.query(
      `select from persons where org_id = $1 and 'administrator' = any(roles) and disabled_at is null`,
      [other],
    )
    expect(rows).toHaveLength(1)
  })

  it('does not count an administrator who never signed in as the one who is left', async () => {
    const { orgId: other } = await server.organisation('Three')
    const only = await server.member(other, { roles: ['administrator'] })
    await only.call('POST', '/people', {
      name: 'Invited',
      email: 'invited@three.example',
      roles: ['administrator'],
    })
    expect((await only.call('PATCH', `/people/${only.id}`, { roles: ['agent'] })).body.code).toBe(
      'last-administrator',
    )
  })

  it('has one person per address, whatever its capitals', async () => {
    await root.call('POST', '/people', { name: 'One', email: 'One@Contoso.example', roles: ['requester'] })
    const again = await root.call('POST', '/people', {
      name: 'Two',
      email: 'oNE@contoso.EXAMPLE',
      roles: ['requester'],
    })
    expect(again.body.code).toBe('email-taken')
    expect((await root.call('PATCH', `/people/${agent.id}`, { email: 'ONE@contoso.example' })).body.code).toBe(
      'email-taken',
    )
  })

  it('lives in a time zone that exists', async () => {
    expect((await root.call('PATCH', '/organisation', { timeZone: 'Europe/Utrecht' })).body.code).toBe(
      'time-zone-unknown',
    )
    expect(
      (await root.call('PATCH', '/organisation', { timeZone: 'Europe/Brussels', setUp: true })).body.setUp,
    ).toBe(true)
  })
})

describe('setting up', () => {
  it('gives the organisation a short name after its name, once, and never that of another', async () => {
    const { orgId: first } = await server.organisation('Tierwise')
    const admin = await server.member(first, { roles: ['administrator'] })
    const { body } = await admin.call('PATCH', '/organisation', { name: 'Woodgrove Bank', setUp: true })
    expect([body.slug, body.setUp]).toEqual(['woodgrove-bank', true])
    expect((await admin.call('PATCH', '/organisation', { name: 'Other', setUp: true })).body.slug).toBe(
      'woodgrove-bank',
    )
    const { orgId: second } = await server.organisation('Second')
    const other = await server.member(second, { roles: ['administrator'] })
    const taken = await other.call('PATCH', '/organisation', { name: 'Woodgrove Bank', setUp: true })
    expect([taken.status, taken.body.slug]).toEqual([200, 'second'])
  })
})

describe('a lead', () => {
  it('takes agents into the own team and lets them go, but makes nobody lead', async () => {
    const person = await server.member(orgId, { roles: ['agent'] })
    const to = (isLead: boolean, team = 'service-desk') =>
      lead.call('PUT', `/teams/${team}/members/${person.id}`, { isLead })
    expect((await to(false)).status).toBe(200)
    expect((await to(true)).status).toBe(403)
    expect((await to(false, 'mdm')).status).toBe(403)
    expect((await lead.call('DELETE', `/teams/service-desk/members/${person.id}`)).status).toBe(200)
    expect(
      (await lead.call('PUT', `/teams/service-desk/members/${requester.id}`, { isLead: false })).body.code,
    ).toBe('not-an-agent')
  })

  it('certifies members of the own team with a reason and an end, never themselves, and nobody outside it', async () => {
    const until = '2026-12-20T00:00:00.000Z'
    const certify = (id: string, more: object = {}) =>
      lead.call('POST', `/people/${id}/certifications`, {
        tier: 1,
        until,
        reason: 'Worked here for years',
        ...more,
      })
    const { body } = await certify(agent.id)
    expect(body.certifications).toMatchObject([
      { tier: 1, until, override: { by: lead.id, reason: 'Worked here for years' } },
    ])
    expect((await certify(lead.id)).status).toBe(403)
    expect((await certify(requester.id)).status).toBe(403)
    expect((await certify(agent.id, { reason: ' ' })).status).toBe(400)
    expect((await certify(agent.id, { until: '2020-01-01T00:00:00.000Z' })).body.code).toBe('until-before-from')
    const endless = await certify(agent.id, { until: null })
    expect([endless.status, JSON.stringify(endless.body)]).toEqual([400, expect.stringContaining('until')])
    const later = await certify(agent.id, { until: '2027-01-05T00:00:00.000Z' })
    expect(later.body.code).toBe('override-too-long')
    const ended = await lead.call('POST', `/people/${agent.id}/certifications/${body.certifications[0].id}/end`)
    expect(ended.body.certifications).toEqual([])
  })

  it('is no lead any more when the role is taken away', async () => {
    const former = await server.member(orgId, { roles: ['agent'] })
    await root.call('PUT', `/teams/mdm/members/${former.id}`, { isLead: true })
    expect((await former.call('GET', '/me')).body.roles).toEqual(['agent', 'lead'])
    await root.call('PATCH', `/people/${former.id}`, { roles: ['agent'] })
    const { body } = await root.call('GET', '/teams')
    expect(body.teams.find((team: { key: string }) => team.key === 'mdm').members).toMatchObject([
      { id: former.id, isLead: false },
    ])
  })
})

describe('absence', () => {
  const away = { from: '2026-11-20T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z', reason: 'Operation' }

  it('shows that somebody is away to colleagues, and why only to the lead, an administrator and themselves', async () => {
    expect((await agent.call('POST', `/people/${agent.id}/absences`, away)).body.absences).toMatchObject([
      { reason: 'Operation' },
    ])
    const colleague = await server.member(orgId, { roles: ['agent'] })
    const seen = async (who: Member) => (await who.call('GET', `/people/${agent.id}`)).body
    expect([(await seen(colleague)).absent, (await seen(colleague)).absences[0].reason]).toEqual([true, null])
    expect((await seen(lead)).absences[0].reason).toBe('Operation')
    const { rows } = await server.platform.owner.query('select * from people_changes')
    expect(JSON.stringify(rows)).not.toContain('Operation')
  })

  it('of somebody else is not for a requester, who does not even learn that they exist', async () => {
    const plan = (id: string) => requester.call('POST', `/people/${id}/absences`, away)
    same(await plan(agent.id), await plan(missing))
    expect((await plan(requester.id)).status).toBe(200)
  })

  it('is ended by taking it back', async () => {
    const { body } = await agent.call('GET', `/people/${agent.id}`)
    await agent.call('DELETE', `/people/${agent.id}/absences/${body.absences[0].id}`)
    expect((await lead.call('GET', `/people/${agent.id}`)).body).toMatchObject({ absent: false, absences: [] })
  })
})

describe('a team', () => {
  it('has a key of its own, names in both languages, and goes when it is empty', async () => {
    const team = { key: 'field', name: { nl: 'Buitendienst', en: 'Field support' } }
    expect((await root.call('POST', '/teams', team)).status).toBe(201)
    expect((await root.call('POST', '/teams', team)).body.code).toBe('team-key-taken')
    await root.call('PUT', `/teams/field/members/${requester.id}`, { isLead: false })
    expect((await requester.call('GET', '/me')).body.roles).toEqual(['requester', 'agent'])
    expect((await root.call('DELETE', '/teams/field')).body.code).toBe('team-in-use')
    await root.call('DELETE', `/teams/field/members/${requester.id}`)
    expect((await root.call('DELETE', '/teams/field')).status).toBe(204)
  })
})

describe('the record of changes', () => {
  it('says who changed what, before and after, and is for administrators and auditors', async () => {
    const person = await server.member(orgId, { name: 'Before', roles: ['agent'] })
    await root.call('PATCH', `/people/${person.id}`, { name: 'After' })
    const auditor = await server.member(orgId, { roles: ['auditor'] })
    const { body } = await auditor.call('GET', `/people-changes?subject=${person.id}`)
    expect(body.changes[0]).toMatchObject({
      what: 'person-changed',
      by: { name: 'Root' },
      before: { name: 'Before' },
      after: { name: 'After' },
    })
  })

  it('cannot be changed or removed by the program', async () => {
    for (const statement of ['delete from people_changes', "update people_changes set what = 'nothing'"]) {
      const attempt = server.platform.database
        .connection()
        .execute((db) => db.executeQuery({ sql: statement, parameters: [], query: { kind: 'RawNode' } } as never))
      await expect(attempt).rejects.toThrow('permission denied')
    }
  })
})
