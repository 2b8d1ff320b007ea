import type { NoticeMoment } from '#features/plan/domain/document/process.ts'
import { askedOf, isTarget, lateness, stillToLearn } from './asking.ts'
import type { TicketEvent, TicketFact } from './events.ts'
import type { WantedNotice } from './moments.ts'
import type { Ticket } from './ticket.ts'
import { agentOf, tiersToLearn } from './trail.ts'

type Told = Pick<WantedNotice, 'moment' | 'to'>

/** Whom the plan wants to tell of a moment, and who they are. */
export type Heard = Told & { readonly people: readonly string[] }

/** `over`: the events that ask nothing any more. */
export type Happened = {
  readonly event: Pick<TicketEvent, 'number' | 'fact'>
  readonly ticket: Ticket
  readonly over: ReadonlySet<number>
}

export type ForBells = { readonly moment: NoticeMoment; readonly isNews: boolean; readonly to: readonly string[] }

/** What an event brings to whose bell. Whoever it asks something hears that, and not the news of it besides. */
export function forBells(heard: readonly Heard[], happened: Happened): readonly ForBells[] {
  const each = heard.flatMap(({ moment, to, people }) =>
    people.map((person) => ({ moment, person, as: toldAs({ moment, to }, happened, person) })),
  )
  const ofPerson = [...Map.groupBy(each, ({ person }) => person).values()]
  const one = ofPerson.flatMap((all) => all.find(({ as }) => as !== 'news') ?? all.slice(0, 1))
  const told = Map.groupBy(
    one.filter(({ as }) => as !== 'done'),
    ({ moment, as }) => `${as} ${moment}`,
  )
  return [...told.values()].flatMap((all) =>
    all.slice(0, 1).map(({ moment, as }) => ({
      ...{ moment, isNews: as === 'news' },
      to: all.map(({ person }) => person),
    })),
  )
}

/** `done`: it asked something of them, which is done or dropped since. */
export type ToldAs = 'asks' | 'done' | 'news'

/** What a notice is to one of those whom the plan tells. */
export function toldAs(told: Told, { event, ticket, over }: Happened, personId: string): ToldAs {
  const { moment, to } = told
  if (!askedOf[moment]?.includes(to)) return 'news'
  const isAsked =
    moment === 'handed-down' ? learns(ticket, to, personId) : isTheirs(told, event.fact, ticket, personId)
  if (!isAsked) return 'news'
  const hasLearnt = moment === 'handed-down' && stillToLearn(ticket)?.includes(personId) === false
  return over.has(event.number) || hasLearnt ? 'done' : 'asks'
}

/** What is asked of a tier is asked of whoever has it there, and of everybody while nobody has; a lead is always asked to see to a target. */
function isTheirs({ moment, to }: Told, fact: TicketFact, ticket: Ticket, personId: string): boolean {
  if (to === 'diagnoser' || (to === 'tier-lead' && lateness.includes(moment))) return true
  const holder = holderOf(fact, ticket)
  return holder === null ? to !== 'assignee' : holder === personId
}

/** Who has what a fact is about: what is new or handed over belongs to nobody yet, a target to whoever can still reach it. */
function holderOf(fact: TicketFact, ticket: Ticket): string | null {
  if (fact.type === 'assigned') return fact.agentId
  if (fact.type === 'opened' || fact.type === 'handover-offered') return null
  if (isTarget(fact) && fact.target === 'acknowledge') return null
  if (isTarget(fact) && fact.target === 'take-note') return agentOf(ticket.trail, fact.tier ?? 0)
  return ticket.assigneeId
}

/** Understanding a solution is asked of the agent of each tier below; of a tier where nobody had the ticket, of all who are told as that tier. */
function learns(ticket: Ticket, to: WantedNotice['to'], personId: string): boolean {
  return tiersToLearn(ticket).some(({ agentId }) => agentId === personId || (agentId === null && to === 'tier'))
}
