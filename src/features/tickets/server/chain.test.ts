import { expect, test } from 'vitest'
import type { TicketEvent, TicketFact } from '../domain/events.ts'
import { closed } from '../domain/testing/scenes.ts'
import { beginning, brokenLink, chain, type ChainedEvent } from './chain.ts'

const { events } = closed()
const links = chain(events, beginning)

const change = (index: number, made: (link: ChainedEvent) => ChainedEvent) =>
  brokenLink(links.map((link, at) => (at === index ? made(link) : link)))

const withFact = (link: ChainedEvent, fact: TicketFact): ChainedEvent => ({
  ...link,
  event: { ...link.event, fact },
})

/** As an erasure leaves it: the words are gone, and so is the key to their digest. */
function erased(link: ChainedEvent): ChainedEvent {
  const { fact } = link.event
  if (!('words' in fact)) return link
  const words = Object.fromEntries(Object.keys(fact.words).map((name) => [name, '']))
  return { ...withFact(link, { ...fact, words } as TicketFact), wordsKey: null }
}

test('a whole ticket’s events verify, also as they come back from the database', () => {
  expect(brokenLink(links)).toBe(null)
  const stored = links.map((link) => ({ ...link, event: JSON.parse(JSON.stringify(link.event)) as TicketEvent }))
  expect(brokenLink(stored)).toBe(null)
})

test('they verify while the ticket grows, link by link', () => {
  let last = beginning
  const grown = events.flatMap((event) => {
    const added = chain([event], last)
    last = added[0]?.hash ?? last
    return added
  })
  expect(brokenLink(grown)).toBe(null)
})

test('words can be erased, one or all, and the rest still verifies', () => {
  links.forEach((_, index) => expect(change(index, erased)).toBe(null))
  expect(brokenLink(links.map(erased))).toBe(null)
})

test('every change shows where it was made: author, moment, fact, words', () => {
  links.forEach((one, index) => {
    const { event } = one
    const at = '2026-01-01T00:00:00.000Z'
    const by = { kind: 'person', personId: 'somebody-else' } as const
    expect(change(index, (link) => ({ ...link, event: { ...event, at } }))).toBe(index + 1)
    expect(change(index, (link) => ({ ...link, event: { ...event, by } }))).toBe(index + 1)
    expect(change(index, (link) => withFact(link, { type: 'released' }))).toBe(index + 1)
  })
  const forged = { ...events[0]?.fact, words: { subject: 'Another', description: 'story' } } as TicketFact
  expect(change(0, (link) => withFact(link, forged))).toBe(1)
})

test('words do not come back by destroying their key', () => {
  const forged = { ...events[0]?.fact, words: { subject: 'Another', description: 'story' } } as TicketFact
  expect(change(0, (link) => ({ ...withFact(link, forged), wordsKey: null }))).toBe(1)
})

test('an event taken out, added or moved breaks the chain', () => {
  expect(brokenLink(links.toSpliced(2, 1))).toBe(3)
  expect(brokenLink(links.slice(1))).toBe(1)
  const [first, second, third, ...rest] = links
  if (first && second && third) expect(brokenLink([first, third, second, ...rest])).toBe(2)
})
