import { Input } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { OtherTicket } from '../../contract/similar.ts'
import { causesKey, triageApi } from '../causes/cause-queries.ts'

type Props = {
  readonly ticketId: string
  readonly other: OtherTicket
  readonly open: boolean
  readonly onClose: () => void
}

/** Two tickets without a cause become the first of one. */
export function MakeOneCause({ ticketId, other, open, onClose }: Props) {
  const t = useWords('triage')
  const queries = useQueryClient()
  const refusalWords = useRefusals('triage')
  // Empty at first: a subject is the requester's own words, which stay with the ticket.
  const [title, setTitle] = useState('')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('similar.makeTitle')}
      intro={t('similar.makeIntro', { number: other.number })}
      primary={t('similar.makeTitle')}
      canSubmit={title.trim() !== ''}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await triageApi('POST /api/v1/triage/causes', {
          body: { title: title.trim(), ticketIds: [ticketId, other.id] },
        })
        await Promise.all([
          queries.invalidateQueries({ queryKey: causesKey }),
          queries.invalidateQueries({ queryKey: ['tickets'] }),
        ])
      }}
    >
      <FormField label={t('causes.title')} hint={t('causes.titleHint')} required>
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </FormField>
    </MoveDialog>
  )
}
