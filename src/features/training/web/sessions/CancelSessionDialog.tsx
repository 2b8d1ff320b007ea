import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { TrainingSession } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useRefresh } from '../training-words.ts'

type CancelSessionDialogProps = {
  readonly trainingSession: TrainingSession
  readonly open: boolean
  readonly onClose: () => void
}

export function CancelSessionDialog({ trainingSession, open, onClose }: CancelSessionDialogProps) {
  const t = useWords('training')
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const { id, seated, waiting } = trainingSession
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={t('session.cancel')}
      intro={t('session.cancelText', { count: seated + waiting })}
      primary={t('session.cancel')}
      label={t('session.reason')}
      draft={`training.session.${id}.cancel`}
      least={3}
      most={500}
      why={t('session.cancelWhy')}
      refusalWords={refusalWords}
      danger
      onGiven={async (reason) => {
        await trainingApi('POST /api/v1/training/sessions/:id/cancel', { params: { id }, body: { reason } })
        await refresh()
      }}
    />
  )
}
