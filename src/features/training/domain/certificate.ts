import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#features/people/domain/instant.ts'
import type { Course } from '#features/plan/domain/document/training.ts'

/** What a certificate needs, and how far somebody is: attendance, the test, and the practice tickets. */
export type Progress = {
  readonly attendedAt: Instant | null
  /** When the test was passed that belongs to that attendance. */
  readonly passedAt: Instant | null
  readonly practised: number
}

export type Step = 'attend' | 'pass' | 'practise'

/** What is still to do, in the order in which one does it; nothing: the certificate is due. */
export function stepsLeft(course: Pick<Course, 'practiceTickets'>, progress: Progress): readonly Step[] {
  const left: Step[] = []
  if (progress.attendedAt === null) left.push('attend')
  if (progress.passedAt === null) left.push('pass')
  if (progress.practised < course.practiceTickets) left.push('practise')
  return left
}

/** So many calendar months on, at the end of that day where the organisation is. */
export function validUntil(from: Instant, months: number, timeZone: string): Instant {
  const day = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).toPlainDate().add({ months, days: 1 })
  const end = day.toZonedDateTime({ timeZone, plainTime: '00:00' }).toInstant()
  return end.toString({ fractionalSecondDigits: 3 })
}

/** Days before the end at which the person and their lead are told. */
export const warningDays = [30, 7] as const

/** The warning that is due: the nearest whose moment has come, and that was not given yet. Earlier ones that were missed stay untold. */
export function warningDue(until: Instant, told: readonly number[], at: Instant): number | null {
  const left = (Date.parse(until) - Date.parse(at)) / 86_400_000
  if (left <= 0) return null
  const due = warningDays.filter((days) => left <= days).at(-1)
  return due === undefined || told.some((days) => days <= due) ? null : due
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eleven characters of chance and one that shows a typing mistake, in groups of four, without letters that look like digits. */
export function certificateNumber(bytes: readonly number[]): string {
  const body = Array.from({ length: 11 }, (_, index) => alphabet[(bytes[index] ?? 0) % 32] ?? '0').join('')
  const text = body + checkOf(body)
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** The number as it is kept, from what somebody typed; null for what can be no number. */
export function readCertificateNumber(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (text.length !== 12 || [...text].some((one) => !alphabet.includes(one))) return null
  if (checkOf(text.slice(0, 11)) !== text[11]) return null
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

/** An odd weight for each place: every single mistake gives another character, and so does nearly every swap of neighbours. */
function checkOf(body: string): string {
  const sum = [...body].reduce((total, one, index) => total + alphabet.indexOf(one) * (2 * index + 1), 0)
  return alphabet[sum % 32] ?? '0'
}
