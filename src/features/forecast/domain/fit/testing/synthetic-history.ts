import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Priority } from '#features/plan/domain/document/teams.ts'
import { hoursOf } from '#features/plan/domain/lookup.ts'
import { addSupportMinutes, supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import type { EventAuthor, TicketEvent, TicketFact } from '#features/tickets/domain/events.ts'
import type { Assumptions } from '../../assumptions/assumptions.ts'
import { draw, type Duration, sampler } from '../../chance/duration.ts'
import { type Stream, streamOf, unit } from '../../chance/stream.ts'
import { horizonOf } from '../../compile/horizon.ts'
import { modelOf } from '../../compile/model-of.ts'
import type { Causes } from '../../engine/model.ts'
import type { PastTicket } from '../../past-ticket.ts'
import { type Arrival, arrivalsIn } from './synthetic-arrivals.ts'

/** Everybody takes the next piece of work at once, and one at a time: what the desk's clocks show is then what was worked. */
type Agent = { readonly id: string; readonly tier: number }
type Piece = {
  readonly kind: 'work' | 'look' | 'mend' | 'take-note' | 'contact'
  readonly made: Making
  readonly tier: number
}
type Making = {
  readonly arrival: Arrival
  readonly cause: number
  readonly events: TicketEvent[]
  answered: boolean
}
type Turn = { readonly at: number; readonly go: () => void }

export type SyntheticDesk = { readonly agents: readonly number[]; readonly seed: number; readonly tickets: number }

/** A past made from known assumptions by the simulator's own distributions and ways, told in the tickets' own events. */
export function syntheticHistory(
  plan: SupportPlan,
  assumptions: Assumptions,
  { agents, seed, tickets }: SyntheticDesk,
): { readonly past: readonly PastTicket[]; readonly from: string; readonly to: string } {
  const horizon = horizonOf(plan, assumptions, '2026-11-02')
  const causes = modelOf(plan, assumptions, horizon).causes as Causes
  const chance = streamOf(seed, 0, 1)
  const arrivals = arrivalsIn(plan, assumptions, horizon, streamOf(seed, 0, 2)).slice(0, tickets)
  const hours = hoursOf(plan, plan.process.targetHours)
  const origin = new Date(horizon.begins).toISOString()
  const clockAt = (instant: string) => supportMinutesBetween(hours, origin, instant)
  const instantAt = (minute: number) => addSupportMinutes(hours, origin, minute)
  const lessons = new Float64Array(causes.lowest.length)
  const turns: Turn[] = []
  const queues = agents.map((): Piece[] => [])
  const free = agents.map((count, tier) =>
    Array.from({ length: count }, (_, index): Agent => ({ id: `t${tier + 1}-${index}`, tier: tier + 1 })),
  )
  const plans = new Map([['plan-1', plan]])

  const later = (at: number, go: () => void) => {
    let place = turns.length
    while (place > 0 && (turns[place - 1] as Turn).at <= at) place -= 1
    turns.splice(place, 0, { at, go })
  }
  const say = ({ events }: Making, at: string, by: EventAuthor, ...facts: readonly TicketFact[]) => {
    for (const fact of facts) events.push({ number: events.length + 1, at, by, fact })
  }
  const minutesOf = ({ kind, tier }: Piece): number => {
    const of: Readonly<Record<Piece['kind'], Duration>> = {
      work: (assumptions.tiers[String(tier)] as Assumptions['tiers'][string]).work,
      look: assumptions.lookMinutes,
      mend: assumptions.mendMinutes,
      'take-note': assumptions.takeNoteMinutes,
      contact: assumptions.contactMinutes,
    }
    return draw(sampler(of[kind]), chance)
  }
  const enter = (now: number, piece: Piece) => {
    queues[piece.tier - 1]?.push(piece)
    serve(now, piece.tier)
  }
  const serve = (now: number, tier: number) => {
    const agent = free[tier - 1]?.[0]
    const piece = queues[tier - 1]?.[0]
    if (!agent || !piece) return
    free[tier - 1]?.shift()
    queues[tier - 1]?.shift()
    begin(now, piece, agent)
    const end = now + minutesOf(piece)
    later(end, () => {
      finish(end, piece, agent)
      free[tier - 1]?.push(agent)
      serve(end, tier)
    })
  }
  const begin = (now: number, { kind, made, tier }: Piece, agent: Agent) => {
    const by = { kind: 'person', personId: agent.id } as const
    const isOffered = made.events.at(-1)?.fact.type === 'handover-offered'
    if (isOffered) say(made, instantAt(now), by, { type: 'handover-accepted', tier })
    else if (kind === 'work' || kind === 'mend')
      say(made, instantAt(now), by, { type: 'assigned', tier, agentId: agent.id })
  }
  const finish = (now: number, { kind, made, tier }: Piece, agent: Agent) => {
    const at = instantAt(now)
    const by = { kind: 'person', personId: agent.id } as const
    const offer = () =>
      say(made, at, by, {
        type: 'handover-offered',
        from: tier,
        to: tier + 1,
        waived: [],
        fastLane: false,
        words: { asked: 'Why?', waiverReason: '' },
      })
    if (kind === 'look') {
      const back = { type: 'sent-back', from: tier, to: tier - 1, missing: [], words: { reason: 'More' } } as const
      say(made, at, by, back, { type: 'released' })
      enter(now, { kind: 'mend', made, tier: tier - 1 })
    } else if (kind === 'mend') {
      offer()
      enter(now, { kind: 'work', made, tier: tier + 1 })
    } else if (kind === 'take-note') {
      say(made, at, by, { type: 'note-taken', tier, onBridge: false, delivering: 1 })
    } else if (kind === 'contact') {
      say(made, at, by, { type: 'note-taken', tier: 1, onBridge: false, delivering: 1 })
      say(made, at, by, applied)
    } else if (knows(made, tier)) {
      diagnose(now, made, tier, by)
    } else if (tier < agents.length) {
      offer()
      const back = unit(chance) < assumptions.sendBack
      enter(now, { kind: back ? 'look' : 'work', made, tier: tier + 1 })
    } else {
      say(made, at, by, {
        type: 'vendor-case-opened',
        severity: 'c',
        caseNumber: null,
        words: { text: 'Please look' },
      })
      const answerAt = Date.parse(at) + draw(sampler(assumptions.vendorMinutes), chance) * 60_000
      const answered = new Date(answerAt).toISOString()
      later(clockAt(answered), () => {
        made.answered = true
        const mail = { kind: 'system', name: 'mail' } as const
        say(made, answered, mail, { type: 'vendor-answered', words: { text: 'This' } }, { type: 'released' })
        enter(clockAt(answered), { kind: 'work', made, tier })
      })
    }
  }
  const knows = ({ cause, answered }: Making, tier: number): boolean => {
    if (answered || tier - 1 >= (causes.lowest[cause] as number)) return true
    const learnt = causes.learnt[Math.min(lessons[cause] as number, causes.learnt.length - 1)] as number
    return unit(chance) < learnt
  }
  const diagnose = (now: number, made: Making, tier: number, by: EventAuthor) => {
    const words = {
      rootCause: `Cause ${made.cause}`,
      solution: 'Do this',
      wordingForRequester: 'Try again',
      knownIssue: 'Rare',
    }
    const knownIssue = { kind: 'one-off' } as const
    say(made, instantAt(now), by, { type: 'diagnosed', tier, delivering: 1, knownIssue, words })
    if (tier === 1) return say(made, instantAt(now), by, applied)
    lessons[made.cause] = (lessons[made.cause] as number) + 1
    for (let between = tier - 1; between > 1; between -= 1) enter(now, { kind: 'take-note', made, tier: between })
    enter(now, { kind: 'contact', made, tier: 1 })
  }

  const making = arrivals.map((arrival): Making => {
    const point = unit(chance)
    return {
      arrival,
      cause: causes.cumulative.findIndex((share) => point < share),
      events: [],
      answered: false,
    }
  })
  for (const [index, made] of making.entries()) {
    const { at } = made.arrival
    later(clockAt(at), () => {
      const fact = opened(made.arrival, index + 1, priorityOf(assumptions, chance))
      say(made, at, { kind: 'person', personId: 'requester' }, fact)
      enter(clockAt(at), { kind: 'work', made, tier: 1 })
    })
  }
  for (let turn = turns.pop(); turn; turn = turns.pop()) turn.go()
  const past = making.map(
    ({ events }, index): PastTicket => ({ ticketId: `ticket-${index + 1}`, number: index + 1, events, plans }),
  )
  const last = arrivals.at(-1)?.at ?? origin
  return { past, from: origin, to: last }
}

const applied: TicketFact = {
  type: 'contacted',
  channel: 'phone',
  outcome: 'applied',
  retryAt: null,
  words: { text: 'Told' },
}

function opened({ platform, wave }: Arrival, ticket: number, priority: Priority): TicketFact {
  return {
    type: 'opened',
    ticketId: `ticket-${ticket}`,
    planVersionId: 'plan-1',
    kind: 'incident',
    source: 'portal',
    requesterId: 'requester',
    category: null,
    platform,
    impact: 'medium',
    urgency: 'medium',
    priority,
    phase: null,
    wave,
    mode: 'tiered',
    tier: 1,
    files: [],
    words: { subject: 'It does not work', description: 'At all' },
  }
}

function priorityOf({ priorities }: Assumptions, chance: Stream): Priority {
  let left = unit(chance) * priorities.reduce((sum, share) => sum + share, 0)
  const index = priorities.findIndex((share) => (left -= share) < 0)
  return (index < 0 ? 4 : index + 1) as Priority
}
