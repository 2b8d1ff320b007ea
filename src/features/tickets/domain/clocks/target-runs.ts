import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Priority } from '#features/plan/domain/document/teams.ts'
import type { TicketEvent, TicketFact } from '../events.ts'
import { evolve, replay } from '../evolve.ts'
import type { TargetName, TargetRef, Ticket } from '../ticket.ts'
import { tiersInTurn } from '../trail.ts'
import type { DueMoment } from './due-moment.ts'
import { lastMigration, type MigrationEvent } from './last-migration.ts'
import { tierOnTheClock } from './responsible.ts'

/** Time that counts towards a target, and the tier that spent it. */
type Segment = { readonly from: Instant; readonly to: Instant | null; readonly spender: number }

/** One running of a target: from the event that started it until it is reached, or falls away. */
export type TargetRun = {
  readonly ref: TargetRef
  /** In order and apart; the last is open while the target runs. */
  readonly segments: readonly Segment[]
  readonly endedAt: Instant | null
  readonly cancelled: boolean
  /** The priority that counts: the ticket's, as long as the target runs. */
  readonly priority: Priority
  /** How it stood when the ticket came to this version of the plan; null when it began under it. */
  readonly carried: Carried | null
}

export type Carried = { readonly at: Instant; readonly due: DueMoment }

type Live = {
  readonly target: TargetName
  readonly tier: number | null
  /** A target that is live again under the same key goes on; under a new one it begins anew. */
  readonly key: string
  /** The tier whose time counts now; null while the target stands still. */
  readonly spender: number | null
}

export function sameTarget(one: TargetRef, other: TargetRef): boolean {
  return one.target === other.target && one.tier === other.tier && one.since === other.since
}

/** Every running of every target, from the events alone. */
export function targetRuns(plan: SupportPlan, events: readonly TicketEvent[]): readonly TargetRun[] {
  const migration = lastMigration(events)
  const { runs, current, round: begun } = carriedRuns(events, migration)
  let ticket = migration ? replay(events.slice(0, migration.number - 1)) : null
  let round = begun
  for (const event of migration ? events.slice(migration.number - 1) : events) {
    ticket = evolve(ticket, event)
    if (beginsAnew(event)) round += 1
    const live = liveTargets(plan, ticket, round)
    for (const [key, index] of current) {
      const run = runs[index]
      if (!run || run.endedAt !== null || live.some((one) => one.key === key)) continue
      runs[index] = ended(run, ticket, event)
      if (run.ref.target !== 'work') current.delete(key)
    }
    for (const one of live) {
      const index = current.get(one.key) ?? runs.length
      current.set(one.key, index)
      runs[index] = goOn(runs[index] ?? started(one, event), one, ticket, event)
    }
  }
  return runs
}

type Going = { readonly runs: TargetRun[]; readonly current: Map<string, number>; readonly round: number }

/** Under another version of the plan, targets go on from how they stood when the ticket came to it. */
function carriedRuns(events: readonly TicketEvent[], migration: MigrationEvent | null): Going {
  const current = new Map<string, number>()
  if (!migration) return { runs: [], current, round: 0 }
  const before = events.slice(0, migration.number - 1)
  const roundAt = (number: number) => before.filter((one) => one.number <= number && beginsAnew(one)).length
  const { at, fact } = migration
  const runs = fact.targets.map((due, index): TargetRun => {
    const { target, tier, since, endedAt } = due
    const key = keyOf({ target, tier }, roundAt(since))
    if (endedAt === null || target === 'work') current.set(key, index)
    const cancelled = due.state === 'cancelled'
    return {
      ref: { target, tier, since },
      segments: [],
      endedAt,
      cancelled,
      priority: fact.priority,
      carried: { at, due },
    }
  })
  return { runs, current, round: roundAt(migration.number) }
}

/** By which a running is known while it can go on. */
function keyOf({ target, tier }: Pick<TargetRef, 'target' | 'tier'>, round: number): string {
  if (target === 'work') return `work:${tier}:${round}`
  return tier === null ? target : `${target}:${tier}`
}

