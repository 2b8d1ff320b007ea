import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Toggle } from '#ui/form/Toggle.tsx'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { Time, useReader } from '#ui/time/Time.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { ReplayedTicket } from '../../contract/replay.ts'
import type { DifferenceKind } from '../../domain/replay/difference.ts'
import type { ReplayTotals } from '../../domain/replay/totals.ts'
import { useForecastStyles } from '../forecast-styles.ts'
import { useForecastWords } from '../words.ts'
import { differenceText, type ReplayNames } from './difference-words.ts'

type ReplayedTicketsProps = {
  readonly tickets: readonly ReplayedTicket[]
  readonly kinds: ReplayTotals['kinds']
  readonly names: ReplayNames
}

const atOnce = 25

const useStyles = makeStyles({ opened: { fontWeight: tokens.fontWeightRegular } })

/** Tickets that would have gone otherwise, newest first, each with why; all of them, or one kind of difference. */
export function ReplayedTickets({ tickets, kinds, names }: ReplayedTicketsProps) {
  const words = useForecastWords()
  const { t } = words
  const styles = useForecastStyles()
  const own = useStyles()
  const reader = useReader()
  const now = useNow()
  const moment = (at: string) => dayAndTime(at, now, reader)
  const [kind, setKind] = useState<DifferenceKind | null>(null)
  const [most, setMost] = useState(atOnce)
  const chosen = tickets
    .filter(({ differences }) => kind === null || differences.some((one) => one.kind === kind))
    .toReversed()
  const shown = chosen.slice(0, most)
  const choose = (wanted: DifferenceKind | null) => {
    setKind(wanted)
    setMost(atOnce)
  }
  return (
    <Section title={t('replay.ticketsTitle')}>
      <div className={styles.row} role="group" aria-label={t('replay.filter')}>
        <Toggle checked={kind === null} onClick={() => choose(null)}>
          {t('replay.kind', { name: t('replay.all'), count: tickets.length })}
        </Toggle>
        {kinds.map((one) => (
          <Toggle key={one.kind} checked={kind === one.kind} onClick={() => choose(one.kind)}>
            {t('replay.kind', { name: t(`replay.kinds.${one.kind}`), count: one.tickets })}
          </Toggle>
        ))}
      </div>
      <Table label={t('replay.ticketsTitle')} heads={[t('replay.ticket'), t('replay.reasons')]} dense>
        {shown.map(({ ticketId, number, subject, openedAt, differences }) => (
          <tr key={ticketId}>
            <th scope="row">
              <PageLink to={`/tickets/${number}`}>{`T-${number} ${subject}`}</PageLink>
              <div className={mergeClasses(styles.quiet, styles.small, own.opened)}>
                <Time at={openedAt} quiet />
              </div>
            </th>
            <td>
              <ul className={styles.list}>
                {differences
                  .filter((one) => kind === null || one.kind === kind)
                  .map((one, index) => (
                    <li key={`${index} ${one.kind}`}>{differenceText(words, names, moment, one)}</li>
                  ))}
              </ul>
            </td>
          </tr>
        ))}
      </Table>
      <div className={styles.row}>
        <span className={styles.quiet}>{t('replay.shown', { count: chosen.length, shown: shown.length })}</span>
        {shown.length < chosen.length && (
          <Button onClick={() => setMost(most + 4 * atOnce)}>{t('replay.more')}</Button>
        )}
      </div>
    </Section>
  )
}
