import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { type PlanServer, planServer } from '../../../../tests/support/plan-server.ts'
import type { PlanDraft, PlanFacts } from '../contract.ts'
import { nothingLearnt } from '../domain/check/desk-facts.ts'
import { deskFacts } from './check-facts.ts'
import { checkLinks } from './check-links.ts'

let server: PlanServer
let orgId: string
let owner: string

beforeAll(async () => {
  server = await planServer()
})
afterAll(() => server.close())

beforeEach(async () => {
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  await server.starter(orgId, owner)
})

const facts = () =>
  inOrganisation(server.platform, orgId, (tx) =>
    deskFacts(tx, { learningFacts: () => Promise.resolve(nothingLearnt) }),
  )
const add = (table: string, row: Readonly<Record<string, unknown>>) => {
  const columns = { org_id: orgId, ...row }
  const names = Object.keys(columns)
  return server.platform.owner.query(
    `insert into ${table} (${names.join()}) values (${names.map((_, index) => `$${index + 1}`).join()})`,
    Object.values(columns),
  )
}

describe('the check of a desk', () => {
  test('goes by who is in the teams, who leads, and who may work in a tier now', async () => {
    const [lead, agent, gone] = [
      await server.newPerson(orgId, 'Lea Lead', ['agent', 'lead']),
      await server.newPerson(orgId, 'Arno Agent', ['agent']),
      await server.newPerson(orgId, 'Gea Gone', ['agent']),
    ]
    const now = '2026-11-01T00:00:00.000Z'
    await add('teams', { key: 'servicedesk', name_nl: 'Servicedesk', name_en: 'Help desk', created_at: now })
    await add('teams', { key: 'empty', name_nl: 'Leeg', name_en: 'Empty', created_at: now })
    for (const person of [lead, agent, gone]) {
      await add('memberships', {
        team_key: 'servicedesk',
        person_id: person,
        is_lead: person === lead,
        since: now,
      })
      await add('certifications', {
        id: newId(),
        person_id: person,
        tier: 1,
        valid_from: '2020-01-01T00:00:00.000Z',
        valid_until: person === agent ? '2020-02-01T00:00:00.000Z' : null,
        given_at: now,
      })
    }
    await server.platform.owner.query('update persons set disabled_at = now() where id = $1', [gone])
    const { today, ...found } = await facts()
    expect(today).toBe(server.platform.clock.now().slice(0, 10))
    expect(found).toEqual({
      ...nothingLearnt,
      teams: { servicedesk: { members: 2, leads: 1 }, empty: { members: 0, leads: 0 } },
      certified: [{ tier: 1, teams: ['servicedesk'], leads: ['servicedesk'], until: null, byOverride: false }],
      roles: { agent: 2, lead: 1, 'plan-owner': 1 },
      links: {},
    })
    const draft = (await server.draftBy(owner)) as PlanDraft
    expect(draft.findings).toContainEqual({
      code: 'tier-on-one-person',
      severity: 'warning',
      place: ['teams', 'tiers', 0, 'team'],
      values: { tier: 1, name: { nl: 'Servicedesk', en: 'Help desk' } },
    })
  })

  test('knows until when somebody may work in a tier, and whether a lead let them in', async () => {
    const [trained, letIn] = [
      await server.newPerson(orgId, 'Tria Trained', ['agent']),
      await server.newPerson(orgId, 'Loes Let-In', ['agent']),
    ]
    const certify = (person: string, tier: number, until: string, by: string | null) =>
      add('certifications', {
        id: newId(),
        person_id: person,
        tier,
        valid_from: '2020-01-01T00:00:00.000Z',
        valid_until: until,
        override_by: by,
        override_reason: by && 'Holidays',
        given_at: '2020-01-01T00:00:00.000Z',
      })
    await certify(trained, 1, '2090-01-01T12:00:00.000Z', null)
    await certify(trained, 1, '2091-06-01T12:00:00.000Z', null)
    await certify(letIn, 2, '2090-02-01T12:00:00.000Z', trained)
    expect((await facts()).certified).toEqual([
      { tier: 1, teams: [], leads: [], until: '2091-06-01', byOverride: false },
      { tier: 2, teams: [], leads: [], until: '2090-02-01', byOverride: true },
    ])
  })

  test('tells of the published plan too, and a draft with warnings can be published', async () => {
    const { body } = await server.call(owner, 'GET', '/plan/check')
    expect(body.findings.map((finding) => finding.code)).toContain('tier-without-members')
    const draft = await server.draftBy(owner)
    const changed = await server.save(owner, draft, (document) => (document.process.retention = null))
    expect(changed.body.findings.map((finding) => finding.code)).toContain('retention-missing')
    const { revision } = changed.body
    const published = await server.call(owner, 'POST', '/plan/draft/publish', { revision, reason: 'For now' })
    expect(published.status).toBe(200)
  })

  test('counts only the own organisation', async () => {
    const other = await server.newOrganisation()
    await server.newPerson(other, 'Otto Other', ['administrator', 'lead'])
    expect((await facts()).roles).toEqual({ 'plan-owner': 1 })
  })
})

