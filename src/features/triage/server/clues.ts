import type { DeviceContext } from '#features/devices/domain/context.ts'
import { findCodes } from '#features/knowledge/domain/codes.ts'
import type { DevicePlatform } from '#features/knowledge/domain/known-issue.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { TicketEvent } from '#features/tickets/domain/events.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import { areasOf } from '#features/tickets/domain/category-areas.ts'
import { failuresSinceDays } from '#features/tickets/domain/failure-category.ts'
import type { Clue, Clues, CodePlace } from '../domain/candidates.ts'

const searchedWords = 600

/** The codes of a ticket: in what was written in it, and in what Intune says of its requester's devices. */
export function codesOf(events: readonly TicketEvent[], context: DeviceContext | null): readonly Clue[] {
  const written = events.flatMap(({ fact }) => {
    const place = placeOf(fact.type)
    if (!place || !('words' in fact)) return []
    return Object.values(fact.words).flatMap((text) => codesIn(text, place))
  })
  const all = [...written, ...(context ? codesOfContext(context, events[0]?.at ?? '') : [])]
  return all.filter(
    (one, index) => all.findIndex((other) => other.code === one.code && other.place === one.place) === index,
  )
}

function codesOfContext(context: DeviceContext, openedAt: Instant): readonly Clue[] {
  const { devices, appFailures } = context
  const failing = (devices.value ?? []).flatMap((device) => device.failing.value ?? [])
  return [
    ...failuresAround(context, openedAt).flatMap(({ reason }) => codesIn(reason ?? '', 'enrollment')),
    ...failing.flatMap(({ code }) => codesIn(code ?? '', 'compliance')),
    ...(appFailures.value ?? []).flatMap(({ code }) => codesIn(code ?? '', 'app')),
  ]
}

function failuresAround({ enrollmentFailures }: DeviceContext, openedAt: Instant) {
  const since = Date.parse(openedAt) - failuresSinceDays * 86_400_000
  return (enrollmentFailures.value ?? []).filter(({ at }) => at === null || Date.parse(at) >= since)
}

function codesIn(text: string, place: CodePlace): readonly Clue[] {
  return findCodes(text).map(({ code, written }) => ({ code, written, place }))
}

function placeOf(type: TicketEvent['fact']['type']): CodePlace | null {
  switch (type) {
    case 'opened':
      return 'opened'
    case 'answered':
    case 'reopened':
      return 'answered'
    case 'evidence-added':
      return 'evidence'
    case 'noted':
    case 'replied':
    case 'asked':
    case 'contacted':
    case 'handover-offered':
    case 'sent-back':
    case 'vendor-answered':
      return 'colleagues'
    default:
      return null
  }
}

type Given = {
  readonly ticket: Ticket
  readonly codes: readonly Clue[]
  readonly context: DeviceContext | null
  readonly words: Clues['words']
  readonly notHelped: readonly string[]
}

export function cluesOf({ ticket, codes, context, words, notHelped }: Given): Clues {
  const platform = platformOf(ticket, context)
  const failures = (context ? failuresAround(context, ticket.openedAt) : []).flatMap(({ category, reason }) =>
    category === null ? [] : [{ category, reason }],
  )
  return { codes, ...platform, areas: areasOf(ticket.category), failures, words, notHelped }
}

/** What the ticket says; else what all devices of the requester are. */
export function platformOf(
  { platform }: Pick<Ticket, 'platform'>,
  context: DeviceContext | null,
): { readonly platform: DevicePlatform | null; readonly platformBy: 'ticket' | 'device' } {
  if (platform !== null) return { platform, platformBy: 'ticket' }
  const met = new Set((context?.devices.value ?? []).map((device) => device.platform))
  const [only] = met.size === 1 ? [...met] : []
  return { platform: only ?? null, platformBy: 'device' }
}

/**
 * What is searched for: how the requester put it. What detection wrote names every kind of device and trouble, so of a ticket that it
 * opened only what people said of it afterwards is searched.
 */
export function wordsOf(events: readonly TicketEvent[]): string {
  const [opened] = events
  if (opened?.fact.type !== 'opened') return ''
  const texts = isWrittenByPeople(opened)
    ? saidIn(opened.fact)
    : events.filter(isWrittenByPeople).flatMap(({ fact }) => saidIn(fact))
  return texts.join(' ').slice(0, searchedWords)
}

/** What comes by mail is written by people too. */
function isWrittenByPeople({ by }: TicketEvent): boolean {
  return by.kind === 'person' || by.name === 'mail'
}

function saidIn(fact: TicketEvent['fact']): readonly string[] {
  switch (fact.type) {
    case 'opened':
      return [fact.words.subject, fact.words.description]
    case 'answered':
    case 'noted':
    case 'contacted':
      return [fact.words.text]
    case 'reopened':
      return [fact.words.reason]
    default:
      return []
  }
}
