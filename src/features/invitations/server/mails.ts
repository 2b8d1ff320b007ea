import type { KnownPerson } from '#features/people/server/actions.ts'
import type { CalendarItem } from '#integrations/calendar/calendar-item.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import type { Platform } from '#platform/platform.ts'
import { changesBetween } from '../domain/changes.ts'
import type { EntryContent } from '../domain/invitation.ts'
import type { Sending } from '../domain/mailing.ts'
import type { Answer } from '../domain/reply.ts'
import { occurrenceWords, timeWords } from './time-words.ts'

export type MailAbout = {
  readonly sending: Sending
  readonly person: KnownPerson
  /** What they knew before. */
  readonly before: EntryContent | null
  readonly uid: string
  readonly answer: Answer | null
  readonly at: string
  readonly organisation: { readonly name: string; readonly timeZone: string }
}

/** The mail that brings an invitation, its change or its end into somebody's calendar, in their language. */
export function invitationMail({ translate }: Pick<Platform, 'translate'>, about: MailAbout): MailToSend {
  const { sending, person, before, uid, answer, at, organisation } = about
  const { language } = person
  const { content, why, method } = sending
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    translate(language, `invitations:mail.${key}`, values)
  const title = content.title[language]
  const values = { title, name: person.name, organisation: organisation.name, organiser: content.organiserName }
  const text = [
    say('greeting', values),
    say(`${why}.text`, values),
    ...(why === 'changed' && before !== null ? [changeLines(before, content, say)] : []),
    facts(),
    ...(method === 'REQUEST' && content.description[language] !== '' ? [content.description[language]] : []),
    say(method === 'REQUEST' ? 'closing' : 'closingCancelled', values),
  ]
  return {
    to: { name: person.name, address: sending.address },
    language,
    subject: say(`${why}.subject`, values),
    text: text.filter((one) => one !== '').join('\n\n'),
    links: method === 'REQUEST' && content.link !== null ? [{ label: say('takePart'), url: content.link }] : [],
    automatic: true,
    ticketId: null,
    files: [],
    calendar: calendarItem(),
  }

  function facts(): string {
    const reader = { language, timeZone: content.timeZone, ownZone: organisation.timeZone }
    const moved = content.time.weekly?.moved.filter((one) => one.ends > at) ?? []
    const without = content.time.weekly?.except.filter((one) => one > at) ?? []
    return [
      `${say('when')}: ${timeWords(content.time, reader, say)}`,
      ...(method === 'CANCEL' ? [] : without.map((one) => say('notOn', { at: occurrenceWords(one, reader) }))),
      ...(method === 'CANCEL'
        ? []
        : moved.map((one) =>
            say('movedTo', {
              was: occurrenceWords(one.was, reader),
              at: occurrenceWords(one.starts, reader),
            }),
          )),
      ...(content.place === null ? [] : [`${say('where')}: ${content.place}`]),
      `${say('from')}: ${content.organiserName}`,
    ].join('\n')
  }

  function calendarItem(): CalendarItem {
    const { timeZone, place, link, organiserName, time } = content
    return {
      method,
      uid,
      sequence: sending.sequence,
      stamp: at,
      title,
      description: content.description[language],
      place,
      link,
      timeZone,
      when: time,
      organiserName,
      attendee: { name: person.name, address: sending.address, required: sending.required, answer },
    }
  }
}

type SayMail = (key: string, values?: Readonly<Record<string, unknown>>) => string

function changeLines(before: EntryContent, after: EntryContent, say: SayMail): string {
  const what = changesBetween(before, after).map((one) => say(`change.${one}`))
  return what.length === 0 ? '' : say('whatChanged', { what: what.join(', ') })
}
