import { Temporal } from 'temporal-polyfill'
import type { CalendarAnswer, CalendarItem } from './calendar-item.ts'
import { clockTime, timeZoneComponent, weekdays } from './time-zone.ts'

/** Longer than what a calendar shows; a description also goes into the mail itself. */
const longestLine = 500
const longestText = 5000

/**
 * The item as iCalendar (RFC 5545) in the shape of iTIP (RFC 5546): a REQUEST, also for whoever was invited before and is to have the
 * new state, or a CANCEL. One attendee each: who else comes does not change what is in their calendar. Times carry their zone
 * and its rules, so that 10:00 stays 10:00 when the clocks change. `organiser` is the address that answers go to.
 */
export async function writeCalendar(item: CalendarItem, organiser: string): Promise<string> {
  // Loaded with the first invitation: a start should not wait for it.
  const { default: ical, ICalCalendarMethod } = await import('ical-generator')
  const { weekly } = item.when
  const isCancelled = item.method === 'CANCEL'
  const calendar = ical({
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Tierwise', product: 'Tierwise', language: 'EN' },
    // Without a name: with one, the library would write the moments of the mail itself in that zone, and as local times.
    timezone: { name: null, generator: (zone) => zoneOf(item, zone) },
  })
  const whole = await entry(item, organiser, item.when)
  calendar.createEvent({ ...whole, ...(weekly === null ? {} : { repeating: ruleOf(item) }) })
  if (weekly !== null && !isCancelled) {
    for (const moved of weekly.moved) {
      const one = await entry(item, organiser, moved)
      calendar.createEvent({ ...one, recurrenceId: inZone(moved.was, item.timeZone) })
    }
  }
  return `${calendar.toString()}\r\n`
}

async function entry(item: CalendarItem, organiser: string, time: { starts: string; ends: string }) {
  const { ICalAttendeeRole, ICalAttendeeStatus, ICalAttendeeType, ICalEventBusyStatus, ICalEventStatus } =
    await import('ical-generator')
  const statuses: Readonly<Record<CalendarAnswer, keyof typeof ICalAttendeeStatus>> = {
    accepted: 'ACCEPTED',
    declined: 'DECLINED',
    tentative: 'TENTATIVE',
  }
  const { attendee, timeZone } = item
  const isCancelled = item.method === 'CANCEL'
  const link = webAddress(item.link)
  return {
    id: item.uid,
    sequence: item.sequence,
    stamp: new Date(item.stamp),
    start: inZone(time.starts, timeZone),
    end: inZone(time.ends, timeZone),
    timezone: isUtc(timeZone) ? null : timeZone,
    summary: cleanText(item.title, longestLine),
    description: cleanText(item.description, longestText),
    location: cleanText(item.place ?? link ?? '', longestLine) || null,
    url: link,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: personName(item.organiserName), email: organiser },
    attendees: [
      {
        name: personName(attendee.name),
        email: attendee.address,
        role: attendee.required ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus[attendee.answer === null ? 'NEEDSACTION' : statuses[attendee.answer]],
        rsvp: !isCancelled,
      },
    ],
  }
}

/** UNTIL is a moment in UTC where the beginning has a zone (RFC 5545, 3.3.10); exceptions are written as the beginning is. */
function ruleOf({ when, timeZone }: CalendarItem): string {
  const { days = [], until = when.starts, except = [] } = when.weekly ?? {}
  const byDay = days.map((day) => weekdays[day]).join(',')
  const utc = (at: string) => `${clockTime(inZone(at, 'UTC').toPlainDateTime())}Z`
  const rule = `RRULE:FREQ=WEEKLY;UNTIL=${utc(until)};BYDAY=${byDay};WKST=MO`
  if (except.length === 0) return rule
  const all = except.map((at) => (isUtc(timeZone) ? utc(at) : clockTime(inZone(at, timeZone).toPlainDateTime())))
  return `${rule}\r\nEXDATE${isUtc(timeZone) ? '' : `;TZID=${timeZone}`}:${all.join(',')}`
}

function zoneOf({ when }: CalendarItem, zone: string): string {
  const { until = when.starts, moved = [] } = when.weekly ?? {}
  const all = [when.starts, when.ends, until, ...moved.flatMap((one) => [one.starts, one.ends])].toSorted()
  const from = Temporal.Instant.from(all[0] ?? when.starts)
  return timeZoneComponent(zone, from, Temporal.Instant.from(all.at(-1) ?? when.ends))
}

function inZone(at: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone)
}

const isUtc = (zone: string): boolean => /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal)$/i.test(zone)

function webAddress(link: string | null): string | null {
  if (link === null || !URL.canParse(link)) return null
  const url = new URL(link)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  // The library escapes these, as in a text; in an address readers take the mark for a part of it.
  return url.href.replace(/[,;\\]/g, (sign) => encodeURIComponent(sign))
}

/** Double quotes are written in a way that Outlook does not read. */
function personName(name: string): string {
  return cleanText(name, 120).replace(/["\n]/g, ' ')
}

/** Signs that a calendar cannot hold are left out; line breaks stay. */
function cleanText(text: string, longest: number): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, ' ')
      .toWellFormed()
      .trim()
      .slice(0, longest)
      .toWellFormed()
  )
}
