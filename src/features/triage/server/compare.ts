import { contextOf } from '#features/devices/server/actions.ts'
import { codesIn } from '#features/knowledge/domain/codes.ts'
import { comparedWords } from '#features/knowledge/server/actions.ts'
import { type ComparedTicket, openedSince } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { failureIn } from '../domain/failure-category.ts'
import type { Comparable } from '../domain/similar.ts'
import { countWords, type WordCounts } from '../domain/similar-words.ts'

/**
 * A ticket by all that can be read from it alone; models of devices come from elsewhere. Of what detection wrote only codes and the failure
 * count: its words are the same in every ticket that it opens.
 */
export function comparable({ text, detected, ...ticket }: ComparedTicket): Comparable {
  const all = `${text}\n${detected}`
  return { ...ticket, codes: codesIn(all), words: comparedWords(text), failure: failureIn(all), models: [] }
}

/** The models of devices that a person has, of the ticket's platform where it says so. Of what is known already; Microsoft is not asked. */
export async function modelsOf(tx: Tx, personId: string, platform: string | null): Promise<readonly string[]> {
  const context = await contextOf(tx, personId)
  const devices = context?.devices.value ?? []
  return [
    ...new Set(
      devices
        .filter((device) => platform === null || device.platform === null || device.platform === platform)
        .flatMap(({ model }) => (model === null ? [] : [model])),
    ),
  ]
}

/** Words are counted over so many of the latest tickets, and again after so long. */
const countedTickets = 2000
const countedDays = 180
const keptMinutes = 10
const mostOrganisations = 200

const kept = new Map<string, { readonly until: number; readonly counts: WordCounts }>()

/** How often words stand in the tickets of this desk: counted once in a while, since what is rare stays rare. */
export async function wordCounts(tx: Tx): Promise<WordCounts> {
  const now = Date.parse(tx.now)
  const known = kept.get(tx.orgId)
  if (known && known.until > now && known.until - now <= keptMinutes * 60_000) return known.counts
  const since = new Date(now - countedDays * 86_400_000).toISOString()
  const counts = countWords((await openedSince(tx, since, countedTickets)).map(({ text }) => comparedWords(text)))
  if (kept.size >= mostOrganisations) kept.clear()
  // A young desk changes by the minute.
  const minutes = counts.tickets < 200 ? 0 : keptMinutes
  kept.set(tx.orgId, { until: now + minutes * 60_000, counts })
  return counts
}
