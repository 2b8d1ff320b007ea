import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Table } from '#ui/show/Table.tsx'
import { Time, useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { MinutesContent } from '../../contract/minutes.ts'
import { dayInWords } from '../room/day-in-words.ts'
import { useRoomStyles } from '../room/room-styles.ts'

/** What the minutes say by themselves: decisions, tasks, items, who was there, notes. */
export function MinutesFacts({ content }: { readonly content: MinutesContent }) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const reader = useReader()
  const { meeting, tiers, others, items, decisions, tasks, notes, withoutQuorum } = content
  const ticket = (number: number | null) =>
    number === null ? null : (
      <>
        {' '}
        <PageLink to={`/tickets/${number}`}>{`T-${number}`}</PageLink>
      </>
    )
  const names = (people: readonly { readonly id: string; readonly name: string; readonly minutes: number }[]) =>
    people.length === 0
      ? t('minutes.nobody')
      : people.map(({ name, minutes }) => t('minutes.person', { name, minutes })).join(', ')
  const none = <p className={`${shared.plain} ${shared.quiet}`}>{t('minutes.none')}</p>
  return (
    <>
      <Section title={t('minutes.decisions')}>
        {decisions.length === 0 ? (
          none
        ) : (
          <ul className={shared.list}>
            {decisions.map(({ kind, what, ticket: number, quorum }, index) => (
              <li key={index} className={shared.wrap}>
                <span className={shared.strong}>{t(`room.decision.${kind}`)}:</span> <span dir="auto">{what}</span>
                {ticket(number)} {!quorum && t('minutes.withoutQuorum')}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('minutes.tasks')}>
        {tasks.length === 0 ? (
          none
        ) : (
          <ul className={shared.list}>
            {tasks.map(({ what, owner, due, ticket: number }, index) => (
              <li key={index} className={shared.wrap}>
                <span dir="auto">{what}</span>
                {ticket(number)}{' '}
                <span className={shared.quiet}>
                  {t('room.taskOf', { name: owner, due: dayInWords(due, reader.language) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('minutes.items')}>
        {items.length === 0 ? (
          none
        ) : (
          <Table label={t('minutes.items')} heads={[t('minutes.item'), t('minutes.outcome'), t('minutes.spent')]}>
            {items.map(({ title, ticket: number, outcome, spentMinutes, boxMinutes, diagnosed }, index) => (
              <tr key={index}>
                <th scope="row">
                  {number !== null && <PageLink to={`/tickets/${number}`}>{`T-${number}`}</PageLink>}{' '}
                  <span dir="auto">{title}</span>
                </th>
                <td>{t(diagnosed ? 'room.outcome.diagnosed' : `room.outcome.${outcome ?? 'open'}`)}</td>
                <td>{t('minutes.ofBox', { minutes: spentMinutes, box: boxMinutes })}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title={t('minutes.present')}>
        <KeyValues
          items={[
            { label: t('minutes.held'), value: <Time at={meeting.beganAt} /> },
            { label: t('room.host'), value: meeting.host?.name ?? t('minutes.nobody') },
            { label: t('room.scribe'), value: meeting.scribe?.name ?? t('minutes.nobody') },
            ...tiers.map(({ tier, name, needed, came }) => ({
              label: t('minutes.tierNeeded', { tier, name: name?.[t.language] ?? '', needed }),
              value: names(came),
            })),
            ...(others.length > 0 ? [{ label: t('minutes.others'), value: names(others) }] : []),
            {
              label: t('room.quorum'),
              value: t('minutes.quorumShort', { minutes: content.quorumMinutes, total: content.minutes }),
            },
            ...(withoutQuorum
              ? [
                  {
                    label: t('minutes.waivedBy', { name: withoutQuorum.by.name }),
                    value: <PlainText text={withoutQuorum.reason} />,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t('minutes.notes')}>{notes.trim() === '' ? none : <PlainText text={notes} />}</Section>
    </>
  )
}
