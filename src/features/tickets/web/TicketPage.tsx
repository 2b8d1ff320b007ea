import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../contract/ticket-view.ts'
import { ActionBar } from './ActionBar.tsx'
import { Composer } from './conversation/Composer.tsx'
import { Conversation } from './conversation/Conversation.tsx'
import { ClockPanel } from './panels/ClockPanel.tsx'
import { FactsPanel } from './panels/FactsPanel.tsx'
import { KnownPanel } from './panels/KnownPanel.tsx'
import { TimelinePanel } from './panels/TimelinePanel.tsx'
import { PathCard } from './path/PathCard.tsx'
import { usePlanNames } from './plan-names.ts'
import { ticketNumbered, useMove } from './queries.ts'
import { useStateSentence } from './ticket-state-words.ts'

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

type View = 'conversation' | 'timeline' | 'clocks'

function Shown({ shown, title }: { readonly shown: DeskTicket; readonly title: string }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const names = usePlanNames(shown.planNumber)
  const make = useMove(shown)
  const [view, setView] = useState<View>('conversation')
  const mayReply = shown.allowedMoves.some((one) => one.move === 'reply' && !one.refusal)
  const [mode, setMode] = useState<'reply' | 'note'>(mayReply ? 'reply' : 'note')
  useLive('ticket', (event) => {
    if (event.subject !== shown.ticket.id) return
    if (Number(event.data['version'] ?? 0) <= shown.ticket.version) return
    announce(t('live.changed', { number: shown.number }))
    void queries.invalidateQueries({ queryKey: ticketNumbered(shown.number).queryKey })
  })
  return (
    <Page
      title={title}
      width="work"
      back={{ to: '/desk', label: t('nav.desk') }}
      state={useStateSentence(shown, names)}
      action={<ActionBar shown={shown} names={names} make={make} />}
    >
      <PathCard shown={shown} names={names} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <TabList
            selectedValue={view}
            onTabSelect={(_, { value }) => setView(value as View)}
            aria-label={t('views.label')}
          >
            <Tab value="conversation">{t('views.conversation')}</Tab>
            <Tab value="timeline">{t('views.timeline')}</Tab>
            <Tab value="clocks">{t('views.clocks')}</Tab>
          </TabList>
          {view === 'conversation' && (
            <>
              <Conversation shown={shown} names={names} />
              <Composer shown={shown} make={make} mode={mode} onMode={setMode} />
            </>
          )}
          {view === 'timeline' && <TimelinePanel shown={shown} names={names} />}
          {view === 'clocks' && <ClockPanel shown={shown} />}
        </div>
        <div className={styles.column}>
          <KnownPanel shown={shown} names={names} />
          <FactsPanel shown={shown} names={names} make={make} />
        </div>
      </div>
    </Page>
  )
}
