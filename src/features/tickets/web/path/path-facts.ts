import type { DeskTicket } from '../../contract/ticket-view.ts'

export type Step = DeskTicket['path']['steps'][number]

export type StepFacts = {
  /** The ticket is here. While a vendor has a case it is there, and the tier that opened the case keeps it. */
  readonly isWhere: boolean
  /** What stands under the step, besides its time. */
  readonly under:
    | null
    | { readonly what: 'foundCause' | 'holds' | 'tookNote' | 'toTakeNote' }
    | { readonly what: 'caseNumber'; readonly number: string }
}

/** What the drawing and the words say of each step beside its name, its agent and its time. */
export function pathFacts({ ticket }: Pick<DeskTicket, 'ticket'>): (step: Step) => StepFacts {
  const { waiting } = ticket
  const withVendor = waiting?.for === 'vendor'
  return (step) => ({
    isWhere: step.state === 'now' && (step.kind === 'vendor' || !withVendor),
    under: under(step),
  })

  function under(step: Step): StepFacts['under'] {
    if (step.kind === 'vendor')
      return withVendor && waiting.caseNumber ? { what: 'caseNumber', number: waiting.caseNumber } : null
    if (step.foundCause) return { what: 'foundCause' }
    if (step.note) return { what: step.note.takenAt ? 'tookNote' : 'toTakeNote' }
    return withVendor && step.state === 'now' ? { what: 'holds' } : null
  }
}

/** Minutes that a vendor had a case: from each opening to its answer, or until now. */
export function vendorMinutes({ path }: Pick<DeskTicket, 'path'>, tier: number, now: string): number {
  let milliseconds = 0
  let since: string | null = null
  for (const { from, to, at } of path.edges) {
    if (to === tier) since = at
    if (from === tier && since !== null) {
      milliseconds += Date.parse(at) - Date.parse(since)
      since = null
    }
  }
  if (since !== null) milliseconds += Date.parse(now) - Date.parse(since)
  return Math.max(0, Math.round(milliseconds / 60_000))
}
