import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import { addDays } from '#features/plan/domain/days.ts'
import type { Wave } from '#features/plan/domain/document/involvement.ts'
import { type MailKind, mailKinds, type MailTiming } from './mail.ts'

export type WaveDays = Pick<Wave, 'starts' | 'ends'>

/** The day on which a mail goes: it moves along with its wave. */
export function dayOf(timing: MailTiming, wave: WaveDays): string {
  return addDays(wave[timing.countedFrom], timing.days)
}

/** When a mail goes. A time that the clock skips on that day is the moment after the gap; one that comes twice is the first. */
export function momentOf(timing: MailTiming, wave: WaveDays, timeZone: string): Instant {
  return momentAt(dayOf(timing, wave), timing.at, timeZone)
}

/** Until when a mail is of use to somebody who joins the wave late. */
export function usefulUntil(kind: MailKind, timing: MailTiming, wave: WaveDays, timeZone: string): Instant {
  const going = dayOf(timing, wave)
  switch (kind) {
    case 'kick-off':
    case 'before':
      return startOf(addDays(latest(wave.starts, going), 1), timeZone)
    case 'enrollment':
      return startOf(addDays(latest(wave.ends, going), 1), timeZone)
    case 'after':
      return startOf(addDays(going, 15), timeZone)
  }
}

export type Scheduled = {
  readonly kind: MailKind
  readonly moment: Instant
  readonly usefulUntil: Instant
  /** Approved, and not paused. */
  readonly mayGo: boolean
}

/**
 * Which mail whoever has not had it gets now: of those that are due and still of use, the last. The ones before it have been
 * overtaken: nobody gets two at once, and nobody hears what is to come after it has been.
 */
export function mailNow(scheduled: readonly Scheduled[], now: Instant): MailKind | null {
  const due = scheduled.filter((one) => one.mayGo && one.moment <= now && now < one.usefulUntil)
  return mailKinds.findLast((kind) => due.some((one) => one.kind === kind)) ?? null
}

export type TimingWarning = 'weekend' | 'out-of-order' | 'before-the-wave-is-over' | 'after-it-began'

/** What is odd about when a mail goes. */
export function timingWarnings(
  kind: MailKind,
  timings: Readonly<Record<MailKind, MailTiming>>,
  wave: WaveDays,
): readonly TimingWarning[] {
  const day = dayOf(timings[kind], wave)
  const at = (one: MailKind) => `${dayOf(timings[one], wave)} ${timings[one].at}`
  const before = mailKinds[mailKinds.indexOf(kind) - 1]
  const weekday = Temporal.PlainDate.from(day).dayOfWeek
  return [
    ...(weekday > 5 ? (['weekend'] as const) : []),
    ...(before && at(kind) <= at(before) ? (['out-of-order'] as const) : []),
    ...(kind === 'after' && day < wave.starts ? (['before-the-wave-is-over'] as const) : []),
    ...((kind === 'kick-off' || kind === 'before') && day > wave.starts ? (['after-it-began'] as const) : []),
  ]
}

function startOf(day: string, timeZone: string): Instant {
  return momentAt(day, '00:00', timeZone)
}

function momentAt(day: string, at: string, timeZone: string): Instant {
  const zoned = Temporal.PlainDateTime.from(`${day}T${at}`).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  })
  return new Date(zoned.epochMilliseconds).toISOString()
}

function latest(one: string, other: string): string {
  return one > other ? one : other
}
