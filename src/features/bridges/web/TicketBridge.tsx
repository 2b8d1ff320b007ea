import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MeetingView } from '../contract/answers.ts'
import { useBridgeStyles } from './bridge-styles.ts'
import { agendasOfTicket, bridgeApi, bridgeKey, useLiveBridges } from './queries.ts'

type Props = { readonly ticketId: string; readonly number: number }

/** On a ticket's page: the bridge that talks about it, and the way there. */
export function TicketBridge({ ticketId, number }: Props) {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const queries = useQueryClient()
  const toast = useToast()
  const now = useNow()
  const reader = useReader()
  const { attempt } = useAttempt(useRefusals('bridges'))
  const agendas = useQuery(agendasOfTicket(ticketId))
  useLiveBridges()
  if (!agendas.data) return null
  const { on, next, mayAdd } = agendas.data
  if (on.length === 0 && mayAdd.refusal?.code === 'ticket-closed') return null
  const named = (meeting: MeetingView) => ({
    name: meeting.name[t.language],
    when: dayAndTime(meeting.startsAt, now, reader),
  })
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: bridgeKey }),
      queries.invalidateQueries({ queryKey: ['tickets'] }),
    ])
  const add = (meeting: MeetingView) =>
    attempt(async () => {
      await bridgeApi('POST /api/v1/bridges/meetings/:id/agenda', {
        params: { id: meeting.id },
        body: { ticketId },
      })
      toast({ text: t('ticket.added'), tone: 'success' })
    }, refresh)
  return (
    <Section title={t('ticket.title')} card>
      {on.length === 0 && (
        <p className={`${styles.plain} ${styles.quiet}`}>{t(next ? 'ticket.off' : 'ticket.none')}</p>
      )}
      <ul className={styles.list}>
        {on.map((meeting) => (
          <li key={meeting.id}>
            <PageLink to={`/bridge/${meeting.id}`} className={styles.wrap}>
              {t(meeting.state === 'running' ? 'ticket.running' : 'ticket.on', named(meeting))}
            </PageLink>
          </li>
        ))}
      </ul>
      {mayAdd.refusal === null && on.length === 0 && (
        <div className={styles.buttons}>
          {next && (
            <Button size="small" onClick={() => void add(next)}>
              {t('ticket.add', named(next))}
            </Button>
          )}
          <ButtonLink size="small" to="/bridge" search={{ call: `T-${number}` }}>
            {t('ticket.call')}
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}
