import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlanServer, planServer } from '../../tests/support/plan-server.ts'
import { nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { planServices } from './plan-services.ts'

let server: PlanServer
let orgId: string
let owner: string
let plan: string

beforeAll(async () => {
  server = await planServer()
  orgId = await server.newOrganisation()
  owner = await server.newPerson(orgId, 'Olga Owner', ['plan-owner'])
  plan = (await server.starter(orgId, owner)).id
})
afterAll(() => server.close())

const facts = () => inOrganisation(server.platform, orgId, planServices.learningFacts)
const add = (table: string, row: Readonly<Record<string, unknown>>) => {
  const columns = { org_id: orgId, ...row }
  const names = Object.keys(columns)
  return server.platform.owner.query(
    `insert into ${table} (${names.join()}) values (${names.map((_, index) => `$${index + 1}`).join()})`,
    Object.values(columns),
  )
}
const hour = 3_600_000
const at = (hours: number) => new Date(Date.parse(server.platform.clock.now()) + hours * hour).toISOString()

async function training(starts: string, ends: string, cancelled = false): Promise<string> {
  const id = newId()
  await add('training_sessions', {
    id,
    course_key: 'tier-1',
    plan_version_id: plan,
    trainer_id: owner,
    starts_at: starts,
    ends_at: ends,
    time_zone: 'Europe/Amsterdam',
    seats: 8,
    language: 'nl',
    planned_at: at(-90),
    planned_by: owner,
    ...(cancelled ? { cancelled_at: at(-1), cancel_reason: 'The trainer is ill' } : {}),
  })
  return id
}

test('tells the check of training sessions to come, with who has a seat', async () => {
  const coming = await training(at(24), at(26.5))
  await training(at(-30), at(-28))
  await training(at(48), at(50), true)
  const states = ['seated', 'seated', 'waiting', 'withdrawn']
  for (const [turn, state] of states.entries()) {
    const person_id = await server.newPerson(orgId, `Person ${turn}`, ['agent'])
    await add('training_sign_ups', {
      session_id: coming,
      person_id,
      state,
      turn,
      asked_at: at(-2),
      asked_by: person_id,
    })
  }
  const { trainings } = await facts()
  expect(trainings).toEqual([{ course: 'tier-1', starts: at(24), minutes: 150, seats: 8, people: 2 }])
})

test('tells it how many people of a tier have to train again, and by when', async () => {
  const duty = async (person: string, item: string, more: Readonly<Record<string, unknown>> = {}) =>
    add('retraining_duties', {
      id: newId(),
      person_id: person,
      tier: 2,
      course_key: 'tier-2',
      item_key: item,
      plan_version_id: plan,
      kinds: ['evidence'],
      made_at: at(-1),
      due_at: '2091-03-01T12:00:00.000Z',
      ...more,
    })
  const [one, other, done] = [
    await server.newPerson(orgId, 'Een', ['agent']),
    await server.newPerson(orgId, 'Twee', ['agent']),
    await server.newPerson(orgId, 'Drie', ['agent']),
  ]
  await duty(one, 'overview')
  await duty(one, 'support-plan')
  await duty(other, 'overview')
  await duty(done, 'overview', { done_at: at(0) })
  expect((await facts()).retraining).toEqual([{ tier: 2, people: 2, due: '2091-03-01' }])
})

test('tells it which of a bridge’s meetings had their quorum', async () => {
  const meeting = async (day: string, state: string, quorum: number | null) => {
    const id = newId()
    await add('bridge_meetings', {
      id,
      plan_bridge: 'rollout-bridge',
      plan_version_id: plan,
      occurrence_day: day,
      occurrence_number: 1,
      name_nl: 'Uitrolbridge',
      name_en: 'Rollout bridge',
      starts_at: `${day}T09:00:00.000Z`,
      planned_for: `${day}T09:00:00.000Z`,
      planned_minutes: 30,
      time_zone: 'Europe/Amsterdam',
      quorum: '[]',
      state,
      created_at: at(-90),
      ...(state === 'ended' ? { began_at: `${day}T09:00:00.000Z`, ended_at: `${day}T09:30:00.000Z` } : {}),
    })
    if (quorum !== null) await add('bridge_rooms', { meeting_id: id, quorum_seconds: quorum })
  }
  await meeting('2026-11-02', 'ended', 1500)
  await meeting('2026-11-04', 'ended', 0)
  await meeting('2026-11-06', 'ended', null)
  await meeting('2026-11-09', 'planned', null)
  expect((await facts()).meetings).toEqual({ 'rollout-bridge': { held: 3, quorate: 1 } })
})

test('tells an organisation nothing of another', async () => {
  const other = await server.newOrganisation()
  expect(await inOrganisation(server.platform, other, planServices.learningFacts)).toEqual({
    ...nothingLearnt,
  })
})
