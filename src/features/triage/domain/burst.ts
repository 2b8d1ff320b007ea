import type { Instant } from '#features/people/domain/instant.ts'
import type { Bursts } from '#features/plan/domain/document/process.ts'
import { clumpedTail } from './chance.ts'
import { clumpingOf } from './clumping.ts'

/** A ticket as far as likeness goes; closed ones count too. */
export type LikeTicket = {
  readonly id: string
  readonly number: number
  readonly category: string | null
  readonly platform: string | null
  readonly wave: string | null
  readonly requesterId: string
  readonly openedAt: Instant
  /** In their normal form. */
  readonly codes: readonly string[]
  /** The known issue that its diagnosis names. */
  readonly issueId: string | null
  /** The category with which Intune reported its failure. */
  readonly failure: string | null
  /** The words in it that are rare at this desk, the rarest first. */
  readonly rareWords: readonly string[]
}

/** From what says most to what says least: a ticket is in the first burst that it fits. */
export const burstKinds = ['issue', 'code', 'failure', 'words', 'category', 'wave'] as const
export type BurstKind = (typeof burstKinds)[number]

/** Like tickets that come in faster than they should. */
export type Burst = {
  readonly kind: BurstKind
  /** What makes it this one: `code:80180013`, `category:enrollment ios`, `wave:wave-2 wifi`. */
  readonly about: string
  /** What they have in common, as the sentence about it names it. */
  readonly values: Readonly<Record<string, string>>
  /** How many would have been ordinary in the window. */
  readonly expected: number
  /** The oldest first. */
  readonly tickets: readonly LikeTicket[]
}

/** A desk with hardly any past: as if so many others had come in before. */
const youngDesk = 20
/** Days before the window that say what is usual. */
export const usualDays = 14
/** Chance makes a burst of what is ordinary less often than this, each time that somebody looks. */
export const rareEnough = 1e-5

/** A ticket has many pairs of words, each of which could surprise. */
const rareFor = (kind: BurstKind) => (kind === 'words' ? rareEnough / 10 : rareEnough)

type Likeness = Pick<Burst, 'kind' | 'about' | 'values'> & {
  /** Whatever the fortnight before had of this says how many are ordinary: for a wave that just began, the category in every wave. */
  readonly usual: string
}

/**
 * Bursts at a moment, by the plan's n tickets within h hours. Like tickets of the last h hours are a burst when they come from at least n
 * requesters and are too many to be chance:
 *
 *     P( count of mean λ ≥ k ) < 1 in 100,000   k like tickets in the window; counts clump as they did (`clumping.ts`)
 *     λ = the larger of
 *       Σ over waves   other tickets of the wave in the window × p / (1 − p)       the wave's own baseline
 *         p = ( like tickets in the fortnight before + ½ ) / ( all tickets of it + 20 )
 *       like tickets of the fortnight before / its windows of h hours in which anything came in
 *
 * A wave that just began has no past, and many tickets of every kind: it is judged by how many of them are usually like these, which also
 * makes a busy morning ordinary. Tickets outside the waves are a wave of their own. A ticket is in one burst.
 */
export function burstsAt(tickets: readonly LikeTicket[], rule: Bursts, now: Instant): readonly Burst[] {
  const begins = hoursBefore(now, rule.hours)
  const usualFrom = hoursBefore(begins, usualDays * 24)
  const recent = tickets.filter(({ openedAt }) => openedAt > begins && openedAt <= now)
  if (recent.length < rule.tickets) return []
  const before = tickets.filter(({ openedAt }) => openedAt > usualFrom && openedAt <= begins)
  const past: Past = {
    all: before.length,
    windows: windowsWithAny(before, rule.hours),
    like: countLike(before, new Set(recent.flatMap(likenessesOf).map(({ usual }) => usual))),
  }
  const clumping = clumpingsOf(before, rule.hours)
  const taken = new Set<string>()
  return [...groups(recent)]
    .toSorted(([one], [other]) => rank(one) - rank(other) || (one.about < other.about ? -1 : 1))
    .flatMap(([likeness, like]) => {
      const left = like.filter(({ id }) => !taken.has(id))
      if (requestersOf(left) < rule.tickets) return []
      const expected = expectedOf(likeness.usual, left, recent, past)
      if (clumpedTail(left.length, expected, clumping(likeness.kind)) >= rareFor(likeness.kind)) return []
      for (const { id } of left) taken.add(id)
      const { kind, about, values } = likeness
      return [{ kind, about, values, expected, tickets: left.toSorted((one, other) => one.number - other.number) }]
    })
}

