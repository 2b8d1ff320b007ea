import { createHash, createHmac, randomBytes } from 'node:crypto'
import { canonical } from '../domain/canonical.ts'
import type { TicketEvent } from '../domain/events.ts'

/**
 * An event as it stands in the chain. Its words go into the hash only by an HMAC under a key of their own, so that erasing words and
 * key leaves a chain that still verifies and a digest that nobody can guess the words from.
 */
export type ChainedEvent = {
  readonly event: TicketEvent
  /** Null where there are no words, or where they have been erased. */
  readonly wordsKey: Uint8Array | null
  readonly wordsDigest: Uint8Array
  readonly previousHash: Uint8Array
  readonly hash: Uint8Array
}

/** What the first event of a ticket is chained to. */
export const beginning: Uint8Array = Buffer.alloc(32)

export function chain(events: readonly TicketEvent[], lastHash: Uint8Array): readonly ChainedEvent[] {
  let previousHash = lastHash
  return events.map((event) => {
    const wordsKey = randomBytes(32)
    const wordsDigest = digestOf(event, wordsKey)
    const hash = hashOf(event, wordsDigest, previousHash)
    const link = { event, wordsKey, wordsDigest, previousHash, hash }
    previousHash = hash
    return link
  })
}

/** The number of the first event that is not what was written, or null when all of them are. */
export function brokenLink(events: readonly ChainedEvent[]): number | null {
  let previous = beginning
  for (const [index, link] of events.entries()) {
    const intact =
      link.event.number === index + 1 &&
      same(link.previousHash, previous) &&
      same(link.hash, hashOf(link.event, link.wordsDigest, link.previousHash)) &&
      wordsIntact(link)
    if (!intact) return index + 1
    previous = link.hash
  }
  return null
}

/** Words without their key have been erased: whatever stands there now was not written by us. */
function wordsIntact({ event: { fact }, wordsKey, wordsDigest }: ChainedEvent): boolean {
  if (wordsKey) return same(wordsDigest, digestOf({ fact }, wordsKey))
  return !('words' in fact) || Object.values(fact.words).every((text) => text === '')
}

function digestOf({ fact }: Pick<TicketEvent, 'fact'>, key: Uint8Array): Uint8Array {
  return createHmac('sha256', key)
    .update(canonical('words' in fact ? fact.words : null))
    .digest()
}

function hashOf({ number, at, by, fact }: TicketEvent, wordsDigest: Uint8Array, previousHash: Uint8Array) {
  const { words: _, ...facts } = { words: null, ...fact }
  return createHash('sha256')
    .update(previousHash)
    .update(wordsDigest)
    .update(canonical({ number, at, by, facts }))
    .digest()
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
