import type { FileError } from '#features/plan/server/file/file-error.ts'
import { sayFileError } from '#features/plan/server/file/say-file-error.ts'
import type { Translate } from '#platform/i18n/translate.ts'

type Reading = { readonly errors: readonly FileError[]; readonly more: number }
type Manner = {
  readonly translate: Translate
  readonly language: 'nl' | 'en'
  readonly json?: boolean | undefined
}

/** Complains of what keeps a file from being read; standard output is for the result. With `json` the errors are the result. */
export function printFileErrors(
  path: string,
  { errors, more }: Reading,
  { translate, language, json }: Manner,
): void {
  const said = errors.map((error) => ({ ...error, ...sayFileError(translate, language, error) }))
  if (json) {
    console.log(JSON.stringify({ ok: false, file: path, errors: said, more, findings: [] }))
    return
  }
  for (const { line, column, field, what, advice } of said) {
    const at = field === '' ? '' : `${field}: `
    console.error(`${path}:${line}:${column}: error: ${at}${what}\n    ${advice}`)
  }
  if (more > 0) console.error(translate(language, 'plan:file.more', { count: more }))
}
