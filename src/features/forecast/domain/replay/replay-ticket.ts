import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dueMoments } from '#features/tickets/domain/clocks/due-moments.ts'
import { quietPeriodOver } from '#features/tickets/domain/contact-hours.ts'
import type { FactOf, FactType, TicketEvent, TicketFact } from '#features/tickets/domain/events.ts'
import { evolve } from '#features/tickets/domain/evolve.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import { type PastTicket, planFrom, planOf } from '../past-ticket.ts'
import {
  judgeClosing,
  judgeContact,
  judgeDiagnosis,
  judgeNote,
  judgeQuestion,
  judgeReopening,
  judgeReply,
} from './down.ts'
import { type Difference, difference } from './difference.ts'
import type { Judged, Occasion, Recorded } from './judged.ts'
import { judgeCategory, judgeOpening, judgePriority } from './opening.ts'
import { pairTargets, targetDifferences, type TargetPair } from './targets.ts'
import { judgeAcceptance, judgeEvidence, judgeOffer, judgeSendBack, judgeVendorCase, missingTier } from './up.ts'

export type ReplayOutcome = {
  readonly ticketId: string
  readonly number: number
  readonly subject: string
  readonly openedAt: Instant
  readonly differences: readonly Difference[]
  readonly targets: readonly TargetPair[]
}

/**
 * A ticket's recorded moves under a draft. The tickets' own rules say what the draft would have asked, refused and decided; everybody
 * is taken to have done what they did, when they did it. How somebody would have reacted to another plan is not made up.
 */
export function replayTicket(draft: SupportPlan, past: PastTicket, at: Instant): ReplayOutcome {
  const { ticketId, number, events } = past
  const { opened, replayed, differences } = walk(draft, past, at)
  const targets = pairTargets(dueMoments(planOf(past), events, at), dueMoments(draft, replayed, at), at)
  return {
    ticketId,
    number,
    subject: opened.subject,
    openedAt: opened.openedAt,
    differences: [...onceEach(differences), ...targetDifferences(targets, at)].toSorted((one, other) =>
      one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
    ),
    targets,
  }
}

type Walked = {
  readonly opened: Ticket
  readonly replayed: readonly TicketEvent[]
  readonly differences: readonly Difference[]
}

function walk(draft: SupportPlan, { events, plans }: PastTicket, at: Instant): Walked {
  const [first, ...rest] = events
  const openedUnder = first ? planFrom(first, plans) : null
  if (first?.fact.type !== 'opened' || !openedUnder) throw new Error('A ticket begins with "opened"')
  let published = openedUnder
  const opening = judgeOpening(draft, published, first, first.fact)
  const replayed: TicketEvent[] = [{ ...first, fact: opening.fact }]
  const differences: Difference[] = [...opening.differences]
  let was = evolve(null, first)
  let ticket = evolve(null, replayed[0] as TicketEvent)
  const opened = was
  const add = (fact: TicketFact, event: TicketEvent) => {
    const next = { ...event, number: replayed.length + 1, fact }
    replayed.push(next)
    ticket = evolve(ticket, next)
  }
  let owed: Owed | null = null
  for (const event of rest) {
    differences.push(...closedBefore(draft, published, was, event.at))
    const isConsequence = owed !== null && isBroughtBy(event, owed.by)
    if (owed && owed.bridge !== isConsequence) {
      differences.push(difference(owed.bridge ? 'bridge-then' : 'bridge-not', owed.by.at))
    }
    if (owed?.bridge && !isConsequence) add(brought, owed.by)
    const isTaken = !isConsequence || owed?.bridge === true
    owed = null
    published = planFrom(event, plans) ?? published
    if (isTaken && !isDerived(event)) {
      const judged = judge({ draft, published, was, ticket, event })
      differences.push(...judged.differences)
      add(judged.fact, event)
      if (judged.bridge !== undefined) owed = { by: event, bridge: judged.bridge }
    }
    was = evolve(was, event)
  }
  if (owed?.bridge) {
    differences.push(difference('bridge-then', owed.by.at))
    add(brought, owed.by)
  }
  differences.push(...closedBefore(draft, published, was, at))
  return { opened, replayed, differences }
}

/** A move by which the draft, or the plan of then, brings the ticket to the bridge: recorded as the event after it. */
type Owed = { readonly by: TicketEvent; readonly bridge: boolean }
const brought: TicketFact = { type: 'brought-to-bridge', words: { reason: '' } }

function isBroughtBy({ fact, at, number }: TicketEvent, by: TicketEvent): boolean {
  return fact.type === 'brought-to-bridge' && fact.words.reason === '' && at === by.at && number === by.number + 1
}

/** What follows from the plan and the clock alone is not a move: the draft has its own. */
function isDerived({ fact }: TicketEvent): boolean {
  return fact.type === 'target-at-risk' || fact.type === 'target-missed' || fact.type === 'migrated'
}

/** Silence that the draft would have taken for agreement sooner. */
function closedBefore(
  draft: SupportPlan,
  published: SupportPlan,
  was: Ticket,
  at: Instant,
): readonly Difference[] {
  if (was.stage.name !== 'confirming') return []
  const then = quietPeriodOver(published, was)
  const now = quietPeriodOver(draft, was)
  return then && now && now < then && now <= at ? [difference('closed-sooner', now, { was: then, now })] : []
}

type Judges = { readonly [Type in FactType]?: (recorded: Recorded<Type>) => Judged<FactOf<Type>> }

/** Facts in which the plan has a say. In the others it has none: they are taken over as they are. */
const judges: Judges = {
  categorised: judgeCategory,
  reprioritised: judgePriority,
  'evidence-added': judgeEvidence,
  'handover-offered': judgeOffer,
  'handover-accepted': judgeAcceptance,
  'sent-back': judgeSendBack,
  'vendor-case-opened': judgeVendorCase,
  diagnosed: judgeDiagnosis,
  'note-taken': judgeNote,
  contacted: judgeContact,
  replied: judgeReply,
  asked: judgeQuestion,
  closed: judgeClosing,
  reopened: judgeReopening,
}

function judge(occasion: Occasion): Judged {
  const { event } = occasion
  const missing = event.by.kind === 'person' ? missingTier(occasion) : []
  return missing.length > 0
    ? { fact: event.fact, differences: missing }
    : judgeBy(event.fact.type, event.fact, occasion)
}

function judgeBy<Type extends FactType>(type: Type, fact: FactOf<Type>, occasion: Occasion): Judged {
  const own: Judges[Type] = judges[type]
  return own ? own({ ...occasion, fact }) : { fact, differences: [] }
}

/** The same thing is not said of every event that shows it: what had been asked once would have been there. */
function onceEach(differences: readonly Difference[]): readonly Difference[] {
  const said = new Set<string>()
  return differences.flatMap((one) => {
    if (one.kind === 'evidence-asked' || one.kind === 'waiver-spared' || one.kind === 'evidence-dropped') {
      const name = (key: string) => `${one.kind} ${one.tier} ${one.to} ${key}`
      const keys = one.keys.filter((key) => !said.has(name(key)))
      for (const key of keys) said.add(name(key))
      return keys.length > 0 ? [{ ...one, keys }] : []
    }
    const name = `${one.kind} ${one.tier} ${one.to} ${one.was} ${one.now} ${one.keys.join()}`
    if (said.has(name)) return []
    said.add(name)
    return [one]
  })
}
