import type { z } from 'zod'
import type { InputProblem } from '../errors.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Language } from './signed-in.ts'

export type FieldProblem = { readonly field: string; readonly code: string; readonly message: string }
type Issue = z.core.$ZodIssue
type Finding = { readonly code: string; readonly values?: Readonly<Record<string, unknown>> }

/** Input that does not fit the contract, before a handler saw it. */
export class DoesNotFit extends Error {
  override readonly name = 'DoesNotFit'
  readonly issues: readonly Issue[]

  constructor(error: z.ZodError) {
    super('The input does not fit the contract')
    this.issues = error.issues
  }
}

/** What a person reads about a field that does not fit: which, and what to do. */
export function fieldProblems(issues: readonly Issue[], translate: Translate, language: Language): FieldProblem[] {
  return issues
    .flatMap((issue) => nearest(issue))
    .map((issue) => {
      const { code, values } = finding(issue)
      return { field: issue.path.map(String).join('.'), code, message: words(translate, language, code, values) }
    })
}

/** The same for problems that an action found; their words stand under `input.<code>` in some catalogue. */
export function namedProblems(
  problems: readonly InputProblem[],
  translate: Translate,
  language: Language,
): FieldProblem[] {
  return problems.map((problem) => {
    const { path, code, message, ...values } = problem
    return { field: path, code, message: message ?? words(translate, language, code, values) }
  })
}

function words(translate: Translate, language: Language, code: string, values?: Finding['values']): string {
  return translate.find(language, `input.${code}`, values) ?? translate(language, 'platform:input.invalid')
}

/** Of a union, the branch that fits best says what is wrong; without one, the union itself does. */
function nearest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const [best] = issue.errors.toSorted((a, b) => a.length - b.length)
  const others = issue.errors.filter((branch) => branch.length === best?.length)
  if (!best || others.length !== 1) return [issue]
  return best.flatMap((inner) => nearest({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
}

const formats: Readonly<Record<string, string>> = {
  email: 'email',
  url: 'url',
  date: 'date',
  datetime: 'moment',
  uuid: 'id',
  guid: 'id',
}
const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

function finding(issue: Issue): Finding {
  switch (issue.code) {
    case 'invalid_type':
      return { code: isMissing(issue) ? 'required' : 'wrong-type' }
    case 'too_small':
      return atLeast(issue)
    case 'too_big':
      return atMost(issue)
    case 'invalid_format':
      return { code: formats[issue.format] ?? 'wrong-form' }
    case 'invalid_value':
      return isMissing(issue)
        ? { code: 'required' }
        : { code: 'not-a-choice', values: { choices: issue.values.map(String).join(', ') } }
    case 'unrecognized_keys':
      return { code: 'unknown-field', values: { fields: issue.keys.join(', ') } }
    case 'not_multiple_of':
      return { code: 'not-multiple', values: { divisor: issue.divisor } }
    case 'invalid_union':
      return { code: isMissing(issue) ? 'required' : 'not-one-of' }
    case 'custom':
      return named(issue.message, issue.params)
    default:
      return { code: 'invalid' }
  }
}

/** A rule of a contract's own names its problem in `message`, in kebab-case; sentences in one language do not leave. */
function named(message: string, values: Finding['values']): Finding {
  return kebab.test(message) ? { code: message, ...(values && { values }) } : { code: 'invalid' }
}

function isMissing(issue: Issue): boolean {
  return 'input' in issue && issue.input === undefined
}

function atLeast(issue: z.core.$ZodIssueTooSmall): Finding {
  const minimum = Number(issue.minimum) + (issue.inclusive === false ? 1 : 0)
  if (issue.origin === 'string')
    return minimum === 1 ? { code: 'required' } : { code: 'too-short', values: { count: minimum } }
  if (issue.origin === 'array' || issue.origin === 'set') return { code: 'too-few', values: { count: minimum } }
  return { code: 'too-small', values: { minimum } }
}

function atMost(issue: z.core.$ZodIssueTooBig): Finding {
  const maximum = Number(issue.maximum) - (issue.inclusive === false ? 1 : 0)
  if (issue.origin === 'string') return { code: 'too-long', values: { count: maximum } }
  if (issue.origin === 'array' || issue.origin === 'set') return { code: 'too-many', values: { count: maximum } }
  return { code: 'too-big', values: { maximum } }
}
