import { Temporal } from 'temporal-polyfill'
import type ICAL from 'ical.js'
import { type CalendarAnswer, calendarAnswers } from './calendar-item.ts'

/** What an attendee's calendar sent back. */
export type CalendarReply = {
  /** A counter proposes another time: nothing moves by itself. A refresh asks for the invitation again. */
  readonly method: 'REPLY' | 'COUNTER' | 'REFRESH'
  /** Null where the rest cannot be read. */
  readonly uid: string | null
  /** In lower case; null where the reply names nobody. */
  readonly attendee: string | null
  readonly answer: CalendarAnswer | null
  /** The one occurrence that it is about, by when the series has it (null: it cannot be told); null: all of it. */
  readonly occurrence: { readonly starts: string | null } | null
  /** Of the invitation that is answered; null where the reply does not say. */
  readonly sequence: number | null
  /** When the attendee answered, by their calendar. */
  readonly stamp: string | null
}

/** An answer is a kilobyte or two. */
const mostBytes = 128 * 1024
const mostComponents = 50

const nothing = { uid: null, attendee: null, answer: null, occurrence: null, sequence: null, stamp: null }

/** Reads an answer to an invitation; null for every other calendar. Never throws, whatever the bytes are. */
export async function readCalendarReply(bytes: Uint8Array): Promise<CalendarReply | null> {
  const text = new TextDecoder().decode(bytes.subarray(0, mostBytes))
  const method = /^METHOD(?:;[^:\r\n]{0,200})?:[ \t]*(REPLY|COUNTER|REFRESH)[ \t]*$/im
    .exec(text)?.[1]
    ?.toUpperCase()
  if (method !== 'REPLY' && method !== 'COUNTER' && method !== 'REFRESH') return null
  const unreadable: CalendarReply = { method, ...nothing }
  if (bytes.byteLength > mostBytes || (text.match(/^BEGIN:/gim)?.length ?? 0) > mostComponents) return unreadable
  try {
    return (await read(text, method)) ?? unreadable
  } catch {
    // Whoever wrote it wrote no calendar.
    return unreadable
  }
}

async function read(text: string, method: CalendarReply['method']): Promise<CalendarReply | null> {
  // Loaded with the first answer: a start should not wait for it.
  const { default: Calendars } = await import('ical.js')
  const calendar = Calendars.Component.fromString(text)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    if (!changesYearly(zone)) calendar.removeSubcomponent(zone)
  }
  const entry = calendar.getFirstSubcomponent('vevent')
  const uid = line(entry?.getFirstPropertyValue('uid'))
  if (entry === null || uid === '') return null
  const attendee = entry.getFirstProperty('attendee')
  const sequence = Number(line(entry.getFirstPropertyValue('sequence')) || Number.NaN)
  const occurrence = entry.getFirstProperty('recurrence-id')
  const stamp = entry.getFirstProperty('dtstamp')
  return {
    method,
    uid: uid.slice(0, 300),
    attendee: attendee === null ? null : addressIn(line(attendee.getFirstValue())),
    answer: answerIn(line(attendee?.getFirstParameter('partstat'))),
    occurrence: occurrence === null ? null : { starts: momentOf(occurrence) },
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : null,
    stamp: stamp === null ? null : momentOf(stamp),
  }
}

/** Clocks change once a year by a rule; following any other rule through the centuries could take for ever. */
function changesYearly(zone: ICAL.Component): boolean {
  const parts = zone.getAllSubcomponents()
  const rules = parts.flatMap((part) => part.getAllProperties('rrule')).map((rule) => String(rule.getFirstValue()))
  return parts.length <= mostComponents && rules.every(isYearly)
}

function isYearly(rule: string): boolean {
  const parts = rule.toUpperCase().split(';')
  const all = [/^FREQ=YEARLY$/, /^BYMONTH=(?:[1-9]|1[0-2])$/, /^BYDAY=(?:-1|[1-4])[A-Z]{2}$/]
  const also = /^(?:INTERVAL=1|WKST=[A-Z]{2}|UNTIL=[0-9TZ:-]+)$/
  return (
    all.every((one) => parts.some((part) => one.test(part))) &&
    parts.every((part) => also.test(part) || all.some((one) => one.test(part)))
  )
}

/** By the zone's rules as the calendar sends them along, else by the zone's name; null where neither says when it is. */
function momentOf(property: ICAL.Property): string | null {
  const time = property.getFirstValue() as ICAL.Time
  if (time.isDate) return null
  if (time.zone.tzid !== 'floating') return instant(time.toUnixTime() * 1000)
  const zone = line(property.getFirstParameter('tzid'))
  try {
    const clock = Temporal.PlainDateTime.from(time.toString())
    return zone === '' ? null : instant(clock.toZonedDateTime(zone).epochMilliseconds)
  } catch {
    return null
  }
}

function instant(milliseconds: number): string | null {
  const isSane = milliseconds > 0 && milliseconds < 253_402_300_799_999
  return isSane ? new Date(milliseconds).toISOString() : null
}

function answerIn(status: string): CalendarAnswer | null {
  return calendarAnswers.find((one) => one === status.toLowerCase()) ?? null
}

function addressIn(uri: string): string | null {
  const address = uri
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase()
  return /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address) ? address : null
}

function line(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
