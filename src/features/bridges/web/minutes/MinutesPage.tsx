import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useAddress, usePathParams } from '#ui/pages/address.ts'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'
import { useRoomStyles } from '../room/room-styles.ts'
import { MinutesFacts } from './MinutesFacts.tsx'
import { SummaryForm } from './SummaryForm.tsx'

const ConfirmDialog = onDemand(() => import('#ui/form/ConfirmDialog.tsx').then((module) => module.ConfirmDialog))
const dialogs = [ConfirmDialog]

const minutesOf = (id: string, version: number | null) =>
  queryOptions({
    queryKey: [...bridgeKey, 'minutes', id, version],
    queryFn: ({ signal }) =>
      bridgeApi('GET /api/v1/bridges/meetings/:id/minutes', {
        params: { id },
        query: version === null ? {} : { version },
        signal,
      }),
  })

/** The minutes: written by the scribe, then sent, then as they are. */
export function MinutesPage() {
  const t = useWords('bridges')
  const { id = '' } = usePathParams()
  const [{ version }] = useAddress((search) => {
    const asked = Number(search['version'])
    return { version: Number.isInteger(asked) && asked > 0 ? asked : null }
  })
  const queries = useQueryClient()
  const minutes = useQuery(minutesOf(id, version))
  useLive('bridge-room', ({ subject }) => {
    if (subject === null || subject === id)
      void queries.invalidateQueries({ queryKey: [...bridgeKey, 'minutes', id] })
  })
  if (minutes.data) return <Shown view={minutes.data} asked={version} />
  return (
    <Page title={t('minutes.title')} back={{ to: `/bridge/${id}`, label: t('minutes.back') }} width="read">
      <Loaded query={minutes}>{() => null}</Loaded>
    </Page>
  )
}

function Shown({ view, asked }: { readonly view: MinutesView; readonly asked: number | null }) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('bridges')
  const { attempt } = useAttempt(refusalWords)
  const sending = useDialog()
  useFetchedWhenIdle(dialogs)
  const { meetingId, content, sent, version } = view
  const params = { id: meetingId }
  const show = (next: MinutesView) => queries.setQueryData(minutesOf(meetingId, asked).queryKey, next)
  const isLast = version === view.versions.at(-1)?.version || view.versions.length === 0
  const writes = view.mayWrite && sent === null && isLast
  const correct = () =>
    attempt(async () => show(await bridgeApi('POST /api/v1/bridges/meetings/:id/minutes/correct', { params })))
  return (
    <Page
      title={t('minutes.of', { name: content.meeting.name[t.language] })}
      width="read"
      back={{ to: `/bridge/${meetingId}`, label: t('minutes.back') }}
      state={
        sent ? (
          <>
            {t('minutes.sentBy', { name: sent.by.name, version })} <Time at={sent.at} />
          </>
        ) : (
          t(content.meeting.endedAt ? 'minutes.notSent' : 'minutes.running')
        )
      }
      action={
        <>
          {writes && content.meeting.endedAt && (
            <Button appearance="primary" onClick={() => sending.show(true)}>
              {t('minutes.send')}
            </Button>
          )}
          {view.pdf === 'made' && (
            <Button
              as="a"
              href={`/api/v1/bridges/meetings/${meetingId}/minutes/pdf?version=${version}&language=${t.language}`}
              download
            >
              {t('minutes.pdf')}
            </Button>
          )}
          {sent && view.mayWrite && isLast && (
            <Button onClick={() => void correct()}>{t('minutes.correct')}</Button>
          )}
        </>
      }
    >
      {view.pdf === 'making' && (
        <MessageBar>
          <MessageBarBody>{t('minutes.printing')}</MessageBarBody>
        </MessageBar>
      )}
      {view.pdf === 'failed' && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('minutes.notPrinted')}</MessageBarBody>
        </MessageBar>
      )}
      <Section title={t('minutes.summary')}>
        {writes ? (
          <SummaryForm key={view.version} view={view} onKept={show} />
        ) : content.summary === '' ? (
          <p className={`${shared.plain} ${shared.quiet}`}>{t('minutes.noSummary')}</p>
        ) : (
          <PlainText text={content.summary} />
        )}
      </Section>
      <MinutesFacts content={content} />
      {view.versions.length > 1 && (
        <Section title={t('minutes.versions')}>
          <ul className={shared.list}>
            {view.versions.map((one) => (
              <li key={one.version} aria-current={one.version === version ? 'true' : undefined}>
                <PageLink to={`/bridge/${meetingId}/minutes`} search={{ version: String(one.version) }}>
                  {t('minutes.version', { version: one.version })}
                </PageLink>{' '}
                {one.sentAt ? <Time at={one.sentAt} /> : t('minutes.draft')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Suspense>
        {sending.turn > 0 && (
          <ConfirmDialog
            key={sending.turn}
            open={sending.open}
            onClose={sending.hide}
            title={t('minutes.sendTitle')}
            text={t('minutes.sendText', { count: view.readers })}
            primary={t('minutes.send')}
            refusalWords={refusalWords}
            onConfirm={async () => {
              const body = { revision: view.revision }
              show(await bridgeApi('POST /api/v1/bridges/meetings/:id/minutes/send', { params, body }))
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}
