import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { normalCode } from '#features/knowledge/domain/codes.ts'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { evidenceAsked } from '#features/tickets/domain/evidence.ts'
import { evolve } from '#features/tickets/domain/evolve.ts'
import type { FactOf, TicketEvent } from '#features/tickets/domain/events.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import { type Exercise, type Expected, expectedOf } from './exercise.ts'
import { poorItem, wantingIn } from './next-act.ts'

export const scoreParts = ['evidence', 'tier', 'cause', 'steps', 'time'] as const
export type ScorePart = (typeof scoreParts)[number]

/** What each part weighs. Evidence, tier and cause are what the next tier and the requester feel. */
export const weights: Readonly<Record<ScorePart, number>> = {
  evidence: 30,
  tier: 30,
  cause: 25,
  steps: 10,
  time: 5,
}

/**
 * Points that pass. Whoever takes it in the wrong tier (77 at most) or names the wrong cause (75 at most) does not pass, however good
 * the rest; detours and slowness alone (85) fail nobody.
 */
export const passPoints = 80

export type Score = {
  /** From 0 to 1; null: not asked, and what it weighs goes to the others. */
  readonly parts: Readonly<Record<ScorePart, number | null>>
  readonly points: number
  readonly passed: boolean
  readonly expected: Expected
  readonly did: Expected | 'neither'
  readonly steps: number
  readonly minutes: number
  /** What was good and what was not, as codes that the pages have words for. */
  readonly notes: readonly ScoreNote[]
}

export const scoreNotes = [
  'evidence-complete',
  'evidence-thin',
  'evidence-sent-back',
  'handover-judged',
  'handover-let-through',
  'handover-sent-back-in-vain',
  'asked-nothing',
  'platform-not-set',
  'tier-right',
  'tier-too-high',
  'tier-too-low',
  'cause-right',
  'cause-alike',
  'cause-wrong',
  'cause-not-named',
] as const
export type ScoreNote = (typeof scoreNotes)[number]

type Played = {
  readonly plan: SupportPlan
  readonly exercise: Exercise
  /** The issue that the trainee named, when they named one. */
  readonly named: KnownIssue | null
  readonly traineeId: string
  readonly events: readonly TicketEvent[]
}

type Part = { readonly share: number; readonly notes: readonly ScoreNote[] }

/** What an exercise that is played out was worth. */
export function scoreOf(played: Played): Score {
  const { exercise, traineeId, events } = played
  const expected = expectedOf(exercise)
  const did = whatWasDone(played)
  const evidence = evidencePart(played, did)
  const tier = tierPart(expected, did, played)
  const cause = did === 'hand-up' && expected === 'hand-up' ? null : causePart(played)
  const steps = events.filter(({ by }) => by.kind === 'person' && by.personId === traineeId).length
  const minutes = minutesOf(played)
  const parts = {
    evidence: evidence.share,
    tier: tier.share,
    cause: cause?.share ?? null,
    steps: between(steps, 14, 30),
    time: between(minutes, 30, 120),
  }
  const points = pointsOf(parts)
  const notes = [...evidence.notes, ...tier.notes, ...(cause?.notes ?? [])]
  return { parts, points, passed: points >= passPoints, expected, did, steps, minutes, notes }
}

/** What is not asked weighs nothing; the rest is scaled to a hundred. */
export function pointsOf(parts: Score['parts']): number {
  const asked = scoreParts.filter((part) => parts[part] !== null)
  const all = asked.reduce((sum, part) => sum + weights[part], 0)
  const got = asked.reduce((sum, part) => sum + weights[part] * (parts[part] ?? 0), 0)
  return Math.round((100 * got) / all)
}

/** 1 up to `good`, then less and less, 0 from `bad` on. */
function between(value: number, good: number, bad: number): number {
  return Math.min(1, Math.max(0, (bad - value) / (bad - good)))
}

function whatWasDone({ exercise, traineeId, events }: Played): Score['did'] {
  const last = events.findLast(
    ({ fact, by }) =>
      by.kind === 'person' &&
      by.personId === traineeId &&
      (fact.type === 'diagnosed' || (fact.type === 'handover-offered' && fact.from === exercise.tier)),
  )
  if (!last) return 'neither'
  return last.fact.type === 'diagnosed' ? 'solve' : 'hand-up'
}

function tierPart(expected: Expected, did: Score['did'], { named, exercise, events, traineeId }: Played): Part {
  const everHandedUp = events.some(
    ({ fact, by }) => fact.type === 'handover-offered' && by.kind === 'person' && by.personId === traineeId,
  )
  if (did === expected && !(expected === 'solve' && everHandedUp)) return { share: 1, notes: ['tier-right'] }
  if (expected === 'solve') return { share: did === 'solve' ? 0.25 : 0, notes: ['tier-too-high'] }
  // It was for a tier above, and yet they found it.
  return { share: did === 'solve' && named?.id === exercise.issue.id ? 0.25 : 0, notes: ['tier-too-low'] }
}

