import { poissonTail } from './chance.ts'

/** A ticket of the past: when it came in, and what it was like. */
export type Come = { readonly window: number; readonly wave: string | null; readonly kinds: readonly string[] }

/** What was such a surprise was a burst itself, and says nothing of what is usual. */
const wasBurst = 1e-5
/** However a desk's past looks, a count does not spread more than this. */
const most = 1
/** A desk with hardly any past: as if it had seen so much that did not clump. */
const youngDesk = 1

/**
 * How much like tickets clump at a desk beyond chance, from 0 on: colleagues ask together, and one kind has its day. The variance of a count is
 * then `μ + clumping × μ²`. From the windows of the past, in each of which a kind was to come in by its share of what came in of the same wave:
 *
 *     Σ ( (n − μ)² − μ ) / ( Σ μ² + 1 )        n of a kind in a window, μ = its share of all × all of the window
 *
 * Shares of busy and quiet hours are the same, so that a busy morning is no clumping.
 */
export function clumpingOf(past: readonly Come[]): number {
  if (past.length === 0) return 0
  const ofWindow = new Map<string, number>()
  const byKind = new Map<string, { all: number; inWindow: Map<string, number> }>()
  for (const { window, wave, kinds } of past) {
    const place = `${window} ${wave ?? ''}`
    ofWindow.set(place, (ofWindow.get(place) ?? 0) + 1)
    for (const kind of kinds) {
      const of = byKind.get(kind) ?? { all: 0, inWindow: new Map<string, number>() }
      of.all += 1
      of.inWindow.set(place, (of.inWindow.get(place) ?? 0) + 1)
      byKind.set(kind, of)
    }
  }
  const squares = [...ofWindow.values()].reduce((sum, all) => sum + all * all, 0)
  let spread = 0
  let expected = 0
  for (const { all, inWindow } of byKind.values()) {
    const share = all / past.length
    // What a window without any adds, μ² − μ, is added of all windows at once; of those with some, the difference.
    let own = share * share * squares - all
    for (const [place, count] of inWindow) {
      const usual = share * (ofWindow.get(place) ?? 0)
      if (poissonTail(count, usual) < wasBurst) own -= usual * usual - usual
      else own += (count - usual) ** 2 - usual * usual
    }
    spread += own
    expected += share * share * squares
  }
  return Math.min(most, Math.max(0, spread) / (expected + youngDesk))
}
