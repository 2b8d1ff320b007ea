import type { IssueDetail } from '../../contract/issue-view.ts'
import { areas, devicePlatforms } from '../../domain/known-issue.ts'

type Text = IssueDetail['text']
type Both = { readonly nl: string; readonly en: string }

/** A text while it is written: what are lists are lines. */
export type IssueForm = {
  readonly symptom: Both
  readonly cause: Both
  readonly checks: Both
  readonly fix: Both
  readonly evidence: Both
  readonly codes: string
  readonly platforms: readonly string[]
  readonly area: string
  readonly typicalTier: string
  readonly source: string
}

export const emptyForm: IssueForm = {
  symptom: { nl: '', en: '' },
  cause: { nl: '', en: '' },
  checks: { nl: '', en: '' },
  fix: { nl: '', en: '' },
  evidence: { nl: '', en: '' },
  codes: '',
  platforms: [],
  area: 'enrollment',
  typicalTier: '1',
  source: '',
}

export function formOf(text: Text): IssueForm {
  const lines = ({ nl, en }: { nl: readonly string[]; en: readonly string[] }) => ({
    nl: nl.join('\n'),
    en: en.join('\n'),
  })
  return {
    symptom: text.symptom,
    cause: text.cause,
    checks: lines(text.checks),
    fix: lines(text.fix),
    evidence: {
      nl: text.evidence.map(({ nl }) => nl).join('\n'),
      en: text.evidence.map(({ en }) => en).join('\n'),
    },
    codes: text.codes.join(', '),
    platforms: text.platforms,
    area: text.area,
    typicalTier: String(text.typicalTier),
    source: text.source ?? '',
  }
}

/** As it is sent; what the form does not show stays as it was. */
export function textOf(form: IssueForm, category: string | null) {
  const steps = ({ nl, en }: Both) => ({ nl: linesOf(nl), en: linesOf(en) })
  const evidence = steps(form.evidence)
  const pieces = Math.max(evidence.nl.length, evidence.en.length)
  return {
    symptom: { nl: form.symptom.nl.trim(), en: form.symptom.en.trim() },
    cause: { nl: form.cause.nl.trim(), en: form.cause.en.trim() },
    checks: steps(form.checks),
    fix: steps(form.fix),
    evidence: Array.from({ length: pieces }, (_, at) => ({
      nl: evidence.nl[at] ?? '',
      en: evidence.en[at] ?? '',
    })),
    codes: codesOf(form),
    platforms: devicePlatforms.filter((platform) => form.platforms.includes(platform)),
    area: areas.find((area) => area === form.area) ?? 'enrollment',
    graphFailureCategory: category,
    typicalTier: ([1, 2, 3, 4] as const).find((tier) => String(tier) === form.typicalTier) ?? 1,
    source: form.source.trim() === '' ? null : form.source.trim(),
  }
}

export const codesOf = (form: IssueForm) =>
  form.codes
    .split(/[,;\n]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