function causePart({ exercise: { issue }, named }: Played): Part {
  if (!named) return { share: 0, notes: ['cause-not-named'] }
  if (named.id === issue.id) return { share: 1, notes: ['cause-right'] }
  const codes = issue.codes.map(normalCode)
  const alike = named.codes.some((code) => codes.includes(normalCode(code)))
  return { share: 0, notes: [alike ? 'cause-alike' : 'cause-wrong'] }
}

/** What came in was judged, what went out was complete; what was solved rests on something that was found out. */
function evidencePart(played: Played, did: Score['did']): Part {
  const parts = [
    incoming(played),
    did === 'hand-up' ? outgoing(played) : null,
    did === 'hand-up' ? null : looked(played),
  ]
  const asked = parts.filter((part) => part !== null)
  if (asked.length === 0) return { share: 1, notes: [] }
  const share = asked.reduce((sum, part) => sum + part.share, 0) / asked.length
  return { share, notes: asked.flatMap((part) => part.notes) }
}

function incoming({ plan, exercise, traineeId, events }: Played): Part | null {
  const at = events.findIndex(({ fact }) => fact.type === 'handover-offered' && fact.to === exercise.tier)
  if (at === -1) return null
  const ticket = ticketAfter(events.slice(0, at))
  const poor = ticket && poorItem({ plan, ticket, exercise }, exercise.tier - 1)
  const back = events
    .slice(at)
    .find(({ fact, by }) => fact.type === 'sent-back' && by.kind === 'person' && by.personId === traineeId)
  const missing = back ? (back.fact as FactOf<'sent-back'>).missing : []
  if (poor && !back) return { share: 0, notes: ['handover-let-through'] }
  if (poor) return { share: missing.includes(poor) ? 1 : 0.5, notes: ['handover-judged'] }
  return back ? { share: 0.5, notes: ['handover-sent-back-in-vain'] } : { share: 1, notes: ['handover-judged'] }
}

function outgoing({ plan, exercise, traineeId, events }: Played): Part {
  const at = events.findIndex(
    ({ fact, by }) =>
      fact.type === 'handover-offered' &&
      fact.from === exercise.tier &&
      by.kind === 'person' &&
      by.personId === traineeId,
  )
  const fact = events[at]?.fact
  const ticket = ticketAfter(events.slice(0, at + 1))
  if (!ticket || fact?.type !== 'handover-offered') return { share: 0, notes: ['evidence-thin'] }
  const asked = evidenceAsked(plan, ticket, fact.from, fact.to)
  const wanting = wantingIn({ plan, ticket, exercise }, fact.from, fact.to)
  const weigh = (required: boolean) => (required ? 2 : 1)
  const all = asked.reduce((sum, item) => sum + weigh(item.required), 0)
  const good = asked
    .filter(({ key }) => ticket.evidence.some((one) => one.key === key) && !wanting.some((one) => one.key === key))
    .reduce((sum, item) => sum + weigh(item.required), 0)
  const share = all === 0 ? 1 : good / all
  const returned = wanting.length > 0
  const notes: readonly ScoreNote[] = returned
    ? ['evidence-sent-back']
    : [share > 0.75 ? 'evidence-complete' : 'evidence-thin']
  return { share: returned ? share / 2 : share, notes }
}

function looked({ plan, exercise, traineeId, events }: Played): Part | null {
  if (exercise.tier !== plan.process.contactTier) return null
  const at = events.findIndex(({ fact }) => fact.type === 'diagnosed')
  const before = at === -1 ? events : events.slice(0, at)
  const ticket = ticketAfter(before)
  const mine = before.filter(({ by }) => by.kind === 'person' && by.personId === traineeId)
  const asked = mine.some(({ fact }) => fact.type === 'asked' || fact.type === 'evidence-added')
  const placed = ticket?.platform === exercise.platform
  const notes: ScoreNote[] = []
  if (!asked) notes.push('asked-nothing')
  if (!placed) notes.push('platform-not-set')
  return { share: (asked ? 0.5 : 0) + (placed ? 0.5 : 0), notes }
}

function ticketAfter(events: readonly TicketEvent[]): Ticket | null {
  return events.reduce<Ticket | null>(evolve, null)
}

function minutesOf({ events }: Played): number {
  const [first, last] = [events[0], events.at(-1)]
  return first && last ? Math.round((Date.parse(last.at) - Date.parse(first.at)) / 60_000) : 0
}
