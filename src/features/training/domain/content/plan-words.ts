import type { Language } from '#features/people/domain/person.ts'

const dayNames: Readonly<Record<Language, readonly string[]>> = {
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** "1 uur 30 min", "1 h 30 min". */
export function inMinutes(total: number, language: Language): string {
  const [hours, minutes] = [Math.floor(total / 60), total % 60]
  const hour = language === 'nl' ? 'uur' : 'h'
  return [hours > 0 ? `${hours} ${hour}` : '', minutes > 0 || hours === 0 ? `${minutes} min` : '']
    .filter(Boolean)
    .join(' ')
}

type Moment = { readonly day: number; readonly from: string; readonly to: string | null }

/** A week as people say it: "ma–vr 08:00–17:30"; days with the same times are taken together. */
export function inWeek(weekly: readonly Moment[], language: Language): string {
  const times = new Map<number, string>()
  for (const { day, from, to } of weekly.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const said = to === null ? from : `${from}–${to}`
    times.set(day, [times.get(day), said].filter(Boolean).join(', '))
  }
  const parts: { first: number; last: number; time: string }[] = []
  for (const [day, time] of [...times].toSorted(([a], [b]) => a - b)) {
    const last = parts.at(-1)
    if (last && last.last === day - 1 && last.time === time) last.last = day
    else parts.push({ first: day, last: day, time })
  }
  const name = (day: number) => dayNames[language][day - 1] ?? ''
  return parts
    .map(({ first, last, time }) => `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${time}`)
    .join('; ')
}
