/** A figure with the band that its true value lies in with 90 % confidence. Null where nothing was measured. */
export type Band = { readonly mean: number | null; readonly low: number | null; readonly high: number | null }

export const level = 0.9
export const nothingMeasured: Band = { mean: null, low: null, high: null }

/** Replications per control below which a regression would take more certainty than it gives. */
const fewest = 8

/**
 * The mean over independent replications with Student's t band. `controls` are measurements whose true mean is zero (how far the
 * drawn arrivals and work were from what they are on average): what the figure owes to them is taken out by regression, which
 * narrows the band without bending it (control variates: Lavenberg and Welch, 1981).
 */
export function band(values: readonly number[], controls: readonly (readonly number[])[] = []): Band {
  const count = values.length
  if (count === 0) return nothingMeasured
  const mean = meanOf(values)
  if (count === 1) return { mean, low: null, high: null }
  const useful = count >= fewest * (controls.length + 1) ? controls.filter(varies) : []
  const { centre, error, freedom } = regress(values, useful, mean)
  const reach = tQuantile95(freedom) * error
  return { mean: centre, low: centre - reach, high: centre + reach }
}

/** Keeps a band within what the figure can be: a share lies between 0 and 1. */
export function within({ mean, low, high }: Band, least: number, most: number): Band {
  const kept = (value: number | null) => (value === null ? null : Math.min(most, Math.max(least, value)))
  return { mean: kept(mean), low: kept(low), high: kept(high) }
}

type Fit = { readonly centre: number; readonly error: number; readonly freedom: number }

/** Ordinary least squares on the controls; the estimate is where all controls are zero. */
function regress(values: readonly number[], controls: readonly (readonly number[])[], mean: number): Fit {
  const count = values.length
  const means = controls.map(meanOf)
  const centred = controls.map((control, index) => control.map((value) => value - (means[index] as number)))
  const own = values.map((value) => value - mean)
  const crossed = centred.map((one) => centred.map((other) => dot(one, other)))
  const slopes = solve(
    crossed,
    centred.map((one) => dot(one, own)),
  )
  const leverage = solve(crossed, means)
  if (!slopes || !leverage) return plain(own, mean)
  const centre = mean - dot(slopes, means)
  const freedom = count - 1 - controls.length
  let left = 0
  for (let row = 0; row < count; row += 1) {
    const fitted = centred.reduce(
      (sum, control, index) => sum + (slopes[index] as number) * (control[row] as number),
      0,
    )
    const error = (own[row] as number) - fitted
    left += error * error
  }
  return { centre, error: Math.sqrt((left / freedom) * (1 / count + dot(leverage, means))), freedom }
}

function plain(own: readonly number[], mean: number): Fit {
  const freedom = own.length - 1
  return { centre: mean, error: Math.sqrt(dot(own, own) / freedom / own.length), freedom }
}

/** Gauss with pivots; null when the controls say the same. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, index) => [...row, right[index] as number])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.reduce(
      (best, row, index) =>
        index >= column && Math.abs(row[column] as number) > Math.abs(rows[best]?.[column] as number)
          ? index
          : best,
      column,
    )
    const [upper, lower] = [rows[column] as number[], rows[pivot] as number[]]
    rows[column] = lower
    rows[pivot] = upper
    const lead = lower[column] as number
    if (Math.abs(lead) < 1e-300) return null
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] as number) / lead
      for (let at = column; at <= size; at += 1) row[at] = (row[at] as number) - factor * (lower[at] as number)
    }
  }
  return rows.map((row, index) => (row[size] as number) / (row[index] as number))
}

const few = [6.313751515, 2.91998558, 2.353363435, 2.131846786, 2.015048373, 1.943180281]

/** The 95 % point of Student's t: a table for few degrees of freedom, else the expansion of Cornish and Fisher. */
export function tQuantile95(freedom: number): number {
  const listed = few[freedom - 1]
  if (listed !== undefined) return listed
  const z = 1.6448536269514722
  const z2 = z * z
  const z3 = z2 * z
  const z5 = z3 * z2
  const z7 = z5 * z2
  const z9 = z7 * z2
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * freedom * freedom * freedom * freedom)
  )
}

function varies(control: readonly number[]): boolean {
  const first = control[0] as number
  return control.some((value) => Math.abs(value - first) > 1e-12)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] as number), 0)
}
