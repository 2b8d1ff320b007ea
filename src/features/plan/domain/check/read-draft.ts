import { SupportPlan } from '../document/support-plan.ts'
import { checkPlan } from './check-plan.ts'
import { type Finding, problem } from './finding.ts'

export type DraftReading =
  /** Of the right shape: it can be kept, and published once there are no errors. */
  | { readonly ok: true; readonly document: SupportPlan; readonly findings: readonly Finding[] }
  /** Not a plan at all: fields are missing, unknown, or of another kind. */
  | { readonly ok: false; readonly places: readonly string[] }

type Issue = NonNullable<ReturnType<typeof SupportPlan.safeParse>['error']>['issues'][number]

/**
 * Reads a draft as an editor leaves it in the middle of typing: an empty name or a malformed address is a problem beside a draft that
 * is kept, while a document of another shape is refused.
 */
export function readDraft(value: unknown): DraftReading {
  const parsed = SupportPlan.safeParse(value)
  if (parsed.success) return { ok: true, document: parsed.data, findings: checkPlan(parsed.data, null) }
  const broken = parsed.error.issues.filter((issue) => !kept.has(issue.code))
  if (broken.length > 0) return { ok: false, places: broken.map((issue) => issue.path.join('.')) }
  const document = value as SupportPlan
  return { ok: true, document, findings: parsed.error.issues.map(valueProblem) }
}

const kept = new Set<Issue['code']>(['too_small', 'too_big', 'invalid_format', 'not_multiple_of'])

function valueProblem(issue: Issue): Finding {
  const place = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'too_small') {
    return issue.origin === 'string' || issue.origin === 'array'
      ? problem('value-missing', place)
      : problem('value-too-small', place, { minimum: Number(issue.minimum) })
  }
  if (issue.code === 'too_big') return problem('value-too-large', place, { maximum: Number(issue.maximum) })
  return problem('value-invalid', place)
}
