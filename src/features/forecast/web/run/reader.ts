import { play, together } from '../../domain/estimate/play.ts'
import { type Forecast, outcome, type Prepared } from '../../domain/forecast.ts'
import type { Part } from './messages.ts'

/** Replications that one worker plays before it listens again. */
export const atOnce = 4

/** A first picture early, then a better one, then the whole. */
const pictures = [20, 80]

/** The parts of the replications that one of several workers plays. */
export function* shareOf(prepared: Prepared, seed: number, replications: number, worker: number, of: number) {
  for (let first = worker * atOnce; first < replications; first += of * atOnce) {
    const end = Math.min(replications, first + atOnce)
    yield { first, played: play(prepared.model, prepared.score, seed, first, end) } satisfies Part
  }
}

export type Reader = (part: Part) => { readonly forecast: Forecast; readonly complete: boolean } | null

/** Puts parts in order, whoever played them, and reads them whenever there are enough for a better picture. */
export function reader(prepared: Prepared, seed: number, replications: number): Reader {
  const parts: Part[] = []
  let shown = 0
  return (part) => {
    parts.push(part)
    parts.sort((one, other) => one.first - other.first)
    const whole = unbroken(parts)
    const due = whole === replications ? whole : pictures.findLast((count) => count <= whole)
    if (due === undefined || due <= shown) return null
    shown = whole
    const played = together(parts.filter(({ first }) => first < whole).map((one) => one.played))
    return { forecast: outcome(prepared, played, seed), complete: whole === replications }
  }
}

/** How many replications there are from the first on without one missing: a picture must not depend on who is fast. */
function unbroken(parts: readonly Part[]): number {
  let end = 0
  for (const { first, played } of parts) {
    if (first !== end) break
    end += played.steady.length
  }
  return end
}
