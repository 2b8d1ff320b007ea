import type { Language } from '../http/signed-in.ts'

/** Words in a language: `translate('nl', 'tickets:mail.subject', { number: 1042 })`. The namespace is the feature's folder. */
export type Translate = (language: Language, key: string, values?: Readonly<Record<string, unknown>>) => string
