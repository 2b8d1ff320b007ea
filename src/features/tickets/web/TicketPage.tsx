import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { Slot } from '#ui/pages/slots.tsx'
import { onDemand, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'
import type { PersonMoveName } from '../domain/moves.ts'
import { ActionBar, type BegunMove } from './ActionBar.tsx'
import { Composer } from './conversation/Composer.tsx'
import { Conversation } from './conversation/Conversation.tsx'
import { FactsPanel } from './panels/FactsPanel.tsx'
import { KnownPanel } from './panels/KnownPanel.tsx'
import type { ChosenIssue } from './moves/chosen-issue.ts'
import { PathCard } from './path/PathCard.tsx'
import { usePlanNames } from './plan-names.ts'
import { ticketNumbered, useMove } from './queries.ts'
import { TicketState } from './TicketState.tsx'

const TimelinePanel = onDemand(() => import('./panels/TimelinePanel.tsx').then((module) => module.TimelinePanel))
const ClockPanel = onDemand(() => import('./panels/ClockPanel.tsx').then((module) => module.ClockPanel))
const panels = [TimelinePanel, ClockPanel]

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(280px, 2fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (max-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
})

/** One ticket: where it is, what is known, what may be done. */
export function TicketPage() {
  const t = useWords('tickets')
  const { number = '' } = usePathParams()
  const ticket = useQuery(ticketNumbered(Number(number)))
  const title = ticket.data ? `T-${ticket.data.number} ${ticket.data.ticket.subject}` : `T-${number}`
  if (!ticket.data)
    return (
      <Page title={title} back={{ to: '/desk', label: t('nav.desk') }} width="work">
        <Loaded query={ticket}>{() => null}</Loaded>
      </Page>
    )
  return <Shown shown={ticket.data} title={title} />
}

/** The tier in which this person would work on the ticket if they were certified for it. */
function tierNotCertifiedFor({ allowedMoves }: DeskTicket): number | null {
  const refused = allowedMoves.map(({ refusal }) => refusal).find((one) => one?.code === 'not-certified')
  return refused?.code === 'not-certified' ? Number(refused['tier']) : null
}

const views = ['conversation', 'timeline', 'clocks'] as const
type View = (typeof views)[number]

function Shown({ shown, title }: { readonly shown: DeskTicket; readonly title: string }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const queries = useQueryClient()
  const announce = useAnnounce()
  useFetchedWhenIdle(panels)
  const names = usePlanNames(shown.planNumber)
  const make = useMove(shown)
  const lacking = tierNotCertifiedFor(shown)
  const [view, setView] = useState<View>('conversation')
  const [begun, setBegun] = useState<BegunMove | null>(null)
  const begin = (name: PersonMoveName, known?: ChosenIssue) => setBegun({ name, known: known ?? null })
  const mayReply = shown.allowedMoves.some((one) => one.move === 'reply' && !one.refusal)
  const [mode, setMode] = useState<'reply' | 'note'>(mayReply ? 'reply' : 'note')
  useLive('ticket', (event) => {
    if (event.subject !== null) {
      if (event.subject !== shown.ticket.id) return
      if (Number(event.data['version'] ?? 0) <= shown.ticket.version) return
      announce(t('live.changed', { number: shown.number }))
    }
    void queries.invalidateQueries({ queryKey: ticketNumbered(shown.number).queryKey })
  })
  return (
    <Page
      title={title}
      width="work"
      back={{ to: '/desk', label: t('nav.desk') }}
      state={<TicketState shown={shown} names={names} />}
      action={<ActionBar shown={shown} names={names} make={make} begun={begun} />}
    >
      {lacking !== null && <Slot name="tickets.refusal" of={{ tier: lacking }} />}
      <PathCard shown={shown} names={names} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Tabs
            label={t('views.label')}
            value={view}
            onChange={setView}
            tabs={views.map((one) => ({ value: one, text: t(`views.${one}`) }))}
          />
          {view === 'conversation' && (
            <>
              <Conversation shown={shown} names={names} />
              <Composer shown={shown} make={make} mode={mode} onMode={setMode} />
            </>
          )}
          <Suspense fallback={<LoadingState />}>
            {view === 'timeline' && <TimelinePanel shown={shown} names={names} />}
            {view === 'clocks' && <ClockPanel shown={shown} />}
          </Suspense>
        </div>
        <div className={styles.column}>
          <Slot
            name="tickets.aside"
            of={{
              ticketId: shown.ticket.id,
              number: shown.number,
              requesterId: shown.ticket.requesterId,
              begin,
            }}
          />
          <KnownPanel shown={shown} names={names} />
          <FactsPanel shown={shown} names={names} make={make} />
        </div>
      </div>
    </Page>
  )
}
