import type { RolloutChart } from './plan-document.ts'

type Month = RolloutChart['months'][number]

/** The months whose name has room beneath it, as a share of the whole: of a long rollout not every one, and none at the very end. */
export function namedMonths(months: readonly Month[], room: number): readonly Month[] {
  return months.reduce<readonly Month[]>((named, month) => {
    const { offset: last = -1 } = named.at(-1) ?? {}
    return month.offset - last >= room && month.offset < 0.9 ? [...named, month] : named
  }, [])
}
