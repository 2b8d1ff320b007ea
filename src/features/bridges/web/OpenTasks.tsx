import { Badge } from '@fluentui/react-components'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useLive } from '#ui/live/live.tsx'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { TaskView } from '../contract/room.ts'
import { AboutButton } from './AboutButton.tsx'
import { bridgeApi, bridgeKey } from './queries.ts'
import { dayInWords } from './room/day-in-words.ts'
import { useRoomStyles } from './room/room-styles.ts'

const openTasks = queryOptions({
  queryKey: [...bridgeKey, 'tasks'],
  queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/tasks', { signal }),
})

/** What bridges gave people to do and is not done: one's own first, then what is due first. */
export function OpenTasks() {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const me = useSignedIn()
  const queries = useQueryClient()
  const tasks = useQuery(openTasks).data?.tasks ?? []
  useLive('bridge-room', () => void queries.invalidateQueries({ queryKey: openTasks.queryKey }))
  if (tasks.length === 0) return null
  const mine = tasks.filter(({ owner }) => owner.id === me.id)
  return (
    <Section title={t('tasks.title', { count: tasks.length })} card>
      <ul className={shared.list}>
        {[...mine, ...tasks.filter((task) => !mine.includes(task))].map((task) => (
          <OpenTask key={task.id} task={task} isMine={mine.includes(task)} />
        ))}
      </ul>
    </Section>
  )
}

function OpenTask({ task, isMine }: { readonly task: TaskView; readonly isMine: boolean }) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const reader = useReader()
  const today = useNow().slice(0, 10)
  const queries = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('bridges'))
  const { id, what, owner, due, ticket, meetingId } = task
  const done = () =>
    attempt(async () => {
      await bridgeApi('POST /api/v1/bridges/tasks/:id/done', { params: { id }, body: {} })
      await queries.invalidateQueries({ queryKey: openTasks.queryKey })
    })
  return (
    <li className={shared.wrap}>
      <span dir="auto">{what}</span>{' '}
      {ticket && <PageLink to={`/tickets/${ticket.number}`}>{`T-${ticket.number}`}</PageLink>}
      <div className={shared.row}>
        <span className={`${shared.quiet} ${shared.small}`}>
          {t('room.taskOf', { name: owner.name, due: dayInWords(due, reader.language) })}
        </span>
        {due < today && (
          <Badge appearance="outline" color="warning">
            {t('tasks.late')}
          </Badge>
        )}
        {isMine ? (
          <AboutButton about={what} working={working} onClick={() => void done()}>
            {t('room.markDone')}
          </AboutButton>
        ) : (
          <PageLink to={`/bridge/${meetingId}`}>{t('proposal.meeting')}</PageLink>
        )}
      </div>
    </li>
  )
}
