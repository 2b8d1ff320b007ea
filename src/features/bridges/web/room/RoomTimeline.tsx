import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { GavelRegular } from '@fluentui/react-icons/svg/gavel'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { TaskListSquareLtrRegular } from '@fluentui/react-icons/svg/task-list-square-ltr'
import { TicketDiagonalRegular } from '@fluentui/react-icons/svg/ticket-diagonal'
import type { ReactElement } from 'react'
import { EmptyState } from '#ui/page/states.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Timeline, TimelineItem } from '#ui/show/Timeline.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RoomEventView, RoomView } from '../../contract/room.ts'
import { nameOf } from '../agenda/AgendaRow.tsx'

/** What happened in the room, the last first. */
export function RoomTimeline({ room }: { readonly room: RoomView }) {
  const t = useWords('bridges')
  const sentence = useEventSentence(room)
  if (room.events.length === 0) return <EmptyState title={t('room.nothingYet')} text={t('room.nothingYetText')} />
  return (
    <Timeline label={t('room.timeline')}>
      {room.events.toReversed().map((event) => (
        <TimelineItem
          key={event.number}
          at={event.at}
          {...(event.by ? { who: event.by.name } : {})}
          title={sentence(event)}
          icon={icons[event.type] ?? <CalendarClockRegular />}
        >
          {event.words !== null && <PlainText text={event.words} />}
        </TimelineItem>
      ))}
    </Timeline>
  )
}

const icons: Readonly<Record<string, ReactElement>> = {
  joined: <PersonRegular />,
  left: <PersonRegular />,
  quorum: <PeopleRegular />,
  'without-quorum': <PeopleRegular />,
  'move-made': <TicketDiagonalRegular />,
  decided: <GavelRegular />,
  'task-given': <TaskListSquareLtrRegular />,
  'task-done': <CheckmarkCircleRegular />,
}

/** One event of the room in a sentence. */
export function useEventSentence(room: RoomView): (event: RoomEventView) => string {
  const t = useWords('bridges')
  const moves = useWords('tickets')
  return ({ type, facts, ticketId }) => {
    const item = room.agenda.find((one) => one.id === facts['itemId'] || (ticketId && one.ticket?.id === ticketId))
    const what = item ? nameOf(item) : ''
    switch (type) {
      case 'left':
        return t(facts['expired'] === true ? 'room.event.silent' : 'room.event.left')
      case 'quorum':
        return t(isNone(facts['lacks']) ? 'room.event.quorum' : 'room.event.noQuorum')
      case 'item-ended':
        return t('room.event.item-ended', { what, outcome: t.any(`room.outcome.${textOf(facts['outcome'])}`) })
      case 'move-made':
        return t('room.event.move-made', {
          what,
          move: moves.any(`moves.${textOf(facts['move'])}.label`, moveValues),
        })
      case 'decided':
        return t('room.event.decided', {
          what: room.decisions.find(({ id }) => id === facts['decisionId'])?.what ?? '',
        })
      case 'task-given':
      case 'task-done': {
        const task = room.tasks.find(({ id }) => id === facts['taskId'])
        return t(`room.event.${type}`, { what: task?.what ?? '', name: task?.owner.name ?? '' })
      }
      case 'minutes-sent':
        return t('room.event.minutes-sent', { version: Number(facts['version'] ?? 1) })
      default:
        return t.any(`room.event.${type}`, { what })
    }
  }
}

/** Some moves are named after the tier they go to, which does not matter here. */
const moveValues = { tier: '', name: '' }

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isNone(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
