import { type MailKind, type MailLanguage, mailLanguages, type MailText } from './mail.ts'
import { hasLooseBraces, longPlaceholders, namesIn, placeholders } from './placeholders.ts'

export type MailProblem = {
  readonly code: 'missing' | 'unknown-placeholder' | 'loose-braces' | 'too-long-for-a-subject'
  readonly field: 'subject' | 'body'
  readonly language: MailLanguage
  /** The name between the braces. */
  readonly name: string | null
}

/** What has to be mended before a mail may go: everybody gets it in their own language, with nothing left open. */
export function problemsIn(text: MailText): readonly MailProblem[] {
  return mailLanguages.flatMap((language) =>
    (['subject', 'body'] as const).flatMap((field) => problemsOf(text[field][language], field, language)),
  )
}

function problemsOf(words: string, field: 'subject' | 'body', language: MailLanguage): MailProblem[] {
  const problem = (code: MailProblem['code'], name: string | null = null): MailProblem => ({
    code,
    field,
    language,
    name,
  })
  if (words.trim() === '') return [problem('missing')]
  const names = [...new Set(namesIn(words))]
  const known = (name: string) => placeholders.some((one) => one === name)
  return [
    ...names.filter((name) => !known(name)).map((name) => problem('unknown-placeholder', name)),
    ...(field === 'subject' ? names : [])
      .filter((name) => longPlaceholders.some((one) => one === name))
      .map((name) => problem('too-long-for-a-subject', name)),
    ...(hasLooseBraces(words) ? [problem('loose-braces')] : []),
  ]
}

export type MailWarning = {
  readonly code: 'no-contact' | 'no-steps' | 'languages-differ'
  readonly language: MailLanguage | null
}

/** What people may miss in a mail that could go all the same. */
export function warningsIn(kind: MailKind, { body }: MailText): readonly MailWarning[] {
  const lacks = (name: string, code: MailWarning['code']) =>
    mailLanguages
      .filter((language) => !namesIn(body[language]).includes(name))
      .map((language) => ({ code, language }))
  const used = (language: MailLanguage) => [...new Set(namesIn(body[language]))].toSorted().join()
  return [
    ...(kind === 'enrollment' ? lacks('steps', 'no-steps') : []),
    ...(kind === 'enrollment' || kind === 'after' ? lacks('contact', 'no-contact') : []),
    ...(used('nl') === used('en') ? [] : [{ code: 'languages-differ', language: null } as const]),
  ]
}
