import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf, addRequester, giveCertification, setGroups } from '#features/people/server/actions.ts'
import { planAbsence } from '#features/people/server/absences.ts'
import { openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import type { PlanDraft } from '#features/plan/contract.ts'
import { nothingLearnt } from '#features/plan/domain/check/desk-facts.ts'
import { planRoutes } from '#features/plan/server/routes.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { createApp } from '#platform/http/app.ts'
import type { DecisionView, ReadinessView } from '../contract/readiness.ts'
import type { MoveGround, RolloutView, WaveView } from '../contract/waves.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { mailboxOn } from '../../../../tests/security/mail-fixtures.ts'
import { rolloutRoutes } from './routes.ts'
import { warnInOrganisation } from './wave-warnings.ts'

/** The pilot begins on the day on which the desk opens: Monday 23 November 2026. */
let platform: TestPlatform
let desk: TestDesk
let app: Awaited<ReturnType<typeof createApp>>

beforeAll(async () => {
  platform = await testPlatform('2026-11-23T09:00:00.000Z')
  desk = await testDesk(platform)
  const services = { learningFacts: () => Promise.resolve(nothingLearnt) }
  app = await createApp(platform, {
    authenticate: async ({ headers }) => {
      const name = String(headers['x-test-person']) as PersonName
      const actor = await desk.as(name)
      const { personId, roles } = actor
      const { orgId } = desk
      return {
        ...{ orgId, personId, roles, language: 'en', signInId: personId, actor, by: 'cookie' },
        ...{ lacksSecondFactor: false, practising: null },
      } as never
    },
    stillSignedIn: () => Promise.resolve(new Set()),
  })
  planRoutes(app, services)
  rolloutRoutes(app, services)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

const call = async <Body>(who: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { 'x-test-person': who, ...(method === 'GET' ? {} : { 'idempotency-key': newId() }) },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  const read = answer.body === '' ? null : (answer.json() as unknown)
  return { status: answer.statusCode, body: read as Body & { code?: string; detail?: string } }
}
const readiness = async (who: PersonName, wave: string) =>
  (await call<ReadinessView>(who, 'GET', `/rollout/waves/${wave}/readiness`)).body
const figure = (view: ReadinessView, name: string, tier: number | null = null) =>
  view.readiness.figures.find((one) => one.figure === name && one.tier === tier)
const sign = (who: PersonName, wave: string, body: unknown) =>
  call<DecisionView>(who, 'POST', `/rollout/waves/${wave}/decisions`, body)

async function asks(tx: Tx, name: string, groups: readonly string[]) {
  const person = await addRequester(tx, { name, email: `${name.toLowerCase()}@contoso.example` })
  await setGroups(tx, desk.people.pia.id, [{ id: person.id, before: [], after: groups }])
  const number = await reserveNumber(platform, desk.orgId)
  const opened = await openTicket(tx, await actorOf(tx, person.id), number, {
    ...{ requesterId: person.id, source: 'portal', subject: 'It stops', description: 'Halfway', category: null },
    ...{ platform: null, impact: null, urgency: null, files: [], evidence: [] },
  } as never)
  return opened.ticket
}

describe('a ticket', () => {
  test.each([
    ['Kim', ['wave-2'], '2026-11-23T09:00:00.000Z', 'pilot', 'wave-2'],
    ['Two', ['pilot', 'wave-1'], '2026-11-23T09:00:00.000Z', 'pilot', 'pilot'],
    ['Later', ['pilot', 'wave-1'], '2026-12-06T23:30:00.000Z', 'first-production', 'wave-1'],
    ['Nobody', [], '2026-12-06T22:30:00.000Z', 'pilot', null],
    ['After', ['wave-3'], '2027-03-01T09:00:00.000Z', null, 'wave-3'],
  ] as const)('of %s in %j at %s carries phase %s and wave %s', async (name, groups, at, phase, wave) => {
    platform.clock.set(at)
    const ticket = await desk.within((tx) => asks(tx, name, groups))
    platform.clock.set('2026-11-23T09:00:00.000Z')
    expect([ticket.phase, ticket.wave]).toEqual([phase, wave])
  })
})

describe('the rollout', () => {
  test('shows phases and waves with their people, where it is, and what is to be decided', async () => {
    const { body } = await call<RolloutView>('tess', 'GET', '/rollout')
    expect([body.today, body.atHand, body.toDecide]).toEqual(['2026-11-23', 'pilot', 'pilot'])
    expect(body.phases.map(({ key, state }) => [key, state])).toEqual([
      ['pilot', 'running'],
      ['first-production', 'to-come'],
      ['full-production', 'to-come'],
    ])
    expect(body.inSeveralWaves).toBe(2)
    expect(body.phases[0]?.waves[0]).toMatchObject({ key: 'pilot', people: 2, enrolled: null, decision: null })
    expect(body.events.map(({ kind }) => kind)).toContain('commitment')
  })

  test('is nothing for a requester', async () => {
    for (const url of ['/rollout', '/rollout/waves/pilot', '/rollout/waves/pilot/readiness', '/rollout/people'])
      expect((await call('ada', 'GET', url)).status).toBe(403)
  })

  test('counts issues per 100 enrollments by what somebody counted, and says where the number is from', async () => {
    await call('pia', 'POST', '/rollout/waves/pilot/enrollments', { day: '2026-11-22', enrolled: 4 })
    await call('pia', 'POST', '/rollout/waves/pilot/enrollments', { day: '2026-11-23', enrolled: 20 })
    const { body } = await call<WaveView>('tess', 'GET', '/rollout/waves/pilot')
    expect(body.wave.enrolled).toEqual({ count: 20, source: 'counted', day: '2026-11-23', at: null })
    expect(body.run.now).toMatchObject({ enrolled: 20, tickets: 1, per100: 5, open: 1, unknownCause: 1 })
    expect(body.run.expected.per100).toBeCloseTo(10.7)
    const tomorrow = await call('pia', 'POST', '/rollout/waves/pilot/enrollments', {
      day: '2026-11-24',
      enrolled: 30,
    })
    expect([tomorrow.status, tomorrow.body.code]).toEqual([400, 'invalid-input'])
    expect((await call('tess', 'POST', '/rollout/waves/pilot/enrollments', {})).status).toBe(403)
  })
})

describe('readiness', () => {
  test('tells each figure with what is needed, whether it holds, why not, and where it is mended', async () => {
    const view = await readiness('tess', 'wave-1')
    expect(figure(view, 'certified-agents', 1)).toMatchObject({
      value: 3,
      needed: 3,
      state: 'holds',
      askedBy: 'plan',
    })
    expect(figure(view, 'certified-agents', 2)).toMatchObject({ value: 2, state: 'holds' })
    expect(figure(view, 'shifts-covered', 1)).toMatchObject({ value: 100, state: 'holds', askedBy: 'always' })
    expect(figure(view, 'commitments-met')).toMatchObject({ state: 'fails', mend: '/rollout/commitments' })
    expect(figure(view, 'forecast-attainment')?.value).toBeGreaterThan(0)
    expect(figure(view, 'mail-works')).toMatchObject({ state: 'unknown', why: 'no-mailbox' })
    expect(figure(view, 'connector-works')).toMatchObject({ state: 'unknown', why: 'not-connected' })
    expect(figure(view, 'satisfaction')).toMatchObject({ state: 'unknown', why: 'none-rated' })
    expect(figure(await readiness('tess', 'pilot'), 'satisfaction')).toBeUndefined()
  })

  test('counts who is certified when the wave begins, and who is there in each shift', async () => {
    const { mira, max } = desk.people
    for (const id of [mira.id, max.id]) {
      await desk.within((tx) =>
        planAbsence(tx, 'tierwise', id, {
          from: '2026-12-09T00:00:00.000Z',
          until: '2026-12-10T23:00:00.000Z',
          reason: null,
        }),
      )
    }
    const shifts = figure(await readiness('tess', 'wave-1'), 'shifts-covered', 3)
    expect(shifts?.state).toBe('fails')
    expect(shifts?.remarks.map(({ code }) => code)).toEqual(['gap', 'gap'])
    await desk.within((tx) =>
      giveCertification(tx, 'tierwise', {
        personId: desk.people.uma.id,
        tier: 1,
        until: '2026-12-01T00:00:00.000Z',
        overrideReason: null,
      }),
    )
    expect(figure(await readiness('tess', 'wave-1'), 'certified-agents', 1)?.value).toBe(3)
    expect(figure(await readiness('tess', 'pilot'), 'certified-agents', 1)?.value).toBe(4)
  })
})

describe('a decision', () => {
  const reason = 'The pilot went well'

  test('is signed by who answers for the rollout or the plan, and by nobody else', async () => {
    const { seen, may } = await readiness('pia', 'wave-1')
    expect(may.sign).toBe(true)
    for (const who of ['tess', 'lies', 'otto', 'root', 'ada'] as const)
      expect((await sign(who, 'wave-1', { outcome: 'no-go', reason, seen })).status).toBe(403)
  })

  test.each([
    ['a go while figures fail', { outcome: 'go' }, 'go-with-failures'],
    ['a go on no condition', { outcome: 'conditional' }, 'conditions-missing'],
    ['a no-go on conditions', { outcome: 'no-go', conditions: 'one' }, 'conditions-without-reason'],
  ])('refuses %s', async (_name, { outcome, conditions }: { outcome: string; conditions?: string }, code) => {
    const { seen } = await readiness('pia', 'wave-1')
    const given = conditions ? [{ text: 'Train two more', owner: desk.people.lies.id, due: '2026-12-04' }] : []
    const answer = await sign('pia', 'wave-1', { outcome, reason, conditions: given, seen })
    expect([answer.status, answer.body.code]).toEqual([409, code])
  })

  test('keeps the figures as they were read; figures that changed since have to be read again', async () => {
    const before = await readiness('pia', 'wave-1')
    const conditions = [{ text: 'Somebody of tier 3 comes back', owner: desk.people.lies.id, due: '2026-12-04' }]
    const body = { outcome: 'conditional', reason, conditions, seen: before.seen }
    await desk.within((tx) =>
      giveCertification(tx, 'tierwise', {
        personId: desk.people.uma.id,
        tier: 1,
        until: null,
        overrideReason: null,
      }),
    )
    const stale = await sign('pia', 'wave-1', body)
    expect([stale.status, stale.body.code]).toEqual([409, 'figures-changed'])
    const { seen } = await readiness('pia', 'wave-1')
    const signed = await sign('pia', 'wave-1', { ...body, seen })
    expect([signed.status, signed.body.by.name, signed.body.hash.length]).toEqual([201, 'Pia', 64])
    expect(signed.body.readiness).toEqual((await readiness('pia', 'wave-1')).readiness)
    const tampering = platform.owner.query('update wave_decisions set reason = $1', ['Other'])
    await expect(tampering).rejects.toThrow(/appended, never changed/)
    const { body: rollout } = await call<RolloutView>('tess', 'GET', '/rollout')
    const wave = rollout.phases.flatMap(({ waves }) => waves).find(({ key }) => key === 'wave-1')
    expect(wave?.decision).toMatchObject({ outcome: 'conditional', by: 'Pia', conditionsOpen: 1 })
  })

  test('is not contradicted by somebody who has not read it', async () => {
    const { seen } = await readiness('pia', 'wave-2')
    const outcomes = ['no-go', 'conditional', 'no-go', 'conditional']
    const conditions = [{ text: 'Somebody of tier 3 comes back', owner: desk.people.lies.id, due: '2026-12-04' }]
    const answers = await Promise.all(
      outcomes.map((outcome) =>
        sign('pia', 'wave-2', { outcome, reason, conditions: outcome === 'no-go' ? [] : conditions, seen }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
    expect((await readiness('pia', 'wave-2')).decisions).toHaveLength(1)
  })

  test('has conditions that their owner, or a signer, says are met: once', async () => {
    const [decision] = (await readiness('lies', 'wave-1')).decisions
    const [condition] = decision?.conditions ?? []
    expect(condition?.mayMeet).toBe(true)
    const met = (who: PersonName) => call(who, 'POST', `/rollout/conditions/${condition?.id}/met`)
    expect([(await met('tess')).status, (await met('lies')).status]).toEqual([403, 204])
    expect((await met('lies')).body.code).toBe('condition-met')
    const [after] = (await readiness('tess', 'wave-1')).decisions
    expect(after?.conditions[0]?.met?.by.name).toBe('Lies')
  })

  test('is printed with its figures', async () => {
    const [decision] = (await readiness('tess', 'wave-1')).decisions
    const pdf = await app.inject({
      url: `/api/v1/rollout/decisions/${decision?.id}/pdf`,
      headers: { 'x-test-person': 'tess' },
    })
    expect(pdf.statusCode).toBe(200)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  }, 60_000)
})

describe('a wave that begins without a signed go', () => {
  test('is told to who may sign, once, in their language, and not at night', async () => {
    const mails = async () =>
      (
        await platform.owner.query<{ count: number }>(
          `select count(*)::int as count from outbox where org_id = $1 and kind = 'mail'`,
          [desk.orgId],
        )
      ).rows[0]?.count
    const warn = () => desk.within((tx) => warnInOrganisation(platform, tx))
    await warn()
    expect(await mails()).toBe(0)
    await mailboxOn(desk, { sends: true })
    platform.clock.set('2026-11-24T02:00:00.000Z')
    await warn()
    expect(await mails()).toBe(0)
    platform.clock.set('2026-11-24T09:00:00.000Z')
    await warn()
    await warn()
    expect(await mails()).toBe(1)
    platform.clock.set('2026-12-04T09:00:00.000Z')
    await warn()
    // Wave 1 has its go: only the pilot began without one, and that was told.
    expect(await mails()).toBe(1)
    platform.clock.set('2026-11-23T09:00:00.000Z')
  })
})

describe('moving a wave', () => {
  test('is written into a draft, with why; the plan in force stays as it is', async () => {
    const { body: ground } = await call<MoveGround>('pia', 'GET', '/rollout/move-ground')
    expect([ground.state, ground.revision]).toEqual(['published', null])
    const move = {
      starts: '2026-12-14',
      ends: '2027-01-03',
      withPhase: true,
      note: 'Training first',
      revision: null,
    }
    const moved = await call<{ number: number; revision: number }>(
      'pia',
      'POST',
      '/rollout/waves/wave-1/move',
      move,
    )
    expect(moved.status).toBe(200)
    const { body: draft } = await call<PlanDraft>('pia', 'GET', '/plan/draft')
    const phase = draft.document.involvement.phases[1]
    expect([phase?.ends, phase?.waves[0]?.starts]).toEqual(['2027-01-03', '2026-12-14'])
    const { body: wave } = await call<WaveView>('tess', 'GET', '/rollout/waves/wave-1')
    expect(wave.wave.starts).toBe('2026-12-07')
    expect(wave.moves).toMatchObject([
      { note: 'Training first', to: { starts: '2026-12-14' }, by: { name: 'Pia' } },
    ])
    const { body: rollout } = await call<RolloutView>('tess', 'GET', '/rollout')
    expect(rollout.movedIn).toEqual({ number: moved.body.number, state: 'draft' })
    const second = await call('pia', 'POST', '/rollout/waves/wave-1/move', { ...move, starts: '2026-12-15' })
    expect([second.status, second.body.code]).toEqual([409, 'draft-changed'])
    const same = await call('pia', 'POST', '/rollout/waves/wave-1/move', {
      ...move,
      revision: moved.body.revision,
    })
    expect([same.status, same.body.code]).toEqual([409, 'wave-not-moved'])
    expect((await call('tess', 'POST', '/rollout/waves/wave-1/move', move)).status).toBe(403)
  })
})
