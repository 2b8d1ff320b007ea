import {
  Badge,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Duration, Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'

const colours = {
  running: 'informative',
  paused: 'subtle',
  met: 'success',
  missed: 'danger',
  cancelled: 'subtle',
} as const

const useStyles = makeStyles({
  wide: {
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { minWidth: '520px' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The clock of each tier and of the whole, and the stretches that they are made of. */
export function ClockPanel({ shown }: { readonly shown: DeskTicket }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const targets = shown.targets.filter((target) => target.state !== 'cancelled')
  return (
    <>
      <Section title={t('clocks.targets')} card>
        {targets.length === 0 && <p className={styles.none}>{t('clocks.none')}</p>}
        <div className={styles.wide} tabIndex={0} role="group" aria-label={t('clocks.targets')}>
          <Table size="small" className={styles.table} aria-label={t('clocks.targets')}>
            <TableHeader>
              <TableRow>
                <TableHeaderCell>{t('clocks.target')}</TableHeaderCell>
                <TableHeaderCell>{t('clocks.state')}</TableHeaderCell>
                <TableHeaderCell>{t('clocks.spent')}</TableHeaderCell>
                <TableHeaderCell>{t('clocks.due')}</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {targets.map((target) => (
                <TableRow key={`${target.target} ${target.tier} ${target.since}`}>
                  <TableCell>
                    {target.tier !== null && <TierBadge tier={target.tier} size="small" />}{' '}
                    {t.any(`targets.${target.target}`)}
                  </TableCell>
                  <TableCell>
                    <Badge appearance="tint" color={colours[target.state]}>
                      {t.any(`clocks.states.${target.state}`)}
                    </Badge>
                  </TableCell>
                  <TableCell>
                    <Duration minutes={Math.round(target.spentMinutes)} /> /{' '}
                    <Duration minutes={target.allowedMinutes} />
                    {target.state === 'missed' &&
                      target.spent.map(({ tier, minutes }) => (
                        <div key={tier}>
                          <TierBadge tier={tier} size="small" /> <Duration minutes={Math.round(minutes)} />
                        </div>
                      ))}
                  </TableCell>
                  <TableCell>
                    {target.dueAt ? <Time at={target.dueAt} /> : target.state === 'met' ? '–' : t('clocks.stands')}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </Section>
      <Section title={t('clocks.intervals')} card>
        <div className={styles.wide} tabIndex={0} role="group" aria-label={t('clocks.intervals')}>
          <Table size="small" className={styles.table} aria-label={t('clocks.intervals')}>
            <TableHeader>
              <TableRow>
                <TableHeaderCell>{t('clocks.from')}</TableHeaderCell>
                <TableHeaderCell>{t('clocks.tier')}</TableHeaderCell>
                <TableHeaderCell>{t('clocks.holder')}</TableHeaderCell>
                <TableHeaderCell>{t('clocks.lasted')}</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {shown.intervals.map((interval) => (
                <TableRow key={interval.from}>
                  <TableCell>
                    <Time at={interval.from} />
                  </TableCell>
                  <TableCell>
                    {interval.tier !== null && <TierBadge tier={interval.tier} size="small" />}{' '}
                    {interval.waiting ? t.any(`waiting.${interval.waiting}`) : t.any(`stages.${interval.stage}`)}
                  </TableCell>
                  <TableCell>{interval.holderId ? shown.people[interval.holderId]?.name : t('nobody')}</TableCell>
                  <TableCell>
                    <Duration minutes={lasted(interval)} elapsed />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </Section>
    </>
  )
}

function lasted({ from, to }: DeskTicket['intervals'][number]): number {
  return Math.round(((to === null ? Date.now() : Date.parse(to)) - Date.parse(from)) / 60_000)
}
