import type { Translate } from '#platform/i18n/translate.ts'
import type { Finding } from '../domain/check/finding.ts'
import { mendPlan } from '../domain/check/check-plan.ts'
import { sayFinding, sayMend, sayPlace } from '../domain/check/say.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'

type Language = 'nl' | 'en'

/** A finding as people and pipelines read it outside a page. */
export type ReportedFinding = Finding & {
  readonly where: string
  readonly what: string
  /** How to mend it. */
  readonly advice: string
  /** Whether a page of the desk mends it in one click. */
  readonly mendable: boolean
}

export function reportFindings(
  translate: Translate,
  language: Language,
  plan: SupportPlan,
  findings: readonly Finding[],
): readonly ReportedFinding[] {
  const speech = {
    language,
    say: (key: string, values?: Readonly<Record<string, unknown>>) => translate(language, `plan:${key}`, values),
  }
  const has = (key: string) => translate.find(language, key) !== undefined
  return findings
    .toSorted((one, other) => order[one.severity] - order[other.severity])
    .map((finding) => ({
      ...finding,
      where: sayPlace(plan, finding.place, speech, has),
      what: sayFinding(finding, speech),
      advice: sayMend(finding, speech),
      mendable: mendPlan(plan, finding) !== null,
    }))
}

const order = { error: 0, warning: 1, hint: 2 } as const

/** Whether a pipeline stops: errors keep a plan from being published; a strict one stops at warnings too. */
export function failsCheck(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'))
}
