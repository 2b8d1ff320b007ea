import type { KnownPerson } from '#features/people/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import type { Platform } from '#platform/platform.ts'
import type { MinutesContent } from '../../contract/minutes.ts'
import { minutesWords } from './words.ts'

type About = {
  readonly content: MinutesContent
  readonly meetingId: string
  readonly version: number
  readonly person: KnownPerson
  readonly organisation: string
}

/** The minutes as one reader gets them: what was decided first, everything else behind the link. */
export function minutesMail(platform: Platform, about: About): MailToSend {
  const { content, meetingId, version, person, organisation } = about
  const { language } = person
  const words = minutesWords(platform.translate, language, content)
  const { say, title } = words
  const values = { title, organisation, version, name: person.name }
  const list = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [[heading, ...lines.map((line) => `- ${line}`)].join('\n')]
  return {
    to: { name: person.name, address: person.email },
    language,
    subject: say(version > 1 ? 'mail.minutes.corrected' : 'mail.minutes.subject', values),
    text: [
      say('mail.minutes.greeting', values),
      say(version > 1 ? 'mail.minutes.introCorrected' : 'mail.minutes.intro', values),
      ...(content.summary === '' ? [] : [content.summary]),
      ...list(say('minutes.decisions'), words.decisions),
      ...list(say('minutes.tasks'), words.tasks),
      ...list(say('minutes.items'), words.items),
      ...list(say('minutes.present'), [...words.attendance, words.quorum]),
    ].join('\n\n'),
    links: [{ label: say('mail.minutes.link'), url: `${platform.baseUrl}/bridge/${meetingId}/minutes` }],
    automatic: true,
    ticketId: null,
    files: [],
  }
}
