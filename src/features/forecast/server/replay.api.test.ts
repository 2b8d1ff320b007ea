import { nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planRoutes } from '#features/plan/server/routes.ts'
import { newId } from '#platform/database/id.ts'
import { createApp } from '#platform/http/app.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { opened } from '../../../../tests/support/ticket-work.ts'
import type { FitAnswer } from '../contract/fit.ts'
import type { ReplayPage } from '../contract/replay.ts'
import { inSlices, pageSize } from './past.ts'
import { forecastRoutes } from './routes.ts'

const services = { learningFacts: () => Promise.resolve(nothingLearnt) }
let platform: TestPlatform
let desk: TestDesk
let app: Awaited<ReturnType<typeof createApp>>

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
  const other = await testDesk(platform, { name: 'Fabrikam' })
  app = await createApp(platform, {
    authenticate: async (httpRequest) => {
      const who = String(httpRequest.headers['x-test-person'])
      const of = who.startsWith('other ') ? other : desk
      const name = who.replace('other ', '') as 'pia'
      const { id } = of.people[name]
      const { roles } = await of.as(name)
      return { orgId: of.orgId, personId: id, roles, language: 'en', kind: 'session' } as never
    },
    stillSignedIn: () => Promise.resolve(new Set()),
  })
  planRoutes(app, services)
  forecastRoutes(app, services)
  await app.ready()
  const work = { platform, desk }
  await opened({ ...work, now: '2026-11-16T09:00:00.000Z' }, 'ada', {
    subject: 'First',
    category: 'enrollment-blocked',
    platform: 'ios',
  })
  await opened({ ...work, now: '2026-11-17T09:00:00.000Z' }, 'bob', {
    subject: 'Second',
    category: 'app-install',
    platform: 'windows',
  })
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

async function call<Answer>(who: string, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) {
  const headers = { 'x-test-person': who, ...(method === 'GET' ? {} : { 'idempotency-key': newId() }) }
  const payload = body === undefined ? {} : { payload: body as object }
  const answer = await app.inject({ method, url: `/api/v1${url}`, headers, ...payload })
  return { status: answer.statusCode, body: answer.json() as Answer & { readonly code?: string } }
}

const replay = (who: string, body: object) => call<ReplayPage>(who, 'POST', '/forecast/replays', body)
const november = { from: '2026-11-01', to: '2026-11-30' }

async function saveDraft(change: (plan: SupportPlan) => void): Promise<void> {
  type Draft = { readonly revision: number; readonly document: SupportPlan }
  const { body: draft } = await call<Draft>('pia', 'GET', '/plan/draft')
  const document = structuredClone(draft.document)
  change(document)
  const saved = await call('pia', 'PUT', '/plan/draft', { revision: draft.revision, document })
  expect(saved.status).toBe(200)
}

describe('a replay', () => {
  test('under the version that tickets ran under finds nothing', async () => {
    const { status, body } = await replay('pia', { plan: 1, ...november })
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 2, tickets: [], next: null, totals: { tickets: 2, otherwise: 0 } })
  })

  test('takes the tickets that were opened in the period, whole days where the contact tier is', async () => {
    const day = async (from: string, to: string) => (await replay('pia', { plan: 1, from, to })).body.total
    expect(await day('2026-11-16', '2026-11-16')).toBe(1)
    expect(await day('2026-11-17', '2026-11-30')).toBe(1)
    expect(await day('2026-11-18', '2026-11-30')).toBe(0)
    expect((await replay('pia', { plan: 1, from: '2026-11-17', to: '2026-11-16' })).status).toBe(400)
  })

  test('under the draft says what it would have decided otherwise, and changes its mark with it', async () => {
    await call('pia', 'POST', '/plan/draft', {})
    const same = await replay('pia', { plan: 'draft', ...november })
    expect(same.body.totals.otherwise).toBe(0)
    await saveDraft((plan) => {
      const category = plan.process.categories.find(({ key }) => key === 'app-install')
      if (category) Object.assign(category, { impact: 'high', urgency: 'high' })
    })
    const changed = await replay('pia', { plan: 'draft', ...november })
    expect(changed.body.mark).not.toBe(same.body.mark)
    expect(changed.body.tickets).toMatchObject([
      {
        subject: 'Second',
        differences: expect.arrayContaining([expect.objectContaining({ kind: 'priority', now: 1 })]),
      },
    ])
  })

  test('of a draft with errors is refused', async () => {
    await saveDraft((plan) => {
      plan.process.contactTier = 9
    })
    expect(await replay('pia', { plan: 'draft', ...november })).toMatchObject({
      status: 409,
      body: { code: 'draft-has-errors' },
    })
  })

  test('reads nothing of another organisation, and is for who edits the plan', async () => {
    expect((await replay('other pia', { plan: 1, ...november })).body.total).toBe(0)
    expect((await replay('tess', { plan: 1, ...november })).status).toBe(403)
    expect((await replay('pia', { plan: 77, ...november })).status).toBe(404)
  })

  test('comes a page at a time', async () => {
    const tickets = Array.from({ length: pageSize }, (_, index) => index)
    for (const index of tickets)
      await opened({ platform, desk, now: '2026-10-05T09:00:00.000Z' }, 'ada', { subject: `October ${index}` })
    const october = { plan: 1, from: '2026-10-01', to: '2026-11-30' }
    const first = await replay('pia', october)
    expect(first.body.totals.tickets).toBe(pageSize)
    const second = await replay('pia', { ...october, after: first.body.next })
    expect(second.body).toMatchObject({ totals: { tickets: 2 }, total: pageSize + 2, next: null })
  }, 60_000)
})

describe('a fit', () => {
  test('with few tickets says how many there are, and keeps our judgement', async () => {
    const { status, body } = await call<FitAnswer>('pia', 'GET', '/forecast/fit?days=1095')
    expect(status).toBe(200)
    expect(body.tickets).toBe(pageSize + 2)
    expect(body.fitted.find(({ what }) => what === 'work')).toMatchObject({
      observations: 0,
      set: null,
      parts: [],
    })
    expect((await call('tess', 'GET', '/forecast/fit')).status).toBe(403)
  })

  test('of shares that are known can be put in the place of our judgement', async () => {
    const { body } = await call<FitAnswer>('pia', 'GET', '/forecast/fit?days=1095')
    const priorities = body.fitted.find(({ what }) => what === 'priorities')
    expect(priorities?.set).not.toBeNull()
    const set = { set: priorities?.set, source: 'desk' }
    const headers = { 'x-test-person': 'pia', 'idempotency-key': newId() }
    const answer = await app.inject({ method: 'PUT', url: '/api/v1/forecast/assumptions', headers, payload: set })
    expect(answer.statusCode).toBe(204)
  })
})

test('slices let others go first', async () => {
  const order: string[] = []
  setImmediate(() => order.push('somebody else'))
  const work = inSlices([1, 2, 3], (item) => {
    const until = performance.now() + 20
    while (performance.now() < until);
    order.push(`item ${item}`)
    return item
  })
  expect(await work).toEqual([1, 2, 3])
  expect(order.indexOf('somebody else')).toBe(1)
})
