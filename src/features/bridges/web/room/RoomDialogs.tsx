import { Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIntent } from '#ui/api/intent.ts'
import { useDraft } from '#ui/form/draft.ts'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { RoomView } from '../../contract/room.ts'
import { type DecisionKind, decisionKinds } from '../../domain/room/events.ts'
import { LinkDialog } from '../meetings/LinkDialog.tsx'
import { bridgeApi, meetingDetail } from '../queries.ts'
import { useShowRoom } from './room-queries.ts'

export type RoomDialogName = 'decide' | 'give-task' | 'without-quorum' | 'end' | 'link'

type Props = {
  readonly name: RoomDialogName
  readonly room: RoomView
  readonly open: boolean
  readonly onClose: () => void
}

export function RoomDialogs({ name, ...props }: Props) {
  switch (name) {
    case 'decide':
      return <DecideDialog {...props} />
    case 'give-task':
      return <TaskDialog {...props} />
    case 'without-quorum':
      return <WithoutQuorumDialog {...props} />
    case 'end':
      return <EndDialog {...props} />
    case 'link':
      return <LinkDialog meeting={props.room.meeting} open={props.open} onClose={props.onClose} />
  }
}

type DialogProps = Omit<Props, 'name'>

function DecideDialog({ room, open, onClose }: DialogProps) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const show = useShowRoom(room.meeting.id)
  const intent = useIntent()
  const onTable = onTableOf(room)
  const draft = useDraft<{ kind: DecisionKind; what: string; about: string }>(`bridge.${room.meeting.id}.decide`, {
    kind: 'other',
    what: '',
    about: onTable?.id ?? '',
  })
  const { kind, what, about } = draft.value
  const needsTicket = kind === 'ticket-move' && about === ''
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('room.decide.title')}
      intro={t('room.decide.intro')}
      primary={t('room.decide.label')}
      canSubmit={what.trim() !== '' && !needsTicket}
      why={t(needsTicket ? 'room.decide.ticketMissing' : 'room.decide.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const body = { kind, what: what.trim(), ticketId: about === '' ? null : about }
        const params = { id: room.meeting.id }
        show(await bridgeApi('POST /api/v1/bridges/meetings/:id/decisions', { params, body, key: intent.key() }))
        intent.done()
        draft.clear()
      }}
    >
      <FormField label={t('room.decide.what')} required>
        <Textarea
          value={what}
          maxLength={2000}
          resize="vertical"
          rows={3}
          onChange={(_, { value }) => draft.change((before) => ({ ...before, what: value }))}
        />
      </FormField>
      <FormField label={t('room.decide.kind')} required>
        <RadioGroup
          value={kind}
          onChange={(_, { value }) => draft.change((before) => ({ ...before, kind: value as DecisionKind }))}
        >
          {decisionKinds.toReversed().map((one) => (
            <Radio key={one} value={one} label={t(`room.decide.kinds.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      <TicketChoice
        room={room}
        value={about}
        onChange={(value) => draft.change((before) => ({ ...before, about: value }))}
      />
    </MoveDialog>
  )
}

function TaskDialog({ room, open, onClose }: DialogProps) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const show = useShowRoom(room.meeting.id)
  const intent = useIntent()
  const expected = useQuery(meetingDetail(room.meeting.id)).data?.people ?? []
  const people = [...new Map([...room.present, ...expected].map(({ id, name }) => [id, name]))].toSorted(
    (one, other) => one[1].localeCompare(other[1]),
  )
  const draft = useDraft(`bridge.${room.meeting.id}.task`, { what: '', owner: '' })
  const { what, owner } = draft.value
  const [due, setDue] = useState(inAWeek)
  const [about, setAbout] = useState(onTableOf(room)?.id ?? '')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('room.giveTask.title')}
      primary={t('room.giveTask.label')}
      canSubmit={what.trim() !== '' && owner !== '' && due !== ''}
      why={t('room.giveTask.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const body = { what: what.trim(), ownerId: owner, due, ticketId: about === '' ? null : about }
        const params = { id: room.meeting.id }
        show(await bridgeApi('POST /api/v1/bridges/meetings/:id/tasks', { params, body, key: intent.key() }))
        intent.done()
        draft.clear()
      }}
    >
      <FormField label={t('room.giveTask.what')} required>
        <Input
          value={what}
          maxLength={500}
          onChange={(_, { value }) => draft.change((before) => ({ ...before, what: value }))}
        />
      </FormField>
      <FormField label={t('room.giveTask.owner')} required>
        <Select value={owner} onChange={(_, { value }) => draft.change((before) => ({ ...before, owner: value }))}>
          <option value="">{t('room.choose')}</option>
          {people.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('room.giveTask.due')} required>
        <Input type="date" value={due} onChange={(_, { value }) => setDue(value)} />
      </FormField>
      <TicketChoice room={room} value={about} onChange={setAbout} />
    </MoveDialog>
  )
}

function WithoutQuorumDialog({ room, open, onClose }: DialogProps) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const show = useShowRoom(room.meeting.id)
  const { id } = room.meeting
  const lacking = room.lacks.map(({ tier, people }) => t('room.lacks', { tier, count: people })).join(', ')
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('room.withoutQuorum.title')}
      intro={t('room.withoutQuorum.intro', { lacking })}
      primary={t('room.withoutQuorum.label')}
      label={t('room.withoutQuorum.reason')}
      draft={`bridge.${id}.without-quorum`}
      most={1000}
      why={t('room.withoutQuorum.missing')}
      refusalWords={refusalWords}
      onGiven={async (reason) =>
        show(
          await bridgeApi('POST /api/v1/bridges/meetings/:id/without-quorum', {
            params: { id },
            body: { reason },
          }),
        )
      }
    />
  )
}

function EndDialog({ room, open, onClose }: DialogProps) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const show = useShowRoom(room.meeting.id)
  const left = room.agenda.filter(({ state }) => state === 'waiting' || state === 'on-table').length
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={t('room.end.title')}
      text={left === 0 ? t('room.end.text') : t('room.end.textLeft', { count: left })}
      primary={t('room.end.label')}
      refusalWords={refusalWords}
      onConfirm={async () =>
        show(await bridgeApi('POST /api/v1/bridges/meetings/:id/end', { params: { id: room.meeting.id } }))
      }
    />
  )
}

type TicketChoiceProps = {
  readonly room: RoomView
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Which ticket of the agenda it is about, if any. */
function TicketChoice({ room, value, onChange }: TicketChoiceProps) {
  const t = useWords('bridges')
  const tickets = room.agenda.flatMap(({ ticket }) => ticket ?? [])
  if (tickets.length === 0) return null
  return (
    <FormField label={t('room.about')}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">{t('room.noTicket')}</option>
        {tickets.map(({ id, number, subject }) => (
          <option key={id} value={id}>
            {`T-${number} ${subject}`}
          </option>
        ))}
      </Select>
    </FormField>
  )
}

function onTableOf(room: RoomView) {
  return room.agenda.find(({ state }) => state === 'on-table')?.ticket ?? null
}

function inAWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
}
