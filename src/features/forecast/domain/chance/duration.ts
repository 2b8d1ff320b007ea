import { exp, ln } from './exact.ts'
import type { Stream } from './stream.ts'
import { bits, unit } from './stream.ts'
import { exponential, normal } from './ziggurat.ts'

export const distributions = ['exponential', 'lognormal', 'gamma', 'constant'] as const

/** A random length of time in minutes. `cv` is the standard deviation divided by the mean (lognormal and gamma). */
export type Duration = {
  readonly distribution: (typeof distributions)[number]
  readonly meanMinutes: number
  readonly cv?: number | undefined
}

/** A duration made ready for drawing; `square` is the mean of its square. */
export type Sampler = {
  readonly kind: number
  readonly mean: number
  readonly square: number
  readonly a: number
  readonly b: number
}

export const nothing: Sampler = { kind: 0, mean: 0, square: 0, a: 0, b: 0 }

export function sampler({ distribution, meanMinutes, cv = 1 }: Duration): Sampler {
  const mean = meanMinutes
  if (distribution === 'exponential') return { kind: 1, mean, square: 2 * mean * mean, a: mean, b: 0 }
  if (distribution === 'constant' || cv === 0 || mean === 0)
    return { kind: 0, mean, square: mean * mean, a: mean, b: 0 }
  const square = mean * mean * (1 + cv * cv)
  if (distribution === 'lognormal') {
    const variance = ln(1 + cv * cv)
    return { kind: 2, mean, square, a: ln(mean) - variance / 2, b: Math.sqrt(variance) }
  }
  const shape = 1 / (cv * cv)
  return { kind: 3, mean, square, a: shape, b: mean / shape }
}

/** One draw, in minutes. */
export function draw({ kind, a, b }: Sampler, stream: Stream): number {
  if (kind === 2) return exp(a + b * normal(stream))
  if (kind === 1) return a * exponential(stream)
  if (kind === 0) return a
  return gamma(a, stream) * b
}

/** Marsaglia and Tsang (2000); a shape below 1 by way of one above, raised to 1/shape. */
function gamma(shape: number, stream: Stream): number {
  if (shape < 1) {
    const open = ((bits(stream) >>> 0) + 0.5) * 2.3283064365386963e-10
    return gamma(shape + 1, stream) * exp(ln(open) / shape)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(stream)
    const v = 1 + c * x
    if (v <= 0) continue
    const cube = v * v * v
    const open = unit(stream) + 1.1641532182693481e-10
    if (ln(open) < (x * x) / 2 + d - d * cube + d * ln(cube)) return d * cube
  }
}
