import { z } from 'zod'
import { phaseModes } from '#features/plan/domain/values.ts'
import { Key, Text } from '#features/plan/domain/document/text.ts'
import { planReaders } from '#features/plan/domain/versions/version.ts'
import { standings } from '../domain/commitment/commitment.ts'
import { commitmentMoves } from '../domain/commitment/decide.ts'
import { commitmentKinds, commitmentStates } from '../domain/commitment/kinds.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'

const Instant = z.iso.datetime({ precision: 3 })
const Person = z.strictObject({ id: z.uuid(), name: z.string() })
const Link = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .nullable()
const Words = z.string().trim().max(4000)
const Reason = z.string().trim().min(1).max(1000)
const ShortText = z.strictObject({
  nl: z.string().trim().min(1).max(1000),
  en: z.string().trim().min(1).max(1000),
})

export const CommitmentView = z
  .strictObject({
    key: z.string(),
    kind: z.enum(commitmentKinds),
    /** Named by the published plan; else added beside it. */
    inPlan: z.boolean(),
    what: Text,
    evidence: Text,
    team: z.string(),
    beforePhase: z.string(),
    due: z.string(),
    state: z.enum(commitmentStates),
    standing: z.enum(standings),
    owner: Person.nullable(),
    shown: z.string(),
    link: z.string().nullable(),
    files: z.array(z.strictObject({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number() })),
    reason: z.string().nullable(),
    version: z.int(),
    /** The desk's own figures on it, where there are any: devices of support, test cases. */
    figure: z.strictObject({ have: z.int(), of: z.int(), complete: z.boolean() }).nullable(),
    /** Each move with why it cannot be made, or null. */
    moves: z.partialRecord(z.enum(commitmentMoves), z.string().nullable()),
    /** Who of the team could own it. */
    members: z.array(Person),
  })
  .meta({ id: 'Commitment' })
export type CommitmentView = z.infer<typeof CommitmentView>

export const PhaseCommitments = z.strictObject({
  key: z.string(),
  name: Text,
  mode: z.enum(phaseModes),
  starts: z.string(),
  ends: z.string(),
  met: z.int(),
  of: z.int(),
  percent: z.number().nullable(),
})

export const CommitmentChange = z.strictObject({
  id: z.uuid(),
  at: Instant,
  by: Person.nullable(),
  what: z.enum(['added', 'owner', 'begun', 'shown', 'met', 'waived', 'reopened', 'due']),
  words: z.string().nullable(),
})

const Files = z.array(z.uuid()).max(20).default([])
const named = <Name extends (typeof commitmentMoves)[number]>(move: Name) => ({ move: z.literal(move) })
export const CommitmentMoveInput = z.discriminatedUnion('move', [
  z.strictObject({ ...named('own'), ownerId: z.uuid().nullable() }),
  z.strictObject({ ...named('begin') }),
  z.strictObject({ ...named('show'), shown: Words.default(''), link: Link.default(null), files: Files }),
  z.strictObject({ ...named('meet'), shown: Words.default(''), link: Link.default(null), files: Files }),
  z.strictObject({ ...named('waive'), reason: Reason }),
  z.strictObject({ ...named('reopen'), reason: Reason }),
  z.strictObject({ ...named('due'), due: z.iso.date() }),
])

export const NewCommitment = z.strictObject({
  kind: z.enum(commitmentKinds),
  what: ShortText,
  evidence: ShortText,
  team: Key,
  beforePhase: Key,
  due: z.iso.date(),
  ownerId: z.uuid().nullable().default(null),
})
export type NewCommitment = z.infer<typeof NewCommitment>

const OneKey = z.strictObject({ key: Key })

export const commitmentContract = {
  'GET /api/v1/rollout/commitments': {
    access: planReaders,
    summary:
      'What was promised to involve support early, with how far it is, against the phases of the published plan',
    answer: z.strictObject({
      today: z.iso.date(),
      phases: z.array(PhaseCommitments),
      commitments: z.array(CommitmentView),
    }),
  },
  'GET /api/v1/rollout/commitments/mine': {
    access: planReaders,
    summary: 'What I own or lead of it that is due within two weeks, or overdue',
    answer: z.strictObject({
      today: z.iso.date(),
      commitments: z.array(CommitmentView.pick({ key: true, what: true, due: true, standing: true, owner: true })),
    }),
  },
  'GET /api/v1/rollout/commitments/:key': {
    access: planReaders,
    summary: 'One commitment with its history',
    params: OneKey,
    answer: z.strictObject({
      today: z.iso.date(),
      phase: PhaseCommitments.nullable(),
      commitment: CommitmentView,
      changes: z.array(CommitmentChange),
    }),
  },
  'POST /api/v1/rollout/commitments': {
    access: rolloutManagers,
    summary: 'Add a commitment beside those of the plan',
    body: NewCommitment,
    answer: CommitmentView,
    status: 201,
  },
  'POST /api/v1/rollout/commitments/:key/moves': {
    access: planReaders,
    summary: 'Move a commitment on: who owns it, what shows it, whether it is met or waived',
    params: OneKey,
    body: z.strictObject({
      /** The version that the mover has seen. */
      version: z.int().min(0),
      move: CommitmentMoveInput,
    }),
    answer: CommitmentView,
  },
} as const