describe('the links of a plan', () => {
  let web: Server
  let base: string
  let asked: string[]

  beforeAll(async () => {
    web = createServer((httpRequest, answer) => {
      const path = httpRequest.url ?? ''
      asked.push(path)
      if (path === '/moved') answer.writeHead(302, { location: '/there' }).end()
      else if (path === '/round') answer.writeHead(302, { location: '/round' }).end()
      else answer.writeHead(Number(/\d+/.exec(path)?.[0] ?? 200)).end('x'.repeat(100_000))
    })
    await new Promise<void>((ready) => web.listen(0, '127.0.0.1', ready))
    base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((closed) => web.close(closed)))

  const withLinks = async (urls: readonly string[]) => {
    asked = []
    const draft = await server.draftBy(owner)
    await server.save(owner, draft, (document) => {
      document.involvement.resources = urls.map((url, index) => ({
        key: `link-${index}`,
        name: { nl: `Bron ${index}`, en: `Resource ${index}` },
        url,
        tiers: [],
      }))
      for (const course of document.training.courses) for (const item of course.agenda) item.material = []
    })
  }
  const looked = async (policy?: { allowPrivate: boolean }) => {
    await checkLinks(server.platform, { orgId }, policy)
    const { links } = await facts()
    return Object.fromEntries(
      Object.entries(links)
        .filter(([url]) => url.startsWith(base) || url.includes('invalid'))
        .map(([url, fact]) => [url.replace(base, ''), fact.outcome]),
    )
  }

  test('are looked at once each: what is there, what is gone, and what nobody can tell', async () => {
    const paths = ['/there', '/moved', '/round', '/404', '/410', '/403', '/500']
    await withLinks([...paths.map((path) => `${base}${path}`), `${base}/there#part`, 'http://127.0.0.1:1/closed'])
    expect(await looked({ allowPrivate: true })).toEqual({
      '/there': 'ok',
      '/there#part': 'ok',
      '/moved': 'ok',
      '/round': 'unclear',
      '/404': 'gone',
      '/410': 'gone',
      '/403': 'unclear',
      '/500': 'unclear',
    })
    expect((await facts()).links['http://127.0.0.1:1/closed']?.outcome).toBe('unreachable')
    const draft = (await server.call(owner, 'GET', '/plan/draft')).body
    const dead = draft.findings.filter((finding) => finding.code === 'link-dead')
    expect(dead.map((finding) => finding.values['url'])).toEqual([
      `${base}/404`,
      `${base}/410`,
      'http://127.0.0.1:1/closed',
    ])
  })

  test('inside the network are left alone, and are no fault', async () => {
    await withLinks([`${base}/404`, 'http://169.254.169.254/latest/meta-data'])
    expect(await looked()).toEqual({ '/404': 'unclear' })
    expect(asked).toEqual([])
    expect((await facts()).links['http://169.254.169.254/latest/meta-data']?.outcome).toBe('unclear')
  })

  test('that the plan no longer has are forgotten', async () => {
    await withLinks([`${base}/404`])
    await looked({ allowPrivate: true })
    const draft = (await server.call(owner, 'GET', '/plan/draft')).body
    await server.save(owner, draft, (document) => (document.involvement.resources = []))
    expect(await looked({ allowPrivate: true })).toEqual({})
  })

  test('are looked at by a job that an editor asks for', async () => {
    expect((await server.call(owner, 'POST', '/plan/links/check')).status).toBe(204)
    const { rows } = await server.platform.owner.query<{ found: string }>(
      `select count(*) as found from graphile_worker.jobs where task_identifier = 'plan.check-links'`,
    )
    expect(Number(rows[0]?.found)).toBe(1)
  })
})

test('the facts name nobody', async () => {
  const { body } = await server.call(owner, 'GET', '/plan/facts')
  expect(Object.keys(body as unknown as PlanFacts).toSorted()).toEqual([
    'bridges',
    'certified',
    'links',
    'meetings',
    'retraining',
    'roles',
    'teams',
    'today',
    'trainings',
  ])
  expect(JSON.stringify(body)).not.toContain('Olga')
})
