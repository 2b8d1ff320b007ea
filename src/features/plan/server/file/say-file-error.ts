import type { Language } from '#platform/http/signed-in.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { FileErrorCode, FileErrorValues } from './file-error.ts'

export type SaidFileError = { readonly what: string; readonly advice: string }

/** What is wrong and what to do about it, in a person's language. */
export function sayFileError(
  translate: Translate,
  language: Language,
  { code, values }: { readonly code: FileErrorCode; readonly values: FileErrorValues },
): SaidFileError {
  const say = (key: string, more: FileErrorValues = {}) =>
    translate(language, `plan:file.${key}`, { ...values, ...more })
  const found = 'found' in values && code !== 'other-format' ? { found: say(`found.${values['found']}`) } : {}
  const kind = 'kind' in values ? { kind: say(`references.${values['kind']}`) } : {}
  const expected = 'expected' in values ? { expected: expectation(say, values) } : {}
  // A rule that a schema has of its own is said as it is wherever that schema takes input.
  const rule = 'rule' in values ? { rule: translate.find(language, `input.${values['rule']}`) ?? '' } : {}
  const filled = { ...found, ...kind, ...expected, ...rule }
  const isNone = code === 'unknown-reference' && values['known'] === ''
  const advice = say(isNone ? 'noneYet' : `errors.${code}.do`, filled)
  return {
    what: capital(say(`errors.${code}.what`, filled)),
    advice: values['near'] && code !== 'misspelt-key' ? say('didYouMean', { advice }) : advice,
  }
}

function expectation(say: (key: string, more?: FileErrorValues) => string, values: FileErrorValues): string {
  const expected = say(`expected.${values['expected']}`)
  return values['orNothing'] === 1 ? say('expected.orNothing', { expected }) : expected
}

const capital = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
