import { readDraft } from '#features/plan/domain/check/read-draft.ts'
import { type ReportedFinding, reportFindings } from '#features/plan/server/check-report.ts'
import { withPublicDays } from '#features/plan/server/public-holidays.ts'
import { type FileError, fieldName } from '#features/plan/server/file/file-error.ts'
import type { PlanFileReading } from '#features/plan/server/file/read-plan-file.ts'
import { type SaidFileError, sayFileError } from '#features/plan/server/file/say-file-error.ts'
import type { Translate } from '#platform/i18n/translate.ts'

export type Telling = { readonly translate: Translate; readonly language: 'nl' | 'en' }

type FileFinding = ReportedFinding & { readonly line: number; readonly column: number; readonly field: string }
export type Judged = {
  readonly errors: readonly (FileError & SaidFileError)[]
  /** Errors beyond those that are told. */
  readonly more: number
  readonly findings: readonly FileFinding[]
}

/** Everything that is wrong with a plan file or could be better, with the line it stands on: of the plan that a desk would make of it. */
export async function judge(reading: PlanFileReading, { translate, language }: Telling): Promise<Judged> {
  const errors = reading.ok ? [] : reading.errors
  const said = errors.map((error) => ({ ...error, ...sayFileError(translate, language, error) }))
  const plan = reading.ok ? reading.plan : reading.draft
  const draft = plan && readDraft(await withPublicDays(plan, new Date().toISOString()), null)
  const found = draft?.ok ? reportFindings(translate, language, draft.document, draft.findings) : []
  const findings = found
    .map((one) => ({ ...reading.positionOf(one.place), field: fieldName(plan, one.place), ...one }))
    // What a line has an error for already is not told twice.
    .filter(({ line, column }) => !errors.some((error) => error.line === line && error.column === column))
  return { errors: said, more: reading.ok ? 0 : reading.more, findings }
}

/** As editors and pipelines find their way: `file:line:column: severity: what`, and beneath it how to mend it. */
export function printJudged(path: string, { errors, more, findings }: Judged, { translate, language }: Telling) {
  const say = (key: string, values: Record<string, unknown> = {}) =>
    translate(language, `plan:file.${key}`, values)
  const all = [...errors.map((error) => ({ ...error, severity: 'error' as const })), ...findings]
  for (const { line, column, severity, field, what, advice } of all) {
    const at = field === '' ? '' : `${field}: `
    console.log(`${path}:${line}:${column}: ${say(`severities.${severity}`)}: ${at}${what}\n    ${advice}`)
  }
  if (more > 0) console.log(say('more', { count: more }))
  const count = (severity: string) => all.filter((one) => one.severity === severity).length
  const counts = (['error', 'warning', 'hint'] as const)
    .map((severity) => ({ severity, count: count(severity) + (severity === 'error' ? more : 0) }))
    .filter((one) => one.count > 0)
    .map((one) => say(`counts.${one.severity}`, { count: one.count }))
  console.log(counts.length === 0 ? say('sound') : counts.join(', '))
}
