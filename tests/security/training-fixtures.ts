import { randomBytes } from 'node:crypto'
import { certificateNumber } from '#features/training/domain/certificate.ts'
import { newId } from '#platform/database/id.ts'
import type { PersonName, TestDesk } from '../support/test-desk.ts'
import type { World } from './world.ts'

type Row = Readonly<Record<string, unknown>>

async function insert({ platform }: World, table: string, row: Row): Promise<void> {
  const entries = Object.entries(row)
  await platform.owner.query(
    `insert into ${table} (${entries.map(([name]) => name).join(', ')})
     values (${entries.map((_one, index) => `$${index + 1}`).join(', ')})`,
    entries.map(([, value]) => value),
  )
}

const minutes = (world: World, count: number) =>
  new Date(Date.parse(world.platform.clock.now()) + count * 60_000).toISOString()

async function one({ platform }: World, query: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await platform.owner.query<{ id: string }>(query, [...values])
  return rows[0]?.id ?? ''
}

const plan = (world: World, orgId: string) =>
  one(world, `select id from plan_versions where org_id = $1 and state = 'published'`, [orgId])

/** A training session for leads by somebody of the MDM team, on now, with the servicedesk's lead in it. */
export async function trainingSessionOn(
  world: World,
  desk: TestDesk,
  { inMinutes = -10, attended = false }: { readonly inMinutes?: number; readonly attended?: boolean } = {},
): Promise<string> {
  const { orgId, people } = desk
  const id = newId()
  const now = world.platform.clock.now()
  await insert(world, 'training_sessions', {
    org_id: orgId,
    id,
    course_key: 'tier-1',
    plan_version_id: await plan(world, orgId),
    trainer_id: people.mira.id,
    starts_at: minutes(world, inMinutes),
    ends_at: minutes(world, inMinutes + 150),
    time_zone: 'Europe/Amsterdam',
    place: 'Zaal Kanarie',
    seats: 12,
    language: 'nl',
    planned_at: now,
    planned_by: people.pia.id,
  })
  await insert(world, 'training_sign_ups', {
    org_id: orgId,
    session_id: id,
    person_id: people.lies.id,
    state: 'seated',
    turn: 1,
    asked_at: now,
    asked_by: people.lies.id,
    ...(attended ? { attended_at: now, attended_by: 'code' } : {}),
  })
  return id
}

/** One nobody has signed up for yet. */
export async function emptyTrainingSession(world: World): Promise<string> {
  const id = await trainingSessionOn(world, world.home, { inMinutes: 60 })
  await world.platform.owner.query('delete from training_sign_ups where session_id = $1', [id])
  return id
}

/** A test that somebody has open. */
export async function testOf(world: World, desk: TestDesk, who: PersonName): Promise<string> {
  const personId = desk.people[who].id
  await world.platform.owner.query(
    `update training_attempts set handed_in_at = begun_at, answers = '{}', percent = 0, passed = false
     where person_id = $1 and handed_in_at is null`,
    [personId],
  )
  const id = newId()
  await insert(world, 'training_attempts', {
    org_id: desk.orgId,
    id,
    person_id: personId,
    course_key: 'tier-1',
    plan_version_id: await plan(world, desk.orgId),
    session_id: await trainingSessionOn(world, desk),
    seed: 7,
    questions: '[]',
    begun_at: world.platform.clock.now(),
  })
  return id
}

/** A certificate of the servicedesk's lead; its number. */
export async function certificateOn(world: World, desk: TestDesk): Promise<string> {
  const { orgId, people } = desk
  const number = certificateNumber([...randomBytes(11)])
  await insert(world, 'training_certificates', {
    org_id: orgId,
    id: newId(),
    number,
    person_id: people.lies.id,
    course_key: 'tier-1',
    tier: 1,
    plan_version_id: await plan(world, orgId),
    session_id: await trainingSessionOn(world, desk, { attended: true }),
    attempt_id: await testOf(world, desk, 'lies'),
    trainer_id: people.mira.id,
    trainer_as: 'root',
    certification_id: await one(
      world,
      'select id from certifications where org_id = $1 and person_id = $2 order by id limit 1',
      [orgId, people.lies.id],
    ),
    issued_at: world.platform.clock.now(),
    valid_until: '2027-11-24T00:00:00.000Z',
  })
  return number
}

/** A row in each of the tables of training. */
export async function fillTraining(world: World, desk: TestDesk): Promise<void> {
  const { orgId, people } = desk
  const now = world.platform.clock.now()
  const number = await certificateOn(world, desk)
  const certificateId = await one(world, 'select id from training_certificates where number = $1', [number])
  const sessionId = await trainingSessionOn(world, desk)
  const changed = { org_id: orgId, course_key: 'tier-1', changed_at: now, changed_by: people.pia.id }
  await insert(world, 'course_contents', { ...changed, id: newId(), item_key: 'overview' })
  await insert(world, 'course_questions', { ...changed, id: newId(), question_key: 'kanarie', state: 'left-out' })
  await insert(world, 'training_evaluations', {
    org_id: orgId,
    id: newId(),
    session_id: sessionId,
    useful: 4,
    pace: 4,
    trainer: 5,
    remark: 'Kanarie',
  })
  await insert(world, 'training_warnings', {
    org_id: orgId,
    certificate_id: certificateId,
    days: 30,
    told_at: now,
  })
  await insert(world, 'training_code_tries', { org_id: orgId, person_id: people.ada.id, since: now, tries: 1 })
}
