import { Button } from '@fluentui/react-components'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Table } from '#ui/show/Table.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { BridgeFigures, Judgement } from '../../contract/figures.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { OutlookSign } from '../meetings/QuorumOutlook.tsx'
import { unitOf, useFigureWords } from './figure-words.ts'

const StopDialog = onDemand(() => import('./StopDialog.tsx').then((module) => module.StopDialog))
const ResumeDialog = onDemand(() => import('./StopDialog.tsx').then((module) => module.ResumeDialog))
const dialogs = [StopDialog, ResumeDialog]

/** Whether a standing bridge may stop, figure by figure; whoever owns the plan decides. */
export function ExitSection({ bridge }: { readonly bridge: BridgeFigures['bridges'][number] }) {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const now = useNow()
  const reader = useReader()
  const mayStop = hasAnyRole(useSignedIn(), ['plan-owner', 'administrator'])
  const stop = useDialog()
  const resume = useDialog()
  useFetchedWhenIdle(dialogs)
  const name = bridge.name[t.language]
  const { stopped } = bridge
  return (
    <Section
      title={`${name}: ${t('figures.exit')}`}
      card
      action={
        mayStop &&
        (stopped ? (
          <Button onClick={() => resume.show(true)}>{t('figures.resume')}</Button>
        ) : (
          <Button appearance={bridge.mayStop ? 'primary' : 'secondary'} onClick={() => stop.show(true)}>
            {t('figures.stop')}
          </Button>
        ))
      }
    >
      {stopped && (
        <p className={`${styles.plain} ${styles.strong} ${styles.wrap}`}>
          {t('figures.stopped', {
            when: dayAndTime(stopped.at, now, reader),
            name: stopped.by ?? '',
            reason: stopped.reason,
          })}
        </p>
      )}
      <p className={`${styles.plain} ${styles.wrap}`}>{bridge.exit[t.language]}</p>
      {bridge.criteria.length === 0 ? (
        <p className={`${styles.plain} ${styles.quiet}`}>{t('figures.exitNone')}</p>
      ) : (
        <>
          <Criteria criteria={stopped?.criteria ?? bridge.criteria} label={t('figures.exit')} />
          {!stopped && (
            <p className={`${styles.plain} ${styles.quiet}`}>
              {t(bridge.mayStop ? 'figures.all' : 'figures.notAll')}
            </p>
          )}
        </>
      )}
      <Suspense>
        {stop.turn > 0 && <StopDialog key={stop.turn} bridge={bridge} open={stop.open} onClose={stop.hide} />}
        {resume.turn > 0 && <ResumeDialog bridge={bridge} open={resume.open} onClose={resume.hide} />}
      </Suspense>
    </Section>
  )
}

function Criteria({ criteria, label }: { readonly criteria: readonly Judgement[]; readonly label: string }) {
  const t = useWords('bridges')
  const say = useFigureWords()
  return (
    <Table
      label={label}
      heads={[t('figures.figure'), t('figures.now'), t('figures.needed'), t('figures.over'), t('figures.holds')]}
    >
      {criteria.map((one, index) => {
        const unit = unitOf(one.figure)
        const verdict = one.value === null ? 'unknown' : one.holds ? 'yes' : 'no'
        return (
          <tr key={`${index} ${one.figure}`}>
            <th scope="row">{t.any(`figures.names.${one.figure}`)}</th>
            <td>{say(one.value, unit)}</td>
            <td>{t.any(`figures.${one.comparison}`, { value: say(one.threshold, unit) })}</td>
            <td>{t('figures.days', { count: one.days })}</td>
            <td>
              <OutlookSign outlook={verdict === 'yes' ? 'holds' : verdict === 'no' ? 'fails' : 'likely'} />{' '}
              {t(`figures.${verdict}`)}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
