import ICAL from 'ical.js'

/** What a calendar program makes of an invitation: read by a library that did not write it, by the rules that came along. */
export type SeenCalendar = {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly title: string
  readonly organiser: { readonly name: string; readonly address: string }
  readonly attendee: Readonly<Record<'name' | 'address' | 'role' | 'rsvp' | 'answer', string>>
  /** Beginning and end of everything that takes place, in order. */
  readonly occurrences: readonly (readonly [starts: string, ends: string])[]
  /** Names of the properties of the first entry. */
  readonly properties: readonly string[]
  readonly text: (name: string) => string
}

export function readCalendar(text: string): SeenCalendar {
  const calendar = ICAL.Component.fromString(text)
  const entries = calendar.getAllSubcomponents('vevent')
  const whole = entries.find((one) => one.getFirstProperty('recurrence-id') === null)
  if (whole === undefined) throw new Error('There is no entry')
  const exceptions = entries.filter((one) => one !== whole)
  const value = (name: string, of = whole) => String(of.getFirstPropertyValue(name) ?? '')
  const parameter = (name: string, property: string) =>
    String(whole.getFirstProperty(property)?.getFirstParameter(name) ?? '')
  const address = (property: string) => value(property).replace(/^mailto:/i, '')
  return {
    method: value('method', calendar),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    title: value('summary'),
    organiser: { name: parameter('cn', 'organizer'), address: address('organizer') },
    attendee: {
      name: parameter('cn', 'attendee'),
      address: address('attendee'),
      role: parameter('role', 'attendee'),
      rsvp: parameter('rsvp', 'attendee'),
      answer: parameter('partstat', 'attendee'),
    },
    occurrences: occurrencesOf(whole, exceptions),
    properties: whole.getAllProperties().map((one) => one.name),
    text: (name) => value(name),
  }
}

function occurrencesOf(whole: ICAL.Component, exceptions: readonly ICAL.Component[]) {
  const entry = new ICAL.Event(whole, { exceptions: exceptions.map((one) => new ICAL.Event(one)) })
  if (!entry.isRecurring()) return [[moment(entry.startDate), moment(entry.endDate)] as const]
  const all: (readonly [string, string])[] = []
  const iterator = entry.iterator()
  for (let next: ICAL.Time | null = iterator.next(); next; next = iterator.next() as ICAL.Time | null) {
    const { startDate, endDate } = entry.getOccurrenceDetails(next)
    all.push([moment(startDate), moment(endDate)])
    if (all.length > 2000) throw new Error('The series does not end')
  }
  return all.toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** A time without a zone would mean whatever machine reads it. */
function moment(time: ICAL.Time): string {
  if (time.zone.tzid === 'floating') throw new Error(`A time without a zone: ${time.toString()}`)
  return new Date(time.toUnixTime() * 1000).toISOString()
}
