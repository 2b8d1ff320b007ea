import { withLaterFields } from '../document/later-fields.ts'
import { SupportPlan } from '../document/support-plan.ts'
import { valueAt } from '../edit/at-place.ts'
import { checkPlan } from './check-plan.ts'
import type { DeskFacts } from './desk-facts.ts'
import type { Finding, FindingCode, Place, Values } from './finding.ts'

export type DraftReading =
  /** Of the right shape: it can be kept, and published once there are no errors. */
  | { readonly ok: true; readonly document: SupportPlan; readonly findings: readonly Finding[] }
  /** Not a plan at all: fields are missing, unknown, or of another kind. */
  | { readonly ok: false; readonly places: readonly string[] }

type Issue = NonNullable<ReturnType<typeof SupportPlan.safeParse>['error']>['issues'][number]

/**
 * Reads a draft as an editor leaves it in the middle of typing: an empty name or a malformed address is a finding beside a draft that
 * is kept, while a document of another shape is refused.
 */
export function readDraft(value: unknown, facts: DeskFacts | null): DraftReading {
  const parsed = SupportPlan.safeParse(value)
  if (parsed.success) return { ok: true, document: parsed.data, findings: checkPlan(parsed.data, facts) }
  const broken = parsed.error.issues.filter((issue) => !kept.has(issue.code))
  if (broken.length > 0) return { ok: false, places: broken.map((issue) => issue.path.join('.')) }
  const document = withLaterFields(value as SupportPlan)
  const shape = parsed.error.issues.map(valueFinding).filter(({ place }) => !isTranslation(document, place))
  return { ok: true, document, findings: [...shape, ...checkPlan(document, facts)] }
}

const kept = new Set<Issue['code']>(['too_small', 'too_big', 'invalid_format', 'not_multiple_of'])

/** The other language is there: the rule about translations says so. */
function isTranslation(document: SupportPlan, place: Place): boolean {
  const last = place.at(-1)
  if (last !== 'nl' && last !== 'en') return false
  const other = valueAt(document, [...place.slice(0, -1), last === 'nl' ? 'en' : 'nl'])
  return typeof other === 'string' && other.trim() !== ''
}

function valueFinding(issue: Issue): Finding {
  const place = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'too_small') {
    return issue.origin === 'string' || issue.origin === 'array'
      ? shapeError('value-missing', place)
      : shapeError('value-too-small', place, { minimum: Number(issue.minimum) })
  }
  if (issue.code === 'too_big') return shapeError('value-too-large', place, { maximum: Number(issue.maximum) })
  return shapeError('value-invalid', place)
}

function shapeError(code: FindingCode, place: Place, values: Values = {}): Finding {
  return { code, severity: 'error', place, values }
}
