import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Priority } from '#features/plan/domain/document/teams.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { priorityOf, tierOf } from '#features/plan/domain/lookup.ts'
import { categoryOf, checkCategory } from './category.ts'
import type { DueMoment } from './clocks/due-moment.ts'
import { dueMoments } from './clocks/due-moments.ts'
import { tierMinutesOf } from './clocks/tier-minutes.ts'
import { quietPeriodOver } from './contact-hours.ts'
import type { FactOf, TicketEvent } from './events.ts'
import { evidenceMissing } from './evidence.ts'
import { evolve } from './evolve.ts'
import { sameTarget } from './clocks/target-runs.ts'
import type { Obstacle } from './obstacle.ts'
import type { Ticket } from './ticket.ts'
import { tiersToNote } from './trail.ts'

export function obstaclesTo(before: SupportPlan, after: SupportPlan, ticket: Ticket): readonly Obstacle[] {
  return [...missingTiers(after, ticket), ...categoryGone(after, ticket), ...wayGone(before, after, ticket)]
}

function missingTiers(plan: SupportPlan, ticket: Ticket): readonly Obstacle[] {
  const { stage, offer } = ticket
  const acting = [...('tier' in stage ? [stage.tier] : []), ...(offer ? [offer.to] : []), ...tiersToNote(ticket)]
  return [...new Set(acting)].flatMap((tier) => (tierOf(plan, tier) ? [] : [{ what: 'tier', tier }]))
}

function categoryGone(plan: SupportPlan, { category, platform }: Ticket): readonly Obstacle[] {
  if (category === null) return []
  if (!categoryOf(plan, category)) return [{ what: 'category', category }]
  return platform !== null && checkCategory(plan, category, platform) ? [{ what: 'platform', platform }] : []
}

function wayGone(before: SupportPlan, after: SupportPlan, { stage, waiting }: Ticket): readonly Obstacle[] {
  const tier = after.process.contactTier
  const under = stage.name === 'investigating' ? stage.tier < tier : tier !== before.process.contactTier
  return [
    ...(waiting?.for === 'vendor' && !after.teams.vendor ? [{ what: 'vendor' } as const] : []),
    ...(under ? [{ what: 'contact-tier', tier } as const] : []),
  ]
}

type Versions = { readonly to: string; readonly fromNumber: number; readonly toNumber: number }

/** What is recorded when a ticket goes from one plan to another. */
export function migratedFact(
  before: SupportPlan,
  after: SupportPlan,
  ticket: Ticket,
  events: readonly TicketEvent[],
  at: Instant,
  { to, fromNumber, toNumber }: Versions,
): Omit<FactOf<'migrated'>, 'words'> {
  return {
    type: 'migrated',
    from: ticket.planVersionId,
    to,
    fromNumber,
    toNumber,
    priority: priorityOf(after, ticket.impact, ticket.urgency),
    kind: categoryOf(after, ticket.category)?.kind ?? ticket.kind,
    targets: dueMoments(before, events, at),
    spent: tierMinutesOf(before, events, at),
  }
}

export type MigrationPreview = {
  readonly obstacles: readonly Obstacle[]
  readonly priority: { readonly before: Priority; readonly after: Priority }
  /** Targets that have yet to be reached, under the one plan and the other. */
  readonly targets: readonly {
    readonly target: DueMoment['target']
    readonly tier: number | null
    readonly before: Standing | null
    readonly after: Standing | null
  }[]
  /** When it closes by itself because the requester is silent, under the one plan and the other. */
  readonly closes: { readonly before: Instant | null; readonly after: Instant | null }
  /** Keys of evidence that a handover on offer would lack: whoever is to accept it can only send it back. */
  readonly lacking: readonly string[]
}
type Standing = Pick<DueMoment, 'state' | 'dueAt'>

/** What moving a ticket to another version would change, without moving it. */
export function previewMigration(
  before: SupportPlan,
  after: SupportPlan,
  ticket: Ticket,
  events: readonly TicketEvent[],
  at: Instant,
): MigrationPreview {
  const obstacles = obstaclesTo(before, after, ticket)
  const versions = { to: ticket.planVersionId, fromNumber: 0, toNumber: 0 }
  const fact = { ...migratedFact(before, after, ticket, events, at, versions), words: { reason: '' } }
  const event: TicketEvent = { number: ticket.version + 1, at, by: { kind: 'system', name: 'clock' }, fact }
  const moved = evolve(ticket, event)
  const old = fact.targets.filter((due) => due.endedAt === null)
  const now = obstacles.length > 0 ? [] : dueMoments(after, [...events, event], at)
  const still = now.filter((due) => due.endedAt === null)
  const offer = moved.offer
  const lacking = offer ? evidenceMissing(after, moved, moved.evidence, offer) : []
  return {
    obstacles,
    priority: { before: ticket.priority, after: fact.priority },
    targets: [
      ...old.map((due) => pair(due, still.find((other) => sameTarget(other, due)) ?? null)),
      ...still.filter((due) => !old.some((other) => sameTarget(other, due))).map((due) => pair(null, due)),
    ],
    closes: { before: quietPeriodOver(before, ticket), after: quietPeriodOver(after, moved) },
    lacking: lacking.filter((key) => !offer?.waiver?.missing.includes(key)),
  }
}

function pair(before: DueMoment | null, after: DueMoment | null): MigrationPreview['targets'][number] {
  const { target, tier } = (before ?? after) as DueMoment
  return { target, tier, before: standing(before), after: standing(after) }
}

function standing(due: DueMoment | null): Standing | null {
  return due && { state: due.state, dueAt: due.dueAt }
}
