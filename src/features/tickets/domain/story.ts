import type { Instant } from '#features/people/domain/instant.ts'
import type { FactType, TicketEvent, TicketFact } from './events.ts'

/**
 * One line of a ticket's timeline, to be put in words by `story.<type>` of the catalogue with `values`; below it stand the texts that
 * people typed, each named by `field.<field>`.
 */
export type StoryEntry = {
  readonly number: number
  readonly at: Instant
  readonly by: TicketEvent['by']
  readonly type: FactType
  readonly tone: 'conversation' | 'internal' | 'process' | 'clock'
  readonly values: Readonly<Record<string, string | number | boolean>>
  readonly texts: readonly { readonly field: string; readonly text: string }[]
  readonly files: readonly string[]
}

export function story(events: readonly TicketEvent[]): readonly StoryEntry[] {
  return events.map(({ number, at, by, fact }) => ({
    number,
    at,
    by,
    type: fact.type,
    tone: toneOf(fact.type),
    values: valuesOf(fact),
    texts: textsOf(fact),
    files: filesOf(fact),
  }))
}

const conversation: ReadonlySet<FactType> = new Set(['opened', 'replied', 'asked', 'answered', 'rated'])
const internal: ReadonlySet<FactType> = new Set(['noted', 'vendor-case-opened', 'vendor-answered'])
const clock: ReadonlySet<FactType> = new Set(['target-at-risk', 'target-missed', 'contact-reminded'])

function toneOf(type: FactType): StoryEntry['tone'] {
  if (conversation.has(type)) return 'conversation'
  if (internal.has(type)) return 'internal'
  return clock.has(type) ? 'clock' : 'process'
}

/** Every fact's plain values; what is a list is told by how many it holds. */
function valuesOf(fact: TicketFact): StoryEntry['values'] {
  const values: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(fact)) {
    if (name === 'type' || name === 'words' || value === null) continue
    if (Array.isArray(value)) values[name] = value.length
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      values[name] = value
  }
  return values
}

function textsOf(fact: TicketFact): StoryEntry['texts'] {
  if (!('words' in fact)) return []
  return Object.entries(fact.words)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => ({ field, text }))
}

function filesOf(fact: TicketFact): readonly string[] {
  if (fact.type === 'evidence-added') return fact.items.flatMap((item) => item.files)
  return 'files' in fact ? fact.files : []
}
