import type { Language } from '#platform/http/signed-in.ts'
import type { Translate } from '#platform/i18n/translate.ts'
import type { MinutesContent } from '../../contract/minutes.ts'

/** Minutes in sentences, for mail and print; the page has the same in parts of its own. */
export type MinutesWords = {
  readonly say: (key: string, values?: Readonly<Record<string, unknown>>) => string
  readonly title: string
  readonly when: string
  readonly attendance: readonly string[]
  readonly quorum: string
  readonly items: readonly string[]
  readonly decisions: readonly string[]
  readonly tasks: readonly string[]
}

export function minutesWords(translate: Translate, language: Language, content: MinutesContent): MinutesWords {
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    translate(language, `bridges:${key}`, values)
  const { meeting, tiers, others } = content
  const day = moment(language, meeting.timeZone, { dateStyle: 'full' })
  const time = moment(language, meeting.timeZone, { timeStyle: 'short' })
  const names = (people: readonly { readonly name: string }[]) =>
    people.length === 0 ? say('minutes.nobody') : people.map(({ name }) => name).join(', ')
  const about = (ticket: number | null) => (ticket === null ? '' : ` (T-${ticket})`)
  return {
    say,
    title: `${meeting.name[language]}, ${day(meeting.beganAt)}`,
    when: say('minutes.when', {
      day: day(meeting.beganAt),
      from: time(meeting.beganAt),
      to: meeting.endedAt ? time(meeting.endedAt) : '…',
      minutes: content.minutes,
    }),
    attendance: [
      ...tiers.map(({ tier, name, needed, came }) =>
        say('minutes.tierLine', { tier, name: name?.[language] ?? '', needed, names: names(came) }),
      ),
      ...(others.length > 0 ? [say('minutes.othersLine', { names: names(others) })] : []),
    ],
    quorum: content.withoutQuorum
      ? say('minutes.quorumWaived', {
          minutes: content.quorumMinutes,
          total: content.minutes,
          name: content.withoutQuorum.by.name,
          reason: content.withoutQuorum.reason,
        })
      : say('minutes.quorumLine', { minutes: content.quorumMinutes, total: content.minutes }),
    items: content.items.map(({ title, ticket, outcome, spentMinutes, diagnosed }) =>
      say('minutes.itemLine', {
        title: `${ticket === null ? '' : `T-${ticket} `}${title}`,
        outcome: say(diagnosed ? 'room.outcome.diagnosed' : `room.outcome.${outcome ?? 'open'}`),
        minutes: spentMinutes,
      }),
    ),
    decisions: content.decisions.map(
      ({ kind, what, ticket, quorum }) =>
        `${say(`room.decision.${kind}`)}: ${what}${about(ticket)}${quorum ? '' : ` ${say('minutes.withoutQuorum')}`}`,
    ),
    tasks: content.tasks.map(({ what, ticket, owner, due }) =>
      say('minutes.taskLine', {
        what: `${what}${about(ticket)}`,
        owner,
        due: moment(language, 'UTC', { dateStyle: 'long' })(`${due}T00:00:00.000Z`),
      }),
    ),
  }
}

function moment(language: Language, timeZone: string, style: Intl.DateTimeFormatOptions): (at: string) => string {
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { ...style, timeZone })
  return (at) => format.format(new Date(at))
}
