import type { Range } from '../../domain/estimate/ranges.ts'

export type Scale = (value: number) => number

export function scale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [low, high] = from
  const [start, end] = to
  const step = high === low ? 0 : (end - start) / (high - low)
  return (value) => start + (value - low) * step
}

/** Round numbers from 0 up to at least `most`, about four steps apart. */
export function ticks(most: number): readonly number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10) * power
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  )
}

/** Round durations in minutes: quarters of an hour, hours, days. */
export function minuteTicks(most: number): readonly number[] {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480].find((one) => one * 5 >= most)
  if (step === undefined) return ticks(most / 60).map((hours) => hours * 60)
  return Array.from({ length: Math.max(2, Math.ceil(most / step) + 1) }, (_, index) => index * step)
}

/** A line through the middle; where there is nothing, it breaks off. */
export function linePath(values: readonly Range[], x: Scale, y: Scale): string {
  return stretchesOf(values)
    .map((stretch) =>
      stretch.map(({ index, middle }, at) => `${at === 0 ? 'M' : 'L'}${point(x(index), y(middle))}`).join(''),
    )
    .join('')
}

/** The area between low and high. */
export function bandPath(values: readonly Range[], x: Scale, y: Scale): string {
  return stretchesOf(values)
    .map((stretch) => {
      const upper = stretch.map(({ index, high }) => point(x(index), y(high)))
      const lower = stretch.map(({ index, low }) => point(x(index), y(low))).toReversed()
      return `M${[...upper, ...lower].join('L')}Z`
    })
    .join('')
}

type Place = { readonly index: number; readonly low: number; readonly middle: number; readonly high: number }

function stretchesOf(values: readonly Range[]): readonly (readonly Place[])[] {
  const stretches: Place[][] = []
  let before = -2
  for (const [index, { low, middle, high }] of values.entries()) {
    if (low === null || middle === null || high === null) continue
    if (index !== before + 1) stretches.push([])
    stretches.at(-1)?.push({ index, low, middle, high })
    before = index
  }
  return stretches
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

/** The highest value of any of these. */
export function highest(all: readonly (readonly Range[])[]): number {
  return Math.max(0, ...all.flatMap((values) => values.map(({ high }) => high ?? 0)))
}

/** Where months begin among weeks that start on these days, in weeks from the first. */
export function monthStarts(weeks: readonly string[]): readonly { readonly day: string; readonly at: number }[] {
  const [first] = weeks
  if (first === undefined) return []
  const starts = []
  const date = new Date(`${first.slice(0, 7)}-01T00:00:00Z`)
  for (;;) {
    date.setUTCMonth(date.getUTCMonth() + 1)
    const day = date.toISOString().slice(0, 10)
    const at = weeksBetween(first, day)
    if (at > weeks.length - 1) return starts
    starts.push({ day, at })
  }
}

export function weeksBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (7 * 86_400_000)
}
