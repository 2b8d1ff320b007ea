import type { Instant } from '#features/people/domain/instant.ts'
import { type WordCounts, type Words, weightOf } from './similar-words.ts'

/** A ticket as far as it can be like another. */
export type Comparable = {
  readonly id: string
  readonly number: number
  readonly requesterId: string
  readonly openedAt: Instant
  /** In their normal form. */
  readonly codes: readonly string[]
  readonly words: Words
  readonly category: string | null
  readonly platform: string | null
  readonly wave: string | null
  /** The known issue that its diagnosis names. */
  readonly issueId: string | null
  /** The category with which Intune reported its failure. */
  readonly failure: string | null
  /** Of the devices of its requester that it may be about. */
  readonly models: readonly string[]
}

/** What makes one like the other, the weightiest first. */
export type Likeness =
  | { readonly kind: 'code'; readonly codes: readonly string[] }
  | { readonly kind: 'issue'; readonly issueId: string }
  | { readonly kind: 'failure'; readonly failure: string }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'model'; readonly model: string }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'platform'; readonly platform: string }
  | { readonly kind: 'wave'; readonly wave: string }
  | { readonly kind: 'requester' }

export type Similar<One extends Comparable> = {
  readonly ticket: One
  readonly score: number
  readonly because: readonly Likeness[]
}

/** What each likeness weighs. Words weigh by how rare they are, together at most as much as a code. */
const weights = {
  code: 40,
  issue: 40,
  failure: 16,
  words: 40,
  model: 8,
  category: 7,
  platform: 4,
  wave: 3,
  requester: 12,
  otherPlatform: -10,
}
/**
 * So many in all make a ticket worth showing; only a code, an issue, a failure, words, or being of the same person in the same days can bring it
 * there: a report after Tierwise found the same by itself has other words.
 */
const enough = 18
/** The words that are named as a reason. */
const namedWords = 4

/** The tickets most like this one, each with its reasons. The newer comes first of two that are as like. */
export function similarTo<One extends Comparable>(
  ticket: Comparable,
  others: readonly One[],
  counts: WordCounts,
  most: number,
): readonly Similar<One>[] {
  return others
    .filter(({ id }) => id !== ticket.id)
    .map((other) => compare(ticket, other, counts))
    .filter(({ score, because }) => score >= enough && because.some(says))
    .toSorted(
      (one, other) => other.score - one.score || (one.ticket.openedAt < other.ticket.openedAt ? 1 : -1) || 0,
    )
    .slice(0, most)
}

function says({ kind }: Likeness): boolean {
  return ['code', 'issue', 'failure', 'words', 'requester'].includes(kind)
}

const sameDays = 14

function areNear(one: Comparable, other: Comparable): boolean {
  return Math.abs(Date.parse(one.openedAt) - Date.parse(other.openedAt)) <= sameDays * 86_400_000
}

function compare<One extends Comparable>(ticket: Comparable, other: One, counts: WordCounts): Similar<One> {
  const weighed: (readonly [Likeness, number])[] = []
  const add = (likeness: Likeness, weight: number) => weighed.push([likeness, weight])
  const codes = other.codes.filter((code) => ticket.codes.includes(code))
  if (codes.length > 0) add({ kind: 'code', codes }, weights.code)
  if (ticket.issueId !== null && ticket.issueId === other.issueId)
    add({ kind: 'issue', issueId: ticket.issueId }, weights.issue)
  if (ticket.failure !== null && ticket.failure === other.failure)
    add({ kind: 'failure', failure: ticket.failure }, weights.failure)
  const words = sharedWords(ticket, other, counts)
  if (words.weight > 0) add({ kind: 'words', words: words.named }, words.weight)
  const model = ticket.models.find((one) => other.models.includes(one))
  if (model !== undefined) add({ kind: 'model', model }, weights.model)
  if (ticket.category !== null && ticket.category === other.category)
    add({ kind: 'category', category: ticket.category }, weights.category)
  if (ticket.platform !== null && ticket.platform === other.platform)
    add({ kind: 'platform', platform: ticket.platform }, weights.platform)
  if (ticket.wave !== null && ticket.wave === other.wave) add({ kind: 'wave', wave: ticket.wave }, weights.wave)
  if (ticket.requesterId === other.requesterId && areNear(ticket, other))
    add({ kind: 'requester' }, weights.requester)
  const differs = ticket.platform !== null && other.platform !== null && ticket.platform !== other.platform
  const score = weighed.reduce((sum, [, weight]) => sum + weight, differs ? weights.otherPlatform : 0)
  const because = weighed.toSorted(([, one], [, another]) => another - one).map(([likeness]) => likeness)
  return { ticket: other, score, because }
}

/**
 * What the words say of two tickets, from 0 to the most that words weigh: the weight of the words that both have, against the weight of all
 * words of the shorter one, so that a short report can be like a long one. Rare words weigh more (`weightOf`), squared. One word alone says
 * little, however rare.
 */
function sharedWords(
  { words }: Comparable,
  other: Comparable,
  counts: WordCounts,
): { readonly weight: number; readonly named: readonly string[] } {
  const weight = (word: string) => weightOf(word, counts) ** 2
  const sum = (all: Iterable<string>) => [...all].reduce((total, word) => total + weight(word), 0)
  const shared = [...words.keys()].filter((word) => other.words.has(word))
  const least = Math.min(sum(words.keys()), sum(other.words.keys()))
  if (shared.length < 2 || least === 0) return { weight: 0, named: [] }
  const rarest = shared.toSorted((one, another) => weight(another) - weight(one)).slice(0, namedWords)
  const named = rarest.map((word) => words.get(word) ?? word)
  // A report of three words is not like every other that has two of them: as if each had at least a few rare words.
  return { weight: weights.words * Math.min(1, sum(shared) / Math.max(least, 3)), named }
}
