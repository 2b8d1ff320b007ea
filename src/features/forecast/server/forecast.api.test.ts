import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#platform/database/id.ts'
import type { ForecastInputs } from '../contract.ts'
import type { Forecast } from '../domain/forecast.ts'
import { type LearningFacts, nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { type PlanServer, planServer } from '../../../../tests/support/plan-server.ts'
import { waveOutlook } from './actions.ts'
import { forecastRoutes } from './routes.ts'

/** What training and bridges would say. */
let learnt: LearningFacts = nothingLearnt
const services = { learningFacts: () => Promise.resolve(learnt) }

let server: PlanServer
let orgId: string
let owner: string
let agent: string

beforeAll(async () => {
  server = await planServer((app) => forecastRoutes(app, services))
})
afterAll(() => server.close())

beforeEach(async () => {
  learnt = nothingLearnt
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  agent = await server.newPerson(orgId, 'Tess Tier', ['agent'])
  await server.starter(orgId, owner)
})

async function call<Answer>(person: string, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) {
  const { status, body: answer } = await server.call(person, method, url, body)
  return { status, body: answer as unknown as Answer & { readonly code?: string } }
}

async function line(place: string, person = agent) {
  const { body } = await call<ForecastInputs>(person, 'GET', '/forecast/inputs')
  return body.assumptions.find((one) => one.place === place)
}

describe('assumptions', () => {
  test('are judgement or the plan until somebody sets them, in their name', async () => {
    expect(await line('sendBack')).toMatchObject({ source: 'judgement', by: null })
    expect(await line('hours')).toMatchObject({ source: 'plan', value: 'plan' })
    const set = { sendBack: 0.3, tiers: { 2: { work: { meanMinutes: 70 } } }, patience: 'none', horizon: null }
    expect((await call(owner, 'PUT', '/forecast/assumptions', { set })).status).toBe(204)
    expect(await line('sendBack')).toMatchObject({ source: 'changed', value: 0.3, by: { name: 'Olga Owner' } })
    expect(await line('tiers.2.work')).toMatchObject({
      source: 'changed',
      value: { distribution: 'lognormal', meanMinutes: 70 },
    })
    expect(await line('patience')).toMatchObject({ source: 'changed', value: null })
    expect(await line('horizon')).toMatchObject({ source: 'changed', value: null })
    expect(await line('tiers.1.work')).toMatchObject({ source: 'judgement' })
  })

  test('that were fitted come from the desk, and are taken back one by one', async () => {
    await call(owner, 'PUT', '/forecast/assumptions', { set: { sendBack: 0.3, seed: 5 }, source: 'desk' })
    expect(await line('sendBack')).toMatchObject({ source: 'desk' })
    await call(owner, 'PUT', '/forecast/assumptions', { reset: ['sendBack'] })
    expect(await line('sendBack')).toMatchObject({ source: 'judgement', value: 0.12 })
    expect(await line('seed')).toMatchObject({ source: 'desk', value: 5 })
  })

  test('keep on record what was said before', async () => {
    await call(owner, 'PUT', '/forecast/assumptions', { set: { sendBack: 0.3 } })
    await call(owner, 'PUT', '/forecast/assumptions', { set: { sendBack: 0.4 } })
    await call(owner, 'PUT', '/forecast/assumptions', { reset: ['sendBack'] })
    const { rows } = await server.platform.owner.query(
      'select source, value from forecast_assumptions where org_id = $1 order by id',
      [orgId],
    )
    expect(rows).toEqual([
      { source: 'changed', value: 0.3 },
      { source: 'changed', value: 0.4 },
      { source: 'reset', value: null },
    ])
  })

  test.each([
    ['a share above one', { set: { sendBack: 1.2 } }, 400],
    ['an unknown name', { set: { sendback: 0.1 } }, 400],
    ['an unknown place to reset', { reset: ['sendback'] }, 400],
    ['nothing', {}, 204],
  ])('%s: %j gives %i', async (_, body, status) => {
    expect((await call(owner, 'PUT', '/forecast/assumptions', body)).status).toBe(status)
  })

  test('that are fine one by one are refused when together they cannot be played', async () => {
    const set = { arrivals: { perHour: 100_000 }, horizon: { hours: 2000, warmUpHours: 0 }, replications: 10 }
    expect((await call(owner, 'PUT', '/forecast/assumptions', { set })).status).toBe(204)
    const more = await call(owner, 'PUT', '/forecast/assumptions', { set: { replications: 10_000 } })
    expect(more).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', errors: [{ code: 'too-much-to-play' }] },
    })
  })
})

