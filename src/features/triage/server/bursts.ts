import { comparedWords, issueIndex } from '#features/knowledge/server/actions.ts'
import type { IssueIndex } from '#features/knowledge/domain/issue-index.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { openedSince } from '#features/tickets/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { type Burst, burstsAt, type LikeTicket, usualDays } from '../domain/burst.ts'
import { countWords, rareWordsOf } from '../domain/similar-words.ts'
import { askLeads, leadsAnswered } from './ask-leads.ts'
import { tellOfCauses } from './cause-news.ts'
import { joinFound } from './causes.ts'
import { comparable } from './compare.ts'
import {
  burstSeen,
  burstsSeenSince,
  endBursts,
  insertBurst,
  lastBurstAbout,
  type StoredBurst,
} from './store/bursts.ts'

/** Bounds for a desk that is far behind: no burst is made of more. */
const mostOpened = 20_000
/** Words are compared among so many of the latest. */
const mostWorded = 4000
const rareWords = 6
/** What was not seen for so long is over; seen again later, it is a new one. */
const overAfterHours = 48

/** Whatever was seen since may still go on. */
export const goesOnSince = (tx: Tx) => hoursBefore(tx.now, overAfterHours)

/** Looks for bursts by the plan's rule; keeps each once as long as it goes on, and ends what nobody answered. */
export async function lookForBursts(platform: Platform, tx: Tx): Promise<void> {
  const plan = await publishedPlan(tx)
  if (!plan) return
  const over = goesOnSince(tx)
  const ended = await endBursts(tx, over)
  for (const id of ended) await leadsAnswered(tx, id)
  if (ended.length > 0) await tellOfCauses(tx, 'over')
  const rule = plan.document.process.bursts
  // At a quiet desk nothing more is read.
  if ((await openedSince(tx, hoursBefore(tx.now, rule.hours), rule.tickets)).length < rule.tickets) return
  const since = hoursBefore(tx.now, usualDays * 24 + rule.hours)
  const { tickets, written } = likeTickets(await openedSince(tx, since, mostOpened))
  const found = burstsAt(tickets, rule, tx.now)
  if (found.length === 0) return
  const index = await issueIndex(platform, tx)
  for (const burst of found) await keep(tx, plan.document, named(burst, written, index), over)
}

async function keep(tx: Tx, plan: SupportPlan, burst: Burst, over: string): Promise<void> {
  const ticketIds = burst.tickets.map(({ id }) => id)
  const before = await lastBurstAbout(tx, burst.about, over)
  if (before) {
    await burstSeen(tx, before.id, burst.expected, ticketIds)
    if (before.causeId !== null) await joinFound(tx, before.causeId, ticketIds)
    return
  }
  const { kind, about, values, expected } = burst
  const id = newId()
  const isNew = await insertBurst(tx, {
    ...{ id, kind, about, values, expected, ticketIds },
    ...{ beganAt: burst.tickets[0]?.openedAt ?? tx.now, seenAt: tx.now, state: 'open', causeId: null },
  })
  if (!isNew) return
  await tellOfCauses(tx, id)
  await askLeads(tx, plan, id)
}

type Opened = Awaited<ReturnType<typeof openedSince>>

/** Everything opened lately, with what is rare among it. `written`: how people write a word. */
function likeTickets(opened: Opened): {
  readonly tickets: readonly LikeTicket[]
  readonly written: ReadonlyMap<string, string>
} {
  const worded = opened.slice(0, mostWorded).map((ticket) => comparedWords(ticket.text))
  const counts = countWords(worded)
  const written = new Map<string, string>()
  for (const words of worded) for (const [word, as] of words) if (!written.has(word)) written.set(word, as)
  const tickets = opened.map((ticket, index): LikeTicket => {
    const { words: _words, models: _models, ...like } = comparable(ticket)
    return { ...like, rareWords: rareWordsOf(worded[index] ?? new Map(), counts, rareWords) }
  })
  return { tickets, written }
}

/** What they have in common as people say it: words as they write them, a known issue by its symptom. */
function named(burst: Burst, written: ReadonlyMap<string, string>, index: IssueIndex): Burst {
  const { words, issue } = burst.values
  if (words !== undefined) {
    const said = words.split(', ').map((word) => written.get(word) ?? word)
    return { ...burst, values: { words: said.join(', ') } }
  }
  const symptom = issue === undefined ? undefined : index.byId(issue)?.symptom
  return symptom ? { ...burst, values: { ...burst.values, ...symptom } } : burst
}

/** What is going on now, by the plan's window: also what a lead has answered. For agendas. */
export async function ongoingBursts(tx: Tx): Promise<readonly StoredBurst[]> {
  const plan = await publishedPlan(tx)
  if (!plan) return []
  return burstsSeenSince(tx, hoursBefore(tx.now, Math.max(plan.document.process.bursts.hours, 1)))
}

function hoursBefore(at: string, hours: number): string {
  return new Date(Date.parse(at) - hours * 3_600_000).toISOString()
}
