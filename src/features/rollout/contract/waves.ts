import { z } from 'zod'
import { DraftDocument, PlanFacts } from '#features/plan/contract.ts'
import { phaseModes, platforms } from '#features/plan/domain/values.ts'
import { staffRoles } from '#features/people/domain/person.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'
import { decisionOutcomes } from '../domain/readiness/decide.ts'
import { countKinds, enrollmentSources } from '../domain/waves/enrollments.ts'
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
    /** Null: nobody has told, or it has not begun. */
    enrolled: z
      .strictObject({
        count: Count,
        source: z.enum(enrollmentSources),
        /** By the end of which day somebody counted. */
        day: Day.nullable(),
        /** When Intune was read. */
        at: Instant.nullable(),
      })
      .nullable(),
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

/** How reading enrollments from Intune goes. */
const Reading = z.strictObject({
  /** When they were last read; null: never yet. */
  readAt: Instant.nullable(),
  /** Why the last try did not succeed; what was read before stays. */
  failed: z.strictObject({ code: z.string(), permission: z.string().nullable() }).nullable(),
})
export type Reading = z.infer<typeof Reading>

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
    /** Null: no tenant is connected. */
    intune: Reading.nullable(),
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
    /** What Intune tells of its people; null: no tenant is connected. */
    intune: Reading.extend({
      /** As last read; null: never yet. Each person counts once. */
      people: z
        .strictObject({
          of: Count,
          /** Enrolled a device since the wave began. */
          since: Count,
          /** Others who had one before. */
          before: Count,
          platforms: z.array(z.strictObject({ platform: z.enum(platforms), people: Count })),
        })
        .nullable(),
      /** People whose enrollment failed lately and who have not enrolled since; null: nobody looks for that. */
      failing: Count.nullable(),
    }).nullable(),
    /** What was said by hand: per day the last word, the latest day first. */
    counts: z.array(
      z.strictObject({
        day: Day,
        enrolled: Count,
        kind: z.enum(countKinds),
        note: z.string().nullable(),
        by: Person,
        at: Instant,
      }),
    ),
    /** The last word that stands in place of Intune's figure. */
    correction: z
      .strictObject({ day: Day, enrolled: Count, note: z.string(), by: Person, at: Instant })
      .nullable(),
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
    summary:
      'Say how many people of a wave have enrolled by the end of a day; where Intune tells it too, why its figure is wrong',
    params: WaveKey,
    body: z.strictObject({
      day: Day,
      enrolled: z.int().min(0).max(10_000_000),
      /** Needed where Intune's figure is corrected. */
      note: z.string().trim().min(3).max(500).optional(),
    }),
  },
  'DELETE /api/v1/rollout/waves/:key/correction': {
    access: rolloutManagers,
    summary: "Go back to Intune's figure of enrollments; what was said in its place stays in the history",
    params: WaveKey,
  },
  'POST /api/v1/rollout/enrollments/read': {
    access: rolloutManagers,
    summary:
      'Read enrollments from Intune now instead of within the hour; listening pages hear when they are there',
    /** False: they were read less than a minute ago. */
    answer: z.strictObject({ reading: z.boolean() }),
    rate: { max: 20, seconds: 60 },
    unkeyed: true,
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
