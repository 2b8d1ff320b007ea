import type { SupportHours } from './document/teams.ts'

export type WeekPart = {
  /** 1 = Monday; neighbouring days that are open at the same times. */
  readonly firstDay: number
  readonly lastDay: number
  readonly ranges: readonly { readonly from: string; readonly to: string }[]
}

/** Weekly hours as people say them: Monday to Friday 08:00–17:30. Closed days are left out. */
export function weekParts(weekly: SupportHours['weekly']): readonly WeekPart[] {
  const parts: WeekPart[] = []
  for (let day = 1; day <= 7; day += 1) {
    const ranges = weekly
      .filter((one) => one.day === day)
      .map(({ from, to }) => ({ from, to }))
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    if (ranges.length === 0) continue
    const last = parts.at(-1)
    if (last && last.lastDay === day - 1 && same(last.ranges, ranges))
      parts[parts.length - 1] = { ...last, lastDay: day }
    else parts.push({ firstDay: day, lastDay: day, ranges })
  }
  return parts
}

function same(one: WeekPart['ranges'], other: WeekPart['ranges']): boolean {
  const text = (ranges: WeekPart['ranges']) => ranges.map(({ from, to }) => `${from}-${to}`).join()
  return text(one) === text(other)
}