describe('what the desk knows by itself', () => {
  const member = async (name: string, until: string | null) => {
    const person = await server.newPerson(orgId, name, ['agent'])
    const add = (table: string, columns: string, values: readonly unknown[]) =>
      server.platform.owner.query(
        `insert into ${table} (org_id, ${columns}) values ($1, ${values.map((_, index) => `$${index + 2}`).join()})`,
        [orgId, ...values],
      )
    await add('memberships', 'team_key, person_id, is_lead, since', ['servicedesk', person, false, '2020-01-01'])
    await add('certifications', 'id, person_id, tier, valid_from, valid_until, given_at', [
      newId(),
      person,
      1,
      '2020-01-01T00:00:00.000Z',
      until,
      '2020-01-01T00:00:00.000Z',
    ])
  }

  beforeEach(async () => {
    await server.platform.owner.query(
      `insert into teams (org_id, key, name_nl, name_en, created_at) values ($1, 'servicedesk', 'Servicedesk', 'Help desk', now())`,
      [orgId],
    )
    await member('Ada', null)
    await member('Bo', '2090-06-01T12:00:00.000Z')
  })

  test('is counted with: who may work in a tier until when, and planned training', async () => {
    learnt = {
      ...nothingLearnt,
      trainings: [{ course: 'tier-1', starts: '2090-03-01T09:00:00.000Z', minutes: 150, seats: 8, people: 3 }],
    }
    const today = server.platform.clock.now().slice(0, 10)
    expect(await line('tiers.1.notCertified')).toMatchObject({
      source: 'desk',
      by: null,
      // Four in the plan: two may work, and the team has no more members who could be trained.
      value: [
        { from: today, people: 2 },
        { from: '2090-03-02', people: 2 },
      ].slice(0, 1),
    })
    expect(await line('training.planned')).toMatchObject({
      source: 'desk',
      value: [{ tier: 1, starts: '2090-03-01T09:00:00.000Z', minutes: 150, people: 3 }],
    })
    expect(await line('tiers.2.notCertified')).toMatchObject({ source: 'plan', value: null })
  })

  test('is switched off by whoever sets the assumption, and on again by taking that back', async () => {
    const set = { tiers: { 1: { notCertified: null } } }
    expect((await call(owner, 'PUT', '/forecast/assumptions', { set })).status).toBe(204)
    expect(await line('tiers.1.notCertified')).toMatchObject({ source: 'changed', value: null })
    await call(owner, 'PUT', '/forecast/assumptions', { reset: ['tiers.1.notCertified'] })
    expect(await line('tiers.1.notCertified')).toMatchObject({ source: 'desk' })
  })

  test('tells of each wave of the plan in force whether it will hold, played once however many ask', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => waveOutlook(server.platform, orgId, services)))
    expect(other).toBe(one)
    expect(one?.goal).toBeGreaterThan(0.5)
    expect(one?.waves.map(({ wave }) => wave)).toEqual(['pilot', 'wave-1', 'wave-2', 'wave-3'])
    for (const wave of one?.waves ?? []) {
      expect(wave.holds).toBeGreaterThanOrEqual(0)
      expect(wave.holds).toBeLessThanOrEqual(1)
      expect(wave.tiers.map(({ tier }) => tier)).toEqual([1, 2, 3])
    }
    // With both trained people gone nothing is taken up in time.
    await server.platform.owner.query(
      `update certifications set valid_until = '2020-06-01T00:00:00.000Z' where org_id = $1`,
      [orgId],
    )
    const without = await waveOutlook(server.platform, orgId, services)
    expect(without?.waves.map(({ light }) => light)).toEqual(['red', 'red', 'red', 'red'])
  })

  test('is not told where there is no plan in force', async () => {
    expect(await waveOutlook(server.platform, await server.newOrganisation(), services)).toBeNull()
  })
})

describe('a forecast through the API', () => {
  const few = { assumptions: { replications: 6, seed: 3 } }

  test('is the same each time, and follows the assumptions that were set', async () => {
    const first = await call<Forecast>(agent, 'POST', '/forecasts', few)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({ replications: 6, seed: 3, level: 0.9 })
    expect((await call<Forecast>(agent, 'POST', '/forecasts', few)).body).toEqual(first.body)
    await call(owner, 'PUT', '/forecast/assumptions', { set: { tiers: { 1: { availability: 0.1 } } } })
    const slower = await call<Forecast>(agent, 'POST', '/forecasts', few)
    expect(slower.body.tiers[0]?.utilisation.mean).toBeGreaterThan(first.body.tiers[0]?.utilisation.mean ?? 1)
  })

  test('of the draft is for who may edit it, and of a version that is not there for nobody', async () => {
    await server.draftBy(owner)
    expect((await call(owner, 'POST', '/forecasts', { ...few, plan: 'draft' })).status).toBe(200)
    expect((await call(agent, 'POST', '/forecasts', { ...few, plan: 'draft' })).status).toBe(403)
    expect((await call(agent, 'POST', '/forecasts', { ...few, plan: 99 })).status).toBe(404)
  })

  test('plays no more than a call may ask for, in tiers that there are, one at a time', async () => {
    const much = { assumptions: { arrivals: { perHour: 5000 }, replications: 20 } }
    expect(await call(agent, 'POST', '/forecasts', much)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'assumptions', code: 'too-much-to-play' }] },
    })
    expect((await call(agent, 'POST', '/forecasts', { assumptions: { tiers: { 8: {} } } })).status).toBe(400)
    const long = { assumptions: { arrivals: { perHour: 2 }, replications: 200 } }
    const both = await Promise.all([
      call(agent, 'POST', '/forecasts', long),
      call(owner, 'POST', '/forecasts', long),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('forecast-under-way')
  })

  test('stops when nobody waits for it any more: the next is played at once, and it was no mistake of ours', async () => {
    const mistakes = vi.spyOn(server.platform.log, 'error')
    const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const long = JSON.stringify({ assumptions: { arrivals: { perHour: 9 }, replications: 200 } })
    const headers = { 'content-type': 'application/json', 'x-test-person': agent }
    const leaving = new AbortController()
    const { signal } = leaving
    const begin = () => fetch(`${address}/api/v1/forecasts`, { method: 'POST', headers, body: long, signal })
    let left = begin()
    for (const wait of [100, 300, 900, 2700]) {
      await pause(wait)
      if ((await call(owner, 'POST', '/forecasts', few)).body.code === 'forecast-under-way') break
      // Ours came first, so that theirs was refused.
      await left
      left = begin()
    }
    leaving.abort()
    await expect(left).rejects.toThrow('aborted')
    await vi.waitFor(async () => expect((await call(owner, 'POST', '/forecasts', few)).status).toBe(200), {
      timeout: 2500,
      interval: 250,
    })
    expect(mistakes).not.toHaveBeenCalled()
  })
})
