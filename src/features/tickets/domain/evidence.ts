import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { edgeBetween, evidenceFor } from '#features/plan/domain/lookup.ts'
import { askedByKnownIssue } from './asked-by-known-issue.ts'
import type { TicketFact } from './events.ts'
import { isBlank } from './given.ts'
import type { GivenEvidence } from './moves.ts'
import { type Refused, refuse } from './refusals.ts'
import type { Ticket } from './ticket.ts'

type Known = Pick<Ticket, 'category' | 'platform'>
type Filled = Pick<GivenEvidence, 'key' | 'value' | 'files'>

/**
 * What a step up asks for. A fast lane without an edge of its own asks for what the edges below it ask: the receiver needs no
 * less because the ticket came faster.
 */
export function evidenceAsked(plan: SupportPlan, known: Known, from: number, to: number): readonly EvidenceItem[] {
  const own = edgeBetween(plan, from, to)
  const edges = own ? [own] : plan.process.edges.filter((edge) => from <= edge.from && edge.to <= to)
  const items = edges.flatMap((edge) => evidenceFor(edge, known.category, known.platform))
  return items.filter((item, index) => items.findIndex((other) => other.key === item.key) === index)
}

/** Required items of a step up that nothing is known for yet. */
export function evidenceMissing(
  plan: SupportPlan,
  known: Known,
  filled: readonly Filled[],
  step: { readonly from: number; readonly to: number },
): readonly string[] {
  return evidenceAsked(plan, known, step.from, step.to)
    .filter((item) => item.required && !isFilled(item, filled))
    .map((item) => item.key)
}

/** A screenshot or a log is a file; everything else may be text. */
export function isFilled(item: EvidenceItem, filled: readonly Filled[]): boolean {
  const found = filled.find((one) => one.key === item.key)
  if (!found) return false
  if (found.files.length > 0) return true
  return item.kind !== 'screenshot' && item.kind !== 'log' && !isBlank(found.value)
}

/** What is known after `given` is added. An empty answer adds nothing. */
export function withGiven(ticket: Ticket, given: readonly GivenEvidence[]): readonly Filled[] {
  const added = given.filter(saysSomething)
  return [...ticket.evidence.filter((one) => !added.some((other) => other.key === one.key)), ...added]
}

export function checkGiven(plan: SupportPlan, given: readonly GivenEvidence[]): Refused | null {
  const items = plan.process.edges.flatMap((edge) => edge.evidence)
  for (const { key, value } of given) {
    if (key === askedByKnownIssue) continue
    const named = items.filter((item) => item.key === key)
    if (named.length === 0) return refuse({ code: 'not-in-plan', field: 'evidence', value: key })
    const fits = named.some((item) => item.kind !== 'choice' || item.options.some((one) => one.key === value))
    if (!fits && !isBlank(value)) return refuse({ code: 'not-in-plan', field: key, value })
  }
  return null
}

export function evidenceFacts(given: readonly GivenEvidence[]): readonly TicketFact[] {
  const added = given.filter(saysSomething)
  if (added.length === 0) return []
  const items = added.map(({ key, files }) => ({ key, files }))
  const words = Object.fromEntries(added.map(({ key, value }) => [key, value]))
  return [{ type: 'evidence-added', items, words }]
}

function saysSomething({ value, files }: GivenEvidence): boolean {
  return files.length > 0 || !isBlank(value)
}
