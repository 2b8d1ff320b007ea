import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { ApiProblem } from '#ui/api/problem.ts'
import { useLive, useLiveState } from '#ui/live/live.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { bridgeApi } from '../../queries.ts'
import { Denied, type NotesHeard, type NotesSync, syncNotes, type SyncState } from './notes-sync.ts'
import { notesEditor } from './notes-editor.ts'

const useStyles = makeStyles({
  pane: { display: 'grid', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  editor: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type Props = { readonly meetingId: string; readonly frozen: boolean; readonly mayWrite: boolean }

/** The notes that all write in; whatever is typed is kept here until the server has it. */
export function NotesPane({ meetingId, frozen, mayWrite }: Props) {
  const me = useSignedIn()
  const [sync, setSync] = useState<NotesSync | null>(null)
  useEffect(() => {
    const place = `tierwise.notes.${me.organisation.id}.${me.id}.${meetingId}`
    const opened = syncNotes({
      transport: {
        since: (after) =>
          asked(
            bridgeApi('GET /api/v1/bridges/meetings/:id/notes', { params: { id: meetingId }, query: { after } }),
          ),
        send: (after, updates) =>
          asked(
            bridgeApi('POST /api/v1/bridges/meetings/:id/notes', {
              params: { id: meetingId },
              body: { after, updates: [...updates] },
            }),
          ),
      },
      keep: {
        read: () => localStorage.getItem(place),
        write: (text) => (text === null ? localStorage.removeItem(place) : localStorage.setItem(place, text)),
      },
      newKey: () => crypto.randomUUID(),
    })
    setSync(opened)
    return opened.stop
  }, [me.id, me.organisation.id, meetingId])
  return sync && <Notes sync={sync} meetingId={meetingId} frozen={frozen} mayWrite={mayWrite} />
}

function Notes({ sync, meetingId, frozen, mayWrite }: Props & { readonly sync: NotesSync }) {
  const t = useWords('bridges')
  const styles = useStyles()
  const id = useId()
  const live = useLiveState()
  const holder = useRef<HTMLDivElement>(null)
  const state = useSyncExternalStore(sync.watch, sync.state)
  const isOpen = mayWrite && !frozen
  const label = t('room.notes')
  useLive('bridge-notes', ({ subject, data }) => {
    if (subject === meetingId) sync.hear(data as unknown as NotesHeard)
    else if (subject === null) sync.refresh()
  })
  useEffect(() => {
    const back = () => sync.refresh()
    addEventListener('online', back)
    return () => removeEventListener('online', back)
  }, [sync])
  // A stream that was away has perhaps missed something; what stands in the way now may be gone as well.
  useEffect(() => sync.refresh(), [sync, live, frozen])
  useEffect(() => {
    if (!holder.current) return
    const editor = notesEditor(holder.current, sync, { label, hint: `${id}-hint`, isOpen })
    return editor.end
  }, [sync, label, id, isOpen])
  return (
    <section className={styles.pane} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`} className={styles.title}>
          {label}
        </h2>
        {isOpen && <SyncBadge state={state} />}
      </div>
      {state.name === 'denied' && (state.code !== 'minutes-sent' || !sync.isSettled()) && (
        <Alert>{t.has(`refusals.${state.code}`) ? t.any(`refusals.${state.code}`) : t('room.notesDenied')}</Alert>
      )}
      <div ref={holder} className={styles.editor} />
      <p id={`${id}-hint`} className={styles.hint}>
        {t(isOpen ? 'room.notesHint' : frozen ? 'room.notesFrozen' : 'room.notesRead')}
      </p>
    </section>
  )
}

function SyncBadge({ state }: { readonly state: SyncState }) {
  const t = useWords('bridges')
  if (state.name === 'denied') return null
  const isAway = state.name === 'unreachable'
  return (
    <Badge appearance="tint" color={isAway ? 'warning' : 'informative'}>
      {t(`room.sync.${state.name}`)}
    </Badge>
  )
}

/** A no of the server is for good; anything else is worth another try. */
async function asked<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429)
      throw new Denied(error.code, { cause: error })
    throw error
  }
}
