import type { Language } from '#features/people/domain/person.ts'
import { InvalidInput } from '#platform/errors.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import { errorsAtMost } from './file-error.ts'
import { planErrors } from './plan-errors.ts'
import { sayFileError } from './say-file-error.ts'

/** Refuses a draft that does not have the shape of a plan, with the words that a file with the same fault would get. */
export function refuseOtherShape(document: unknown, translate: Translate, language: Language): void {
  const broken = planErrors(document).filter(({ unfinished }) => !unfinished)
  if (broken.length === 0) return
  throw new InvalidInput(
    broken.slice(0, errorsAtMost).map((error) => {
      const { what, advice } = sayFileError(translate, language, error)
      return { path: ['document', ...error.place].join('.'), code: error.code, message: `${what} ${advice}` }
    }),
  )
}
