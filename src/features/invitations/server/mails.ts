import type { Language } from '#features/people/domain/person.ts'
import type { KnownPerson } from '#features/people/server/actions.ts'
import type { CalendarItem } from '#integrations/calendar/calendar-item.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import type { Platform } from '#platform/platform.ts'
import { changesBetween } from '../domain/changes.ts'
import type { EntryContent } from '../domain/invitation.ts'
import type { Sending } from '../domain/mailing.ts'
import type { Answer } from '../domain/reply.ts'
import { occurrenceWords, timeWords } from './time-words.ts'

/** What one round of mails is about. */
export type Round = {
  /** What people knew before; null: nothing. */
  readonly before: EntryContent | null
  readonly uid: string
  readonly at: string
  readonly organisation: { readonly name: string; readonly timeZone: string }
}

export type OneMail = {
  readonly sending: Sending
  readonly person: KnownPerson
  readonly answer: Answer | null
}

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

/**
 * Writes the mails of one round, which bring an invitation, its change or its end into people's calendars, each in their language.
 * What all of a language read is put into words once.
 */
export function invitationMails(
  { translate }: Pick<Platform, 'translate'>,
  { before, uid, at, organisation }: Round,
): (one: OneMail) => MailToSend {
  const said = new Map<string, string>()
  const once = (key: string, words: () => string): string => {
    const known = said.get(key) ?? words()
    said.set(key, known)
    return known
  }
  return ({ sending, person, answer }) => {
    const { language } = person
    const { content, why, method } = sending
    const say: Say = (key, values = {}) => translate(language, `invitations:mail.${key}`, values)
    const title = content.title[language]
    const values = { title, name: person.name, organisation: organisation.name, organiser: content.organiserName }
    const isAsked = method === 'REQUEST'
    const text = [
      say('greeting', values),
      say(`${why}.text`, values),
      why === 'changed' && before !== null ? changeLines(before, content, say) : '',
      once(`${language} ${method}`, () =>
        factLines({ content, isAsked, at, language, ownZone: organisation.timeZone }, say),
      ),
      isAsked ? content.description[language] : '',
      say(isAsked ? 'closing' : 'closingCancelled', values),
    ]
    return {
      to: { name: person.name, address: sending.address },
      language,
      subject: say(`${why}.subject`, values),
      text: text.filter((one) => one !== '').join('\n\n'),
      links: isAsked && content.link !== null ? [{ label: say('takePart'), url: content.link }] : [],
      automatic: true,
      ticketId: null,
      files: [],
      calendar: itemOf({ sending, person, answer }, uid, at),
    }
  }
}

type Facts = {
  readonly content: EntryContent
  readonly isAsked: boolean
  readonly at: string
  readonly language: Language
  readonly ownZone: string
}

function factLines({ content, isAsked, at, language, ownZone }: Facts, say: Say): string {
  const { time, timeZone, place, organiserName } = content
  const reader = { language, timeZone, ownZone }
  const words = (moment: string) => occurrenceWords(moment, reader)
  const { moved = [], except = [] } = (isAsked ? time.weekly : null) ?? {}
  return [
    `${say('when')}: ${timeWords(time, reader, say)}`,
    ...except.filter((one) => one > at).map((one) => say('notOn', { at: words(one) })),
    ...moved
      .filter((one) => one.ends > at)
      .map(({ was, starts }) => say('movedTo', { was: words(was), at: words(starts) })),
    ...(place === null ? [] : [`${say('where')}: ${place}`]),
    `${say('from')}: ${organiserName}`,
  ].join('\n')
}

function changeLines(before: EntryContent, after: EntryContent, say: Say): string {
  const what = changesBetween(before, after).map((one) => say(`change.${one}`))
  return what.length === 0 ? '' : say('whatChanged', { what: what.join(', ') })
}

function itemOf({ sending, person, answer }: OneMail, uid: string, at: string): CalendarItem {
  const { content, method, sequence, address, required } = sending
  const { title, description, timeZone, place, link, organiserName, time } = content
  return {
    method,
    uid,
    sequence,
    stamp: at,
    title: title[person.language],
    description: description[person.language],
    place,
    link,
    timeZone,
    when: time,
    organiserName,
    attendee: { name: person.name, address, required, answer },
  }
}
