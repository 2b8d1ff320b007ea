import { z } from 'zod'
import { DraftDocument, PlanFacts } from '#features/plan/contract.ts'
import { phaseModes } from '#features/plan/domain/values.ts'
import { staffRoles } from '#features/people/domain/person.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'
import { decisionOutcomes } from '../domain/readiness/decide.ts'
import { enrollmentSources } from '../domain/waves/run-figures.ts'
import { waveStates } from '../domain/waves/wave-state.ts'

const Id = z.uuid()
const Instant = z.iso.datetime({ precision: 3 })
const Day = z.iso.date()
const Key = z.string().min(1).max(60)
const Text = z.strictObject({ nl: z.string(), en: z.string() })
const Count = z.int().min(0)
const Person = z.strictObject({ id: Id, name: z.string() })
const WaveKey = z.strictObject({ key: Key })

export const WaveSummary = z
  .strictObject({
    key: Key,
    name: Text,
    phase: Key,
    groups: z.array(z.string()),
    starts: Day,
    ends: Day,
    state: z.enum(waveStates),
    expectedUsers: Count,
    /** People in the wave who are not disabled. */
    people: Count,
    enrolled: z.strictObject({ count: Count, source: z.enum(enrollmentSources), day: Day.nullable() }).nullable(),
    openTickets: Count,
    /** The last word on it. */
    decision: z
      .strictObject({
        outcome: z.enum(decisionOutcomes),
        by: z.string(),
        at: Instant,
        conditionsOpen: Count,
      })
      .nullable(),
  })
  .meta({ id: 'WaveSummary' })
export type WaveSummary = z.infer<typeof WaveSummary>

/** Something on the calendar beside phases and waves. */
const Event = z.strictObject({
  kind: z.enum(['training', 'bridge', 'commitment']),
  day: Day,
  name: Text,
  /** Whether it is over, or met. */
  done: z.boolean(),
})
export type CalendarEvent = z.infer<typeof Event>

export const RolloutView = z
  .strictObject({
    /** Null while no plan is in force. */
    plan: z.strictObject({ number: Count, document: DraftDocument }).nullable(),
    today: Day,
    phases: z.array(
      z.strictObject({
        key: Key,
        name: Text,
        mode: z.enum(phaseModes),
        starts: Day,
        ends: Day,
        state: z.enum(waveStates),
        waves: z.array(WaveSummary),
      }),
    ),
    atHand: Key.nullable(),
    toDecide: Key.nullable(),
    /** People who are in more than one wave. */
    inSeveralWaves: Count,
    events: z.array(Event),
    /** A version in which waves were moved, and that is not in force yet. */
    movedIn: z.strictObject({ number: Count, state: z.enum(['draft', 'in-review']) }).nullable(),
  })
  .meta({ id: 'Rollout' })
export type RolloutView = z.infer<typeof RolloutView>

const Run = z.strictObject({
  enrolled: Count.nullable(),
  tickets: Count,
  per100: z.number().nullable(),
  solvedAtContact: z.number().nullable(),
  hoursToCause: z.number().nullable(),
  satisfaction: z.number().nullable(),
  open: Count,
  unknownCause: Count,
  inTime: z.number().nullable(),
})
export type Run = z.infer<typeof Run>

export const WaveView = z
  .strictObject({
    wave: WaveSummary,
    today: Day,
    planNumber: Count,
    previous: z.strictObject({ key: Key, name: Text }).nullable(),
    run: z.strictObject({
      now: Run,
      /** The wave before, over its whole length so far. */
      before: Run.nullable(),
      /** What the plan and the forecast expect. */
      expected: z.strictObject({
        per100: z.number().nullable(),
        enrolled: Count,
        solvedAtContact: z.number().nullable(),
      }),
      causes: z.array(z.strictObject({ cause: z.string(), tickets: Count, open: Count, solvedAtContact: Count })),
    }),
    counts: z.array(z.strictObject({ day: Day, enrolled: Count, by: Person, at: Instant })),
    moves: z.array(
      z.strictObject({
        id: Id,
        planNumber: Count,
        from: z.strictObject({ starts: Day, ends: Day }),
        to: z.strictObject({ starts: Day, ends: Day }),
        note: z.string(),
        by: Person,
        at: Instant,
      }),
    ),
  })
  .meta({ id: 'Wave' })
export type WaveView = z.infer<typeof WaveView>

/** What a move of a wave is looked at with, before anything is done. */
export const MoveGround = z
  .strictObject({
    /** The version that is being worked on, or the one in force where there is none. */
    number: Count,
    /** Null: moving begins a draft. */
    revision: Count.nullable(),
    state: z.enum(['draft', 'in-review', 'published']),
    document: DraftDocument,
    facts: PlanFacts,
    today: Day,
    /** Training that is planned, with the tier it is for. */
    trainings: z.array(z.strictObject({ name: Text, day: Day, tier: z.int().nullable() })),
    /** Mails that are set for a wave, and whether somebody approved them. */
    mails: z.array(z.strictObject({ wave: Key, approved: z.boolean(), sent: Count })),
  })
  .meta({ id: 'WaveMoveGround' })
export type MoveGround = z.infer<typeof MoveGround>

export const waveRoutes = {
  'GET /api/v1/rollout': {
    access: staffRoles,
    summary: 'The rollout as it stands: phases and waves with their people, decisions and what is on the calendar',
    answer: RolloutView,
  },
  'GET /api/v1/rollout/waves/:key': {
    access: staffRoles,
    summary:
      'A wave, and how it runs: issues per 100 enrollments, causes, against the wave before and what was expected',
    params: WaveKey,
    answer: WaveView,
  },
  'POST /api/v1/rollout/waves/:key/enrollments': {
    access: rolloutManagers,
    summary: 'Say how many people of a wave have enrolled by the end of a day',
    params: WaveKey,
    body: z.strictObject({ day: Day, enrolled: z.int().min(0).max(10_000_000) }),
  },
  'GET /api/v1/rollout/move-ground': {
    access: rolloutManagers,
    summary: 'What moving a wave is judged by: the plan that is being worked on, and what is planned around it',
    answer: MoveGround,
  },
  'POST /api/v1/rollout/waves/:key/move': {
    access: rolloutManagers,
    summary:
      "Move a wave in the plan's draft, which is begun where there is none; what is in force does not change",
    params: WaveKey,
    body: z.strictObject({
      starts: Day,
      ends: Day,
      /** Lets the phase grow with it where it would stick out. */
      withPhase: z.boolean().default(false),
      note: z.string().trim().min(3).max(1000),
      /** Of the draft that was looked at; null where there was none. */
      revision: Count.max(2_147_483_647).nullable(),
    }),
    answer: z.strictObject({ number: Count, revision: Count }),
  },
} as const
