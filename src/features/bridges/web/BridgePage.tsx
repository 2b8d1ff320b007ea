import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { BridgesOverview } from '../contract/meetings.ts'
import { AgendaSection } from './agenda/AgendaSection.tsx'
import { useBridgeStyles } from './bridge-styles.ts'
import { ComingList } from './meetings/ComingList.tsx'
import { ExitCard } from './meetings/ExitCard.tsx'
import { MeetingCard } from './meetings/MeetingCard.tsx'
import { PastList } from './meetings/PastList.tsx'
import { ProposalCard } from './meetings/ProposalCard.tsx'
import { OpenTasks } from './OpenTasks.tsx'
import { bridgesOverview, meetingDetail, useLiveBridges } from './queries.ts'

const CallDialog = onDemand(() => import('./meetings/CallDialog.tsx').then((module) => module.CallDialog))
const dialogs = [CallDialog]

const readAddress = (search: Search) => ({
  meeting: typeof search['meeting'] === 'string' ? search['meeting'] : undefined,
  /** Numbers of tickets to call a bridge about. */
  call:
    typeof search['call'] === 'string' || typeof search['call'] === 'number' ? String(search['call']) : undefined,
})

/** What is the next bridge, what will it talk about, and will it be able to decide? */
export function BridgePage() {
  const t = useWords('bridges')
  const overview = useQuery(bridgesOverview)
  useLiveBridges()
  if (!overview.data)
    return (
      <Page title={t('page.title')} width="work">
        <Loaded query={overview}>{() => null}</Loaded>
      </Page>
    )
  return <Shown overview={overview.data} />
}

function Shown({ overview }: { readonly overview: BridgesOverview }) {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const [{ meeting: chosen, call: about }, change] = useAddress(readAddress)
  const call = useDialog()
  const now = useNow()
  const reader = useReader()
  useFetchedWhenIdle(dialogs)
  const { coming, proposals, mayCall } = overview
  const next = coming.find(({ meeting }) => meeting.id === chosen) ?? coming[0] ?? null
  const isNear = next !== null && (next.meeting.state === 'running' || isWithin(next.meeting.startsAt, now, 15))
  const isCalling = about !== undefined && mayCall.refusal === null
  const state =
    next === null
      ? t('page.stateNone')
      : t(next.meeting.state === 'running' ? 'page.stateRunning' : 'page.stateNext', {
          name: next.meeting.name[t.language],
          when: dayAndTime(next.meeting.startsAt, now, reader),
        })
  return (
    <Page
      title={t('page.title')}
      width="work"
      state={state}
      action={
        overview.tiers.length > 0 && (
          <>
            <ButtonLink to="/bridge/figures">{t('page.figures')}</ButtonLink>
            {mayCall.refusal === null && (
              <Button appearance={isNear ? 'secondary' : 'primary'} onClick={() => call.show(true)}>
                {t('page.call')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={styles.columns}>
        <div className={styles.column}>
          {proposals.length > 0 && (
            <ul className={`${styles.list} ${styles.gap}`}>
              {proposals.map((proposal) => (
                <ProposalCard key={proposal.id} proposal={proposal} />
              ))}
            </ul>
          )}
          {next === null ? (
            <NoBridge overview={overview} />
          ) : (
            <ShownMeeting id={next.meeting.id} primary={isNear} />
          )}
        </div>
        <div className={styles.column}>
          <ComingList overview={overview} shown={next?.meeting.id ?? null} />
          <OpenTasks />
          {overview.tiers.length > 0 && <ExitCard />}
          <PastList />
        </div>
      </div>
      <Suspense>
        {(call.turn > 0 || isCalling) && (
          <CallDialog
            key={`${call.turn} ${about ?? ''}`}
            tiers={overview.tiers}
            {...(about === undefined ? {} : { about })}
            open={call.open || isCalling}
            onClose={() => {
              call.hide()
              if (about !== undefined) change({ call: undefined })
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}

function ShownMeeting({ id, primary }: { readonly id: string; readonly primary: boolean }) {
  const detail = useQuery(meetingDetail(id))
  return (
    <Loaded query={detail}>
      {(found) => (
        <>
          <MeetingCard detail={found} primary={primary} />
          <AgendaSection detail={found} />
        </>
      )}
    </Loaded>
  )
}

function NoBridge({ overview }: { readonly overview: BridgesOverview }) {
  const t = useWords('bridges')
  if (overview.tiers.length === 0) return <EmptyState title={t('page.noPlanTitle')} text={t('page.noPlanText')} />
  const stopped = overview.standing
    .filter((bridge) => bridge.stopped !== null)
    .map(({ name }) => t('page.emptyStopped', { name: name[t.language] }))
  return <EmptyState title={t('page.emptyTitle')} text={[...stopped, t('page.emptyText')].join(' ')} />
}

function isWithin(at: string, now: string, minutes: number): boolean {
  return Date.parse(at) - Date.parse(now) < minutes * 60_000
}
