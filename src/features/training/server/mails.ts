import type { Language } from '#features/people/domain/person.ts'
import { type KnownPerson, organisationOf } from '#features/people/server/actions.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

export type MailAbout = {
  readonly course: Text
  readonly until?: string
  readonly starts?: string
  readonly timeZone?: string
  readonly who?: string
  readonly count?: number
  /** Where its button leads. */
  readonly path: string
}

export type MailKind =
  | 'certified'
  | 'moved-up'
  | 'cancelled'
  | 'waiting'
  | 'ending'
  | 'ending-of-member'
  | 'revoked'
  | 'seat-lost'

/** A mail of training to one person, in their language. Nobody who is disabled gets any. */
export async function mailTo(
  platform: Platform,
  tx: Tx,
  person: KnownPerson,
  kind: MailKind,
  about: MailAbout & { readonly reason?: string },
): Promise<void> {
  if (person.disabledAt !== null) return
  const { name: organisation, timeZone } = await organisationOf(tx)
  const { language } = person
  const values = {
    name: person.name,
    organisation,
    course: about.course[language],
    who: about.who ?? '',
    count: about.count ?? 0,
    reason: about.reason ?? '',
    until: about.until ? lastDayIn(about.until, language, timeZone) : '',
    starts: about.starts ? momentIn(about.starts, language, about.timeZone ?? timeZone) : '',
  }
  const say = (key: string) => platform.translate(language, `training:mail.${key}`, values)
  await putMail(platform, tx, {
    to: { name: person.name, address: person.email },
    language,
    subject: say(`${kind}.subject`),
    text: [say('greeting'), say(`${kind}.text`), say('closing')].join('\n\n'),
    links: [{ label: say(`${kind}.link`), url: `${platform.baseUrl}${about.path}` }],
    automatic: true,
    ticketId: null,
    files: [],
  })
}

const locale = (language: Language) => (language === 'en' ? 'en-GB' : language)

/** The last whole day on which something that ends at this moment still holds. */
export function lastDayIn(until: string, language: Language, timeZone: string): string {
  const last = new Date(Date.parse(until) - 1)
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'long', timeZone }).format(last)
}

function momentIn(at: string, language: Language, timeZone: string): string {
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone } as const
  return new Intl.DateTimeFormat(locale(language), format).format(new Date(at))
}
