import type { DeskTicket } from '../../contract/ticket-view.ts'

type PathEdge = DeskTicket['path']['edges'][number]

/** One line of the drawing: what happened between two tiers in one direction, however often. */
export type DrawnEdge = {
  readonly from: number
  readonly to: number
  readonly direction: PathEdge['direction']
  readonly times: number
  /** Of the last time. */
  readonly evidence: number
}

/** Steps between tiers, each drawn once; what goes to and from the requester stands in the words. */
export function drawnEdges(edges: readonly PathEdge[]): readonly DrawnEdge[] {
  const drawn = new Map<string, DrawnEdge>()
  for (const { from, to, direction, evidence } of edges) {
    if (from === 0 || to === 0) continue
    const key = `${direction} ${from} ${to}`
    drawn.set(key, { from, to, direction, evidence, times: (drawn.get(key)?.times ?? 0) + 1 })
  }
  return [...drawn.values()]
}
