import { Badge, Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DecisionView, RoomView, TaskView } from '../../contract/room.ts'
import type { RoomScene } from '../../domain/room/rights.ts'
import { isLeading } from '../../domain/room/rights.ts'
import { AboutButton } from '../AboutButton.tsx'
import { dayInWords } from './day-in-words.ts'
import { useRoomStyles } from './room-styles.ts'

type Props = {
  readonly room: RoomView
  readonly scene: RoomScene
  /** Null for whoever may not. */
  readonly onDecide: (() => void) | null
  readonly onGiveTask: (() => void) | null
  readonly onTaskDone: (task: TaskView) => void
  readonly onCarriedOut: (decision: DecisionView) => void
}

/** What was decided, and who does what before when. */
export function DecidedPane({ room, scene, onDecide, onGiveTask, onTaskDone, onCarriedOut }: Props) {
  const t = useWords('bridges')
  return (
    <>
      <Listed
        title={t('room.decisions', { count: room.decisions.length })}
        add={t('room.decide.open')}
        onAdd={onDecide}
        none={t('room.noDecisions')}
      >
        {room.decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} scene={scene} onCarriedOut={onCarriedOut} />
        ))}
      </Listed>
      <Listed
        title={t('room.tasks', { count: room.tasks.length })}
        add={t('room.giveTask.open')}
        onAdd={onGiveTask}
        none={t('room.noTasks')}
      >
        {room.tasks.map((task) => (
          <Task key={task.id} task={task} scene={scene} onDone={onTaskDone} />
        ))}
      </Listed>
    </>
  )
}

type ListedProps = {
  readonly title: string
  /** What the button says that adds one. */
  readonly add: string
  readonly onAdd: (() => void) | null
  readonly none: string
  readonly children: readonly ReactNode[]
}

function Listed({ title, add, onAdd, none, children }: ListedProps) {
  const shared = useRoomStyles()
  return (
    <Section
      title={title}
      card
      action={
        onAdd && (
          <Button size="small" onClick={onAdd}>
            {add}
          </Button>
        )
      }
    >
      {children.length === 0 ? (
        <p className={`${shared.plain} ${shared.quiet}`}>{none}</p>
      ) : (
        <ul className={shared.list}>{children}</ul>
      )}
    </Section>
  )
}

type DecisionProps = {
  readonly decision: DecisionView
  readonly scene: RoomScene
  readonly onCarriedOut: (decision: DecisionView) => void
}

function Decision({ decision, scene, onCarriedOut }: DecisionProps) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const { kind, what, ticket, quorum, carriedOut } = decision
  const { roles } = scene.actor
  const isMine =
    kind === 'plan-change'
      ? roles.includes('plan-owner') || roles.includes('administrator')
      : !roles.includes('auditor')
  return (
    <li className={shared.wrap}>
      <div className={shared.row}>
        <Badge appearance="tint">{t(`room.decision.${kind}`)}</Badge>
        {ticket && <PageLink to={`/tickets/${ticket.number}`}>{`T-${ticket.number}`}</PageLink>}
        {!quorum && (
          <Badge appearance="outline" color="warning">
            {t('room.decidedWithout')}
          </Badge>
        )}
      </div>
      <span dir="auto">{what}</span>
      {kind !== 'other' && (
        <div className={shared.row}>
          {carriedOut ? (
            <span className={`${shared.quiet} ${shared.small}`}>
              {t('room.carriedOut', { name: carriedOut.by.name })}
            </span>
          ) : (
            isMine && (
              <AboutButton about={what} subtle onClick={() => onCarriedOut(decision)}>
                {t(kind === 'known-issue' && ticket ? 'room.writeDown' : 'room.carryOut')}
              </AboutButton>
            )
          )}
        </div>
      )}
    </li>
  )
}

type TaskProps = {
  readonly task: TaskView
  readonly scene: RoomScene
  readonly onDone: (task: TaskView) => void
}

function Task({ task, scene, onDone }: TaskProps) {
  const t = useWords('bridges')
  const shared = useRoomStyles()
  const reader = useReader()
  const { what, owner, due, done, ticket } = task
  const isMine = owner.id === scene.actor.personId || isLeading(scene.actor)
  return (
    <li className={shared.wrap}>
      <span dir="auto">{what}</span>{' '}
      {ticket && <PageLink to={`/tickets/${ticket.number}`}>{`T-${ticket.number}`}</PageLink>}
      <div className={shared.row}>
        <span className={`${shared.quiet} ${shared.small}`}>
          {t('room.taskOf', { name: owner.name, due: dayInWords(due, reader.language) })}
        </span>
        {done ? (
          <Badge appearance="tint" color={done.dropped ? 'informative' : 'success'}>
            {t(done.dropped ? 'room.taskDropped' : 'room.taskDone')}
          </Badge>
        ) : (
          isMine && (
            <AboutButton about={what} subtle onClick={() => onDone(task)}>
              {t('room.markDone')}
            </AboutButton>
          )
        )}
      </div>
    </li>
  )
}