/** After a reopening, or a solution that did not work, tiers have their time again. */
function beginsAnew({ fact }: TicketEvent): boolean {
  return fact.type === 'reopened' || (fact.type === 'contacted' && fact.outcome === 'did-not-work')
}

/**
 * acknowledge: from when a ticket awaits a tier until somebody there takes it. work: while somebody of the tier has it, over all its
 * visits. take-note: while the tier has yet to learn. contact: from when the solution is known until the requester is first tried.
 * resolve: until the solution is applied.
 */
function liveTargets(plan: SupportPlan, ticket: Ticket, round: number): readonly Live[] {
  const { stage, offer, assigneeId } = ticket
  const running = runningClocks(plan, ticket)
  const live: Live[] = []
  const add = (target: TargetName, tier: number | null, counting: boolean) => {
    const spender = tier ?? overallSpender(plan, ticket)
    const key = keyOf({ target, tier }, round)
    live.push({ target, tier, key, spender: counting && spender !== null ? spender : null })
  }
  if (offer) add('acknowledge', offer.to, running.tier)
  if (stage.name === 'investigating') {
    const { tier } = stage
    if (!offer && assigneeId === null) add('acknowledge', tier, running.tier)
    add('work', tier, running.tier && !offer && assigneeId !== null)
  }
  for (const tier of tiersInTurn(plan, ticket)) add('take-note', tier, running.tier)
  if (stage.name === 'delivering' && ticket.contactAttempts.length === 0) add('contact', null, running.overall)
  if ('tier' in stage) add('resolve', null, running.overall)
  return live
}

/** Which clocks run, by the plan's pause rules. */
function runningClocks(
  plan: SupportPlan,
  { waiting }: Ticket,
): { readonly tier: boolean; readonly overall: boolean } {
  if (!waiting) return { tier: true, overall: true }
  const paused = plan.process.pauses[waiting.for]
  return { tier: !paused.tier, overall: !paused.overall }
}

function overallSpender(plan: SupportPlan, ticket: Ticket): number | null {
  const withVendor = ticket.waiting?.for === 'vendor' ? plan.teams.vendor?.level : undefined
  return withVendor ?? tierOnTheClock(ticket)
}

function started({ target, tier }: Live, { number }: TicketEvent): Omit<TargetRun, 'priority'> {
  return { ref: { target, tier, since: number }, segments: [], endedAt: null, cancelled: false, carried: null }
}

function goOn(
  run: Omit<TargetRun, 'priority'>,
  { spender }: Live,
  { priority }: Ticket,
  { at }: TicketEvent,
): TargetRun {
  const open = run.segments.at(-1)
  const same = spender === (open?.to === null ? open.spender : null)
  const segments = same ? run.segments : stopped(run.segments, at)
  const next = same || spender === null ? segments : [...segments, { from: at, to: null, spender }]
  return { ...run, segments: next, endedAt: null, priority }
}

function ended(run: TargetRun, ticket: Ticket, { at, fact }: TicketEvent): TargetRun {
  return { ...run, segments: stopped(run.segments, at), endedAt: at, cancelled: fellAway(run.ref, ticket, fact) }
}

/** An offer that is taken back needs no answer; a solution that did not work need not be learnt. */
function fellAway({ target, tier }: TargetRef, ticket: Ticket, fact: TicketFact): boolean {
  // The new plan does not ask for it.
  if (fact.type === 'migrated') return true
  if (target === 'acknowledge') return fact.type === 'handover-withdrawn'
  if (target !== 'take-note') return false
  return ticket.trail.some((entry) => entry.tier === tier && entry.tookNoteAt === null)
}

function stopped(segments: readonly Segment[], at: Instant): readonly Segment[] {
  const open = segments.at(-1)
  if (open?.to !== null) return segments
  const before = segments.slice(0, -1)
  return open.from < at ? [...before, { ...open, to: at }] : before
}
