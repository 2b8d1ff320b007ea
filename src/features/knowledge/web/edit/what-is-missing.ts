import { useWords } from '#ui/words/words.ts'
import { isCode } from '../../domain/codes.ts'
import { codesOf, type IssueForm } from './issue-form.ts'

/** What an issue cannot be saved without, as a sentence; null where nothing is missing. */
export function useMissing(form: IssueForm): string | null {
  const t = useWords('knowledge')
  if (form.symptom.nl.trim() === '' && form.symptom.en.trim() === '') return t('edit.missing')
  if (form.platforms.length === 0) return t('edit.platformMissing')
  const wrong = codesOf(form).find((code) => !isCode(code))
  return wrong === undefined ? null : t('edit.codeWrong', { code: wrong })
}
