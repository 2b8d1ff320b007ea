import type { Translate } from '#platform/i18n/translate.ts'
import type { FileError } from '../../domain/people-file/file-error.ts'

/** What is wrong, with row and column, and what to do: in one sentence or two. */
export function sayFileError(
  translate: Translate,
  language: 'nl' | 'en',
  { code, row, column, values }: FileError,
): string {
  const { what } = values
  const all = {
    ...values,
    ...(typeof what === 'string' ? { what: translate(language, `rollout:file.columns.${what}`) } : {}),
  }
  const sentence = translate(
    language,
    `rollout:file.errors.${code}${values['near'] === undefined ? '' : '-near'}`,
    all,
  )
  const place =
    column === null
      ? translate(language, 'rollout:file.atRow', { row })
      : translate(language, 'rollout:file.atCell', { row, column })
  return `${place}: ${sentence}`
}