type Past = {
  readonly all: number
  /** Windows in which anything came in; at least one. */
  readonly windows: number
  readonly like: ReadonlyMap<string, number>
}

/** How much each kind clumps at this desk, worked out when it is asked for. */
function clumpingsOf(before: readonly LikeTicket[], hours: number): (kind: BurstKind) => number {
  const kept = new Map<BurstKind, number>()
  return (kind) => {
    const known = kept.get(kind)
    if (known !== undefined) return known
    const of = (ticket: LikeTicket) =>
      likenessesOf(ticket).flatMap((likeness) => (likeness.kind === kind ? [likeness.about] : []))
    const clumping = clumpingOf(
      before.map((ticket) => ({ window: windowOf(ticket, hours), wave: ticket.wave, kinds: of(ticket) })),
    )
    kept.set(kind, clumping)
    return clumping
  }
}

function expectedOf(
  usual: string,
  like: readonly LikeTicket[],
  recent: readonly LikeTicket[],
  past: Past,
): number {
  const seen = past.like.get(usual) ?? 0
  const share = (seen + 0.5) / (past.all + youngDesk)
  const ids = new Set(like.map(({ id }) => id))
  const waves = new Set(like.map(({ wave }) => wave))
  const others = recent.filter(({ id, wave }) => !ids.has(id) && waves.has(wave)).length
  return Math.max((others * share) / (1 - Math.min(share, 0.9)), seen / past.windows)
}

function windowsWithAny(tickets: readonly LikeTicket[], hours: number): number {
  return Math.max(1, new Set(tickets.map((ticket) => windowOf(ticket, hours))).size)
}

function windowOf({ openedAt }: LikeTicket, hours: number): number {
  return Math.floor(Date.parse(openedAt) / (hours * 3_600_000))
}

const requestersOf = (tickets: readonly LikeTicket[]) =>
  new Set(tickets.map(({ requesterId }) => requesterId)).size
const rank = ({ kind }: Likeness) => burstKinds.indexOf(kind)

/** Words that two tickets share by chance are common: two rare ones together are not. */
const wordsLookedAt = 6

function likenessesOf(ticket: LikeTicket): readonly Likeness[] {
  const { codes, category, platform, wave, issueId, failure } = ticket
  const found: Likeness[] = codes.map((code) => like('code', code, { code }))
  if (issueId !== null) found.push(like('issue', issueId, { issue: issueId }))
  if (failure !== null)
    found.push(like('failure', `${failure} ${platform ?? ''}`, { failure, platform: platform ?? '' }))
  if (category !== null) {
    found.push(like('category', `${category} ${platform ?? ''}`, { category, platform: platform ?? '' }))
    if (wave !== null)
      found.push({ ...like('wave', `${wave} ${category}`, { wave, category }), usual: everywhere(category) })
  }
  return [...found, ...wordLikenesses(ticket)]
}

function like(kind: BurstKind, what: string, values: Burst['values']): Likeness {
  const about = `${kind}:${what}`
  return { kind, about, values, usual: about }
}

const everywhere = (category: string) => `everywhere:${category}`

/** What a ticket counts for in what is usual. */
function usuallyOf(ticket: LikeTicket): readonly string[] {
  const own = likenessesOf(ticket).map(({ about }) => about)
  return ticket.category === null ? own : [...own, everywhere(ticket.category)]
}

function wordLikenesses({ rareWords }: LikeTicket): readonly Likeness[] {
  const words = rareWords.slice(0, wordsLookedAt).toSorted()
  return words.flatMap((one, index) =>
    words.slice(index + 1).map((other) => like('words', `${one} ${other}`, { words: `${one}, ${other}` })),
  )
}

function groups(tickets: readonly LikeTicket[]): ReadonlyMap<Likeness, readonly LikeTicket[]> {
  const byAbout = new Map<string, { likeness: Likeness; like: LikeTicket[] }>()
  for (const ticket of tickets) {
    for (const likeness of likenessesOf(ticket)) {
      const group = byAbout.get(likeness.about) ?? { likeness, like: [] }
      group.like.push(ticket)
      byAbout.set(likeness.about, group)
    }
  }
  return new Map([...byAbout.values()].map(({ likeness, like }) => [likeness, like]))
}

function countLike(tickets: readonly LikeTicket[], wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const usual of tickets.flatMap(usuallyOf))
    if (wanted.has(usual)) counts.set(usual, (counts.get(usual) ?? 0) + 1)
  return counts
}

function hoursBefore(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) - hours * 3_600_000).toISOString()
}
