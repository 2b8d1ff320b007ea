import { useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { TrainingSession } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useRefresh } from '../training-words.ts'
import { fieldsOf, inputOf } from './session-fields.ts'
import { SessionForm } from './SessionForm.tsx'

type ChangeSessionDialogProps = {
  readonly trainingSession: TrainingSession
  readonly open: boolean
  readonly onClose: () => void
}

/** Changes a training session; who is invited gets the change in their calendar. */
export function ChangeSessionDialog({ trainingSession, open, onClose }: ChangeSessionDialogProps) {
  const t = useWords('training')
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const [fields, setFields] = useState(() => fieldsOf(trainingSession))
  const input = inputOf(fields)
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('session.change')}
      intro={t('session.changeText')}
      primary={t('session.change')}
      canSubmit={input !== null}
      why={t('plan.missing')}
      refusalWords={refusalWords}
      size="large"
      onSubmit={async () => {
        if (!input) return
        await trainingApi('PUT /api/v1/training/sessions/:id', { params: { id: trainingSession.id }, body: input })
        await refresh()
      }}
    >
      <SessionForm fields={fields} onChange={(part) => setFields((now) => ({ ...now, ...part }))} />
    </MoveDialog>
  )
}
