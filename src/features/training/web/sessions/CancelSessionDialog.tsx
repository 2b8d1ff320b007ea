import { Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TrainingSession } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useRefresh, useRefusalWords } from '../training-words.ts'

type CancelSessionDialogProps = {
  readonly trainingSession: TrainingSession
  readonly open: boolean
  readonly onClose: () => void
}

export function CancelSessionDialog({ trainingSession, open, onClose }: CancelSessionDialogProps) {
  const t = useWords('training')
  const refresh = useRefresh()
  const refusalWords = useRefusalWords()
  const [reason, setReason] = useState('')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('session.cancel')}
      intro={t('session.cancelText', { count: trainingSession.seated + trainingSession.waiting })}
      primary={t('session.cancel')}
      canSubmit={reason.trim().length >= 3}
      why={t('session.cancelWhy')}
      refusalWords={refusalWords}
      danger
      onSubmit={async () => {
        await trainingApi('POST /api/v1/training/sessions/:id/cancel', {
          params: { id: trainingSession.id },
          body: { reason: reason.trim() },
        })
        await refresh()
      }}
    >
      <FormField label={t('session.reason')} required>
        <Textarea value={reason} maxLength={500} rows={3} onChange={(_, { value }) => setReason(value)} />
      </FormField>
    </MoveDialog>
  )
}
