import type { IssueForm } from './issue-form.ts'

/** The word for what an issue cannot be saved without. */
export function whatIsMissing(form: IssueForm): 'edit.missing' | 'edit.platformMissing' | null {
  if (form.symptom.nl.trim() === '' && form.symptom.en.trim() === '') return 'edit.missing'
  return form.platforms.length === 0 ? 'edit.platformMissing' : null
}
