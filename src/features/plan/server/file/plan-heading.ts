import type { Language } from '#features/people/domain/person.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { Heading } from './write-plan-file.ts'

/** What stands above a plan that is written out: what it is, how to check it and how to bring it back. */
export function planHeading(translate: Translate, language: Language, schema?: string): Heading {
  const say = (key: string) => translate(language, `plan:file.heading.${key}`, { format: 'tierwise-plan-1' })
  return { lines: [say('about'), say('check'), say('import')], ...(schema === undefined ? {} : { schema }) }
}
