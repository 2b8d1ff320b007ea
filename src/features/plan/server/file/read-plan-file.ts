import type { Place } from '../../domain/check/finding.ts'
import { withLaterFields } from '../../domain/document/later-fields.ts'
import { SupportPlan } from '../../domain/document/support-plan.ts'
import type { FileError, Position } from './file-error.ts'
import { parsePlanText } from './parse-plan-text.ts'
import { planErrors } from './plan-errors.ts'
import { referenceErrors } from './references.ts'
import { bounded, located } from './tell-errors.ts'

export type PlanFileReading =
  | { readonly ok: true; readonly plan: SupportPlan; readonly positionOf: (place: Place) => Position }
  | {
      readonly ok: false
      /** In the order of the file. */
      readonly errors: readonly FileError[]
      /** How many there are more than are told. */
      readonly more: number
      /** The plan when all that is wrong is what a draft may have: unfinished values, names of what is not there yet. */
      readonly draft: SupportPlan | null
      readonly positionOf: (place: Place) => Position
    }

/** Reads a plan from YAML or JSON, whichever it is. What is wrong is told all at once, with its line. */
export function readPlanFile(text: string): PlanFileReading {
  const parsed = parsePlanText(text)
  if (!parsed.ok) {
    const positionOf = () => ({ line: 1, column: 1 })
    return { ok: false, ...bounded(parsed.errors), draft: null, positionOf }
  }
  const document = withoutSchema(parsed.value)
  const { positionOf } = parsed
  const plan = SupportPlan.safeParse(document)
  const shape = planErrors(document)
  const wrong = shape.some(({ place }) => place.length === 0) ? shape : [...shape, ...referenceErrors(document)]
  if (plan.success && wrong.length === 0) return { ok: true, plan: plan.data, positionOf }
  const draft = wrong.every(({ unfinished }) => unfinished) ? withLaterFields(document as SupportPlan) : null
  const errors = wrong.map((error) => located(error, document, positionOf))
  return { ok: false, ...bounded(errors), draft, positionOf }
}

/** Editors find the schema by a `$schema` at the top; it is no part of the plan. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '$schema'))
}
