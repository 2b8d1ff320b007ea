import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { Suspense } from 'react'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { MeetingDetail } from '../../contract/meetings.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { bridgeApi, useShowAgenda } from '../queries.ts'
import { AgendaRow } from './AgendaRow.tsx'

const AddItemDialog = onDemand(() => import('./AddItemDialog.tsx').then((module) => module.AddItemDialog))
const dialogs = [AddItemDialog]

/** What a meeting talks about, in order; whoever may arranges it here, before and during the meeting. */
export function AgendaSection({ detail }: { readonly detail: MeetingDetail }) {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const duration = useDuration()
  const toast = useToast()
  const { attempt } = useAttempt(useRefusals('bridges'))
  const add = useDialog()
  const show = useShowAgenda(detail.meeting.id)
  useFetchedWhenIdle(dialogs)
  const { meeting, agenda, may } = detail
  const open = agenda.filter(({ state }) => state !== 'moved-on')
  const shown = [
    ...open.filter(({ state }) => state !== 'parked'),
    ...open.filter(({ state }) => state === 'parked'),
  ]
  const minutes = open.reduce((sum, item) => sum + (item.state === 'parked' ? 0 : item.minutes), 0)
  const isTooLong = minutes > meeting.plannedMinutes
  const refresh = () =>
    attempt(async () => {
      const { agenda: after } = await bridgeApi('POST /api/v1/bridges/meetings/:id/agenda/refresh', {
        params: { id: meeting.id },
      })
      show(after)
      toast({ text: t('agenda.refreshed'), tone: 'success' })
    })
  let spent = 0
  return (
    <Section
      title={t('agenda.title')}
      action={
        may.add.refusal === null && (
          <div className={styles.buttons}>
            {meeting.state === 'planned' && meeting.standing && (
              <Button appearance="subtle" icon={<ArrowSyncRegular />} onClick={() => void refresh()}>
                {t('agenda.refresh')}
              </Button>
            )}
            <Button icon={<AddRegular />} onClick={() => add.show(true)}>
              {t('agenda.add')}
            </Button>
          </div>
        )
      }
    >
      {shown.length === 0 ? (
        <EmptyState title={t('agenda.empty')} text={t('agenda.emptyText')} />
      ) : (
        <>
          <p className={`${styles.plain} ${styles.quiet}`}>
            {t(isTooLong ? 'agenda.tooLong' : 'agenda.fits', {
              minutes: duration(minutes),
              length: duration(meeting.plannedMinutes),
            })}
          </p>
          <ol className={styles.list}>
            {shown.map((item, index) => {
              if (item.state !== 'parked') spent += item.minutes
              return (
                <AgendaRow
                  key={item.id}
                  detail={detail}
                  item={item}
                  number={index + 1}
                  of={shown}
                  fits={item.state === 'parked' || spent <= meeting.plannedMinutes}
                />
              )
            })}
          </ol>
          {meeting.standing && (
            <p className={`${styles.plain} ${styles.quiet} ${styles.small}`}>{t('agenda.order')}</p>
          )}
        </>
      )}
      <Suspense>
        {add.turn > 0 && <AddItemDialog key={add.turn} meeting={meeting} open={add.open} onClose={add.hide} />}
      </Suspense>
    </Section>
  )
}
