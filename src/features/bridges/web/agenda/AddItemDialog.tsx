import { Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useIntent } from '#ui/api/intent.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MeetingView } from '../../contract/answers.ts'
import { useNamedTickets } from '../named-tickets.ts'
import { bridgeApi, useShowAgenda } from '../queries.ts'

type Props = { readonly meeting: MeetingView; readonly open: boolean; readonly onClose: () => void }

/** A ticket by its number, or anything else in a sentence. */
export function AddItemDialog({ meeting, open, onClose }: Props) {
  const t = useWords('bridges')
  const refusalWords = useRefusals('bridges')
  const show = useShowAgenda(meeting.id)
  const intent = useIntent()
  const [kind, setKind] = useState<'ticket' | 'own'>('ticket')
  const [number, setNumber] = useState('')
  const [text, setText] = useState('')
  const named = useNamedTickets(number)
  const [ticket] = named.found
  const submit = async () => {
    const { agenda } = await bridgeApi('POST /api/v1/bridges/meetings/:id/agenda', {
      params: { id: meeting.id },
      body: kind === 'ticket' ? { ticketId: ticket?.id } : { text: text.trim() },
      key: intent.key(),
    })
    intent.done()
    show(agenda)
  }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('agenda.addTitle')}
      primary={t('agenda.add')}
      canSubmit={kind === 'ticket' ? named.settled && ticket !== undefined : text.trim() !== ''}
      why={t('agenda.addMissing')}
      refusalWords={refusalWords}
      onSubmit={submit}
    >
      <FormField label={t('agenda.addWhat')} required>
        <RadioGroup value={kind} onChange={(_, data) => setKind(data.value === 'own' ? 'own' : 'ticket')}>
          <Radio value="ticket" label={t('agenda.addTicket')} />
          <Radio value="own" label={t('agenda.addOwn')} />
        </RadioGroup>
      </FormField>
      {kind === 'ticket' ? (
        <FormField
          label={t('agenda.addNumber')}
          hint={ticket ? `T-${ticket.number} ${ticket.subject}` : t('agenda.addNumberHint')}
          error={named.missing.length > 0 ? t('agenda.addNotFound') : null}
          required
        >
          <Input value={number} onChange={(_, data) => setNumber(data.value)} />
        </FormField>
      ) : (
        <FormField label={t('agenda.addText')} required>
          <Input value={text} maxLength={500} onChange={(_, data) => setText(data.value)} />
        </FormField>
      )}
    </MoveDialog>
  )
}
