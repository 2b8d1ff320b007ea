import { Button, MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { RoomView } from '../../contract/room.ts'
import type { ItemOutcome } from '../../domain/room/events.ts'
import { mayLink } from '../../domain/rights.ts'
import * as rights from '../../domain/room/rights.ts'
import { AgendaSection } from '../agenda/AgendaSection.tsx'
import { NoLink } from '../meetings/NoLink.tsx'
import { bridgeApi, meetingDetail } from '../queries.ts'
import { AgendaPane } from './AgendaPane.tsx'
import { DecidedPane } from './DecidedPane.tsx'
import { PeoplePane } from './PeoplePane.tsx'
import { RoomActions } from './RoomActions.tsx'
import type { RoomDialogName } from './RoomDialogs.tsx'
import { RoomState } from './RoomState.tsx'
import { RoomTimeline, useEventSentence } from './RoomTimeline.tsx'
import { roomOf, useLiveRoom, useScene } from './room-queries.ts'
import { useRoomStyles } from './room-styles.ts'
import { TablePane } from './TablePane.tsx'
import { useRoomAttempt } from './use-room-attempt.ts'
import { usePresence } from './use-presence.ts'

const RoomDialogs = onDemand(() => import('./RoomDialogs.tsx').then((module) => module.RoomDialogs))
const NotesPane = onDemand(() => import('./notes/NotesPane.tsx').then((module) => module.NotesPane))
const later = [RoomDialogs, NotesPane]

/** The room of a meeting: for whoever takes part, for whoever looks on, and on the screen that all look at. */
export function RoomPage() {
  const t = useWords('bridges')
  const { id = '' } = usePathParams()
  const room = useQuery(roomOf(id))
  if (room.data) return <Shown room={room.data} />
  return (
    <Page title={t('room.title')} back={{ to: '/bridge', label: t('room.back') }} width="work">
      <Loaded query={room}>{() => null}</Loaded>
    </Page>
  )
}

const views = ['table', 'agenda', 'timeline'] as const
type View = (typeof views)[number]

function Shown({ room }: { readonly room: RoomView }) {
  const t = useWords('bridges')
  const styles = useRoomStyles()
  const scene = useScene(room)
  const { meeting } = room
  const { id } = meeting
  const [chosen, setChosen] = useState<View | null>(null)
  const dialog = useDialog<RoomDialogName>()
  const { working, attempt } = useRoomAttempt(id)
  useFetchedWhenIdle(later)
  useLiveRoom(id, scene.isPresent)
  usePresence(id, scene.isPresent)
  useAnnounced(room)

  const view =
    chosen ?? (meeting.state === 'planned' ? 'agenda' : meeting.state === 'running' ? 'table' : 'timeline')
  const mayHost = rights.host(scene) === null
  const onTable = room.agenda.find(({ state }) => state === 'on-table')
  const turn = (next: string | null, outcome?: ItemOutcome) =>
    void attempt(() =>
      bridgeApi('POST /api/v1/bridges/meetings/:id/table', {
        params: { id },
        body: { next, ...(outcome ? { outcome } : {}) },
      }),
    )
  const nextItem = room.agenda.find(({ state }) => state === 'waiting')
  const close = (outcome: ItemOutcome) => turn(nextItem?.id ?? null, outcome)
  const takesPart = rights.during(scene) === null
  return (
    <Page
      title={meeting.name[t.language]}
      width="work"
      back={{ to: '/bridge', label: t('room.back') }}
      state={
        <RoomState
          room={room}
          isPresent={scene.isPresent}
          onLink={mayLink(scene.actor, scene.meeting) === null ? () => dialog.show('link') : null}
        />
      }
      action={
        <RoomActions
          room={room}
          scene={scene}
          working={working}
          attempt={attempt}
          onNext={() => turn(nextItem?.id ?? null, onTable ? 'done' : undefined)}
          onEnd={() => dialog.show('end')}
        />
      }
    >
      {meeting.noLink && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <NoLink noLink={meeting.noLink} />
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={mergeClasses(styles.room, view === 'agenda' && styles.arranging)}>
        {view !== 'agenda' && (
          <div className={styles.agenda}>
            <AgendaPane
              room={room}
              onChoose={mayHost ? (item) => turn(item.id, onTable ? 'parked' : undefined) : null}
            />
          </div>
        )}
        <div className={styles.table}>
          <Tabs
            label={t('room.views.label')}
            value={view}
            onChange={setChosen}
            tabs={views.map((one) => ({ value: one, text: t(`room.views.${one}`) }))}
          />
          {view === 'table' && (
            <TablePane room={room} onClose={mayHost ? close : null} takesPart={takesPart} quiet={mayHost} />
          )}
          {view === 'agenda' && <Arranged id={id} />}
          {view === 'timeline' && <RoomTimeline room={room} />}
          <Suspense fallback={<LoadingState />}>
            <NotesPane
              meetingId={id}
              frozen={room.minutes !== null && room.minutes.sentAt !== null}
              mayWrite={!isAuditor(scene)}
            />
          </Suspense>
        </div>
        <div className={styles.people}>
          <PeoplePane
            room={room}
            scene={scene}
            onRole={(role) =>
              void attempt(() =>
                bridgeApi('POST /api/v1/bridges/meetings/:id/role', { params: { id }, body: { role } }),
              )
            }
            onWithoutQuorum={() => dialog.show('without-quorum')}
          />
          <DecidedPane
            room={room}
            scene={scene}
            onDecide={takesPart && room.mayDecide ? () => dialog.show('decide') : null}
            onGiveTask={takesPart ? () => dialog.show('give-task') : null}
            onTaskDone={(task) =>
              void attempt(async () => {
                await bridgeApi('POST /api/v1/bridges/tasks/:id/done', { params: { id: task.id }, body: {} })
                return bridgeApi('GET /api/v1/bridges/meetings/:id/room', { params: { id } })
              })
            }
            onCarriedOut={(decision) =>
              void attempt(async () => {
                await bridgeApi('POST /api/v1/bridges/decisions/:id/carried-out', { params: { id: decision.id } })
                return bridgeApi('GET /api/v1/bridges/meetings/:id/room', { params: { id } })
              })
            }
          />
          {scene.isPresent && meeting.state !== 'ended' && (
            <Button
              appearance="subtle"
              onClick={() =>
                void attempt(async () => {
                  await bridgeApi('DELETE /api/v1/bridges/meetings/:id/presence', { params: { id } })
                  return bridgeApi('GET /api/v1/bridges/meetings/:id/room', { params: { id } })
                })
              }
            >
              {t('room.leave')}
            </Button>
          )}
        </div>
      </div>
      <Suspense>
        {dialog.of && (
          <RoomDialogs key={dialog.turn} name={dialog.of} room={room} open={dialog.open} onClose={dialog.hide} />
        )}
      </Suspense>
    </Page>
  )
}

/** The agenda to arrange, as on the page of bridges. */
function Arranged({ id }: { readonly id: string }) {
  const detail = useQuery(meetingDetail(id))
  return <Loaded query={detail}>{(found) => <AgendaSection detail={found} />}</Loaded>
}

/** Says politely what the others do; that people come and go is to be seen. */
function useAnnounced(room: RoomView): void {
  const announce = useAnnounce()
  const sentence = useEventSentence(room)
  const [heard, setHeard] = useState(room.events.at(-1)?.number ?? 0)
  useEffect(() => {
    const fresh = room.events.filter(({ number, type }) => number > heard && type !== 'joined' && type !== 'left')
    const last = room.events.at(-1)?.number ?? 0
    if (last > heard) setHeard(last)
    if (fresh.length > 0)
      announce(
        fresh.map((event) => (event.by ? `${event.by.name}: ${sentence(event)}` : sentence(event))).join('. '),
      )
  }, [room.events, heard, announce, sentence])
}

function isAuditor({ actor }: rights.RoomScene): boolean {
  return actor.roles.includes('auditor')
}
