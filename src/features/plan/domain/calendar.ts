import { dayMs, dayNumber, dayOfNumber, lastDay } from './days.ts'
import type { SupportPlan } from './document/support-plan.ts'
import type { Text } from './document/text.ts'

export type Bar = {
  readonly kind: 'phase' | 'wave' | 'bridge'
  readonly key: string
  readonly name: Text
  readonly mode: 'bridge' | 'tiered'
  readonly starts: string
  readonly ends: string
  readonly users: number | null
  /** Share of the whole time line before it, and that it takes. */
  readonly offset: number
  readonly length: number
}
export type Calendar = {
  readonly bars: readonly Bar[]
  /** How many days the whole line is. */
  readonly days: number
  readonly months: readonly { readonly at: string; readonly offset: number }[]
}

/** The rollout on one line from the first phase's first day to the last one's last. Null without a phase that has a length. */
export function calendarOf({ involvement }: SupportPlan): Calendar | null {
  const phases = involvement.phases.filter((phase) => isSpan(phase.starts, phase.ends))
  const first = Math.min(...phases.map((phase) => dayNumber(phase.starts)))
  const last = Math.max(...phases.map((phase) => dayNumber(phase.ends))) + 1
  if (phases.length === 0 || last <= first) return null
  const share = (day: number) => Math.min(Math.max((day - first) / (last - first), 0), 1)
  const place = (starts: string, ends: string) => {
    const offset = share(dayNumber(starts))
    return { starts, ends, offset, length: share(dayNumber(ends) + 1) - offset }
  }
  const bars: Bar[] = phases.flatMap((phase) => [
    {
      kind: 'phase',
      key: phase.key,
      name: phase.name,
      mode: phase.mode,
      users: null,
      ...place(phase.starts, phase.ends),
    },
    ...phase.waves
      .filter((wave) => isSpan(wave.starts, wave.ends))
      .map((wave) => ({
        kind: 'wave' as const,
        key: wave.key,
        name: wave.name,
        mode: phase.mode,
        users: wave.expectedUsers,
        ...place(wave.starts, wave.ends),
      })),
  ])
  for (const bridge of involvement.bridges) {
    const during = phases.filter((phase) => bridge.phases.includes(phase.key))
    const [starts] = during.map((phase) => phase.starts).toSorted()
    if (starts === undefined) continue
    const ends = lastDay(during.map((phase) => phase.ends))
    bars.push({
      kind: 'bridge',
      key: bridge.key,
      name: bridge.name,
      mode: 'bridge',
      users: null,
      ...place(starts, ends),
    })
  }
  return {
    bars,
    days: last - first,
    months: monthsBetween(first, last).map((number) => ({ at: dayOfNumber(number), offset: share(number) })),
  }
}

function isSpan(starts: string, ends: string): boolean {
  return !Number.isNaN(dayNumber(starts)) && !Number.isNaN(dayNumber(ends)) && starts <= ends
}

/** First days of months within the line. */
function monthsBetween(first: number, last: number): readonly number[] {
  const months: number[] = []
  const date = new Date(first * dayMs)
  date.setUTCDate(1)
  for (;;) {
    date.setUTCMonth(date.getUTCMonth() + 1)
    const number = date.getTime() / dayMs
    if (number >= last) return months
    months.push(number)
  }
}
