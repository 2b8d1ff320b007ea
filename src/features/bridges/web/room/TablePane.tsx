import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ActionBar } from '#features/tickets/web/ActionBar.tsx'
import { KnownPanel } from '#features/tickets/web/panels/KnownPanel.tsx'
import { PathCard } from '#features/tickets/web/path/PathCard.tsx'
import { usePlanNames } from '#features/tickets/web/plan-names.ts'
import { ticketNumbered } from '#features/tickets/web/queries.ts'
import { TicketState } from '#features/tickets/web/TicketState.tsx'
import type { DeskTicket } from '#features/tickets/contract/ticket-view.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { AgendaItemView } from '../../contract/answers.ts'
import type { RoomView } from '../../contract/room.ts'
import type { ItemOutcome } from '../../domain/room/events.ts'
import { nameOf } from '../agenda/AgendaRow.tsx'
import { useWhyWords } from '../agenda/why-words.ts'
import { Countdown } from './Countdown.tsx'
import { useMoveInRoom } from './room-queries.ts'
import { useRoomStyles } from './room-styles.ts'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
  },
  titles: { flexGrow: 1, flexBasis: '18rem', minWidth: 0 },
  /** Read from the back of a room. */
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
    '@media (max-width: 640px)': { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
})

type Props = {
  readonly room: RoomView
  /** Closes what is on the table; null for whoever may not. */
  readonly onClose: ((outcome: ItemOutcome) => void) | null
  /** Whether moves are made here. */
  readonly takesPart: boolean
  readonly quiet: boolean
}

/** What lies on the table, large: what it is, what is left of its time, its ticket and the moves on it. */
export function TablePane({ room, onClose, takesPart, quiet }: Props) {
  const t = useWords('bridges')
  const styles = useStyles()
  const shared = useRoomStyles()
  const why = useWhyWords()
  const item = room.agenda.find(({ state }) => state === 'on-table')
  if (!item) {
    const isEmpty = room.agenda.every(({ state }) => state !== 'waiting')
    return (
      <section className={styles.card} aria-label={t('room.onTable')}>
        <EmptyState
          title={t(isEmpty ? 'room.allDone' : 'room.nothingOnTable')}
          text={t(isEmpty ? 'room.allDoneText' : 'room.nothingOnTableText')}
        />
      </section>
    )
  }
  return (
    <section className={styles.card} aria-label={t('room.onTable')}>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title} dir="auto">
            {nameOf(item)}
          </h2>
          <p className={`${shared.plain} ${shared.quiet} ${shared.wrap}`}>
            <Badge appearance="tint">{t.any(`agenda.kinds.${item.kind}`)}</Badge> {why(item)}
          </p>
        </div>
        {item.startedAt && (
          <Countdown startedAt={item.startedAt} spentSeconds={item.spentSeconds} minutes={item.minutes} />
        )}
      </div>
      {item.ticket && (
        <TicketOnTable room={room} number={item.ticket.number} takesPart={takesPart} quiet={quiet} />
      )}
      {onClose && <Outcomes item={item} onClose={onClose} />}
    </section>
  )
}

function Outcomes(props: { readonly item: AgendaItemView; readonly onClose: (outcome: ItemOutcome) => void }) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  return (
    <div className={shared.buttons} role="group" aria-label={t('room.closeItem', { what: nameOf(props.item) })}>
      {(['parked', 'moved-on'] as const).map((outcome) => (
        <Button key={outcome} onClick={() => props.onClose(outcome)}>
          {t(`room.close.${outcome}`)}
        </Button>
      ))}
    </div>
  )
}

type TicketProps = {
  readonly room: RoomView
  readonly number: number
  readonly takesPart: boolean
  readonly quiet: boolean
}

function TicketOnTable({ room, number, takesPart, quiet }: TicketProps) {
  const queries = useQueryClient()
  const ticket = useQuery(ticketNumbered(number))
  useLive('ticket', ({ subject }) => {
    if (subject === null || subject === ticket.data?.ticket.id)
      void queries.invalidateQueries({ queryKey: ticketNumbered(number).queryKey })
  })
  return (
    <Loaded query={ticket}>
      {(shown) => <Ticket room={room} shown={shown} takesPart={takesPart} quiet={quiet} />}
    </Loaded>
  )
}

type ShownProps = Omit<TicketProps, 'number'> & { readonly shown: DeskTicket }

function Ticket({ room, shown, takesPart, quiet }: ShownProps) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const names = usePlanNames(shown.planNumber)
  const make = useMoveInRoom(room.meeting.id, shown)
  return (
    <>
      <div className={shared.row}>
        <div className={shared.grow}>
          <TicketState shown={shown} names={names} />
        </div>
        <PageLink to={`/tickets/${shown.number}`}>{t('room.openTicket', { number: shown.number })}</PageLink>
      </div>
      {takesPart && (
        <div className={shared.buttons}>
          <ActionBar shown={shown} names={names} make={make} quiet={quiet} />
        </div>
      )}
      <PathCard shown={shown} names={names} />
      <KnownPanel shown={shown} names={names} />
    </>
  )
}
