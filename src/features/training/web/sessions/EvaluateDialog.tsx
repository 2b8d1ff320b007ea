import { Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { TrainingSession } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { useRefresh } from '../training-words.ts'

const asked = ['useful', 'pace', 'trainer'] as const
const marks = [1, 2, 3, 4, 5] as const

type EvaluateDialogProps = {
  readonly trainingSession: TrainingSession
  readonly open: boolean
  readonly onClose: () => void
}

/** Three marks and a remark; the trainer sees averages, from three answers on. */
export function EvaluateDialog({ trainingSession, open, onClose }: EvaluateDialogProps) {
  const t = useWords('training')
  const toast = useToast()
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const [given, setGiven] = useState<Partial<Record<(typeof asked)[number], number>>>({})
  const [remark, setRemark] = useState('')
  const { useful, pace, trainer } = given
  const isComplete = useful !== undefined && pace !== undefined && trainer !== undefined
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('evaluate.title')}
      intro={t('evaluate.intro')}
      primary={t('evaluate.send')}
      canSubmit={isComplete}
      why={t('evaluate.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        if (!isComplete) return
        const words = remark.trim()
        await trainingApi('POST /api/v1/training/sessions/:id/evaluation', {
          params: { id: trainingSession.id },
          body: { useful, pace, trainer, remark: words === '' ? null : words },
        })
        await refresh()
        toast({ text: t('evaluate.thanks') })
      }}
    >
      {asked.map((one) => (
        <FormField key={one} label={t(`evaluate.${one}`)} required>
          <RadioGroup
            layout="horizontal"
            value={String(given[one] ?? '')}
            onChange={(_, { value }) => setGiven((before) => ({ ...before, [one]: Number(value) }))}
          >
            {marks.map((mark) => (
              <Radio key={mark} value={String(mark)} label={t(`evaluate.marks.${one}.${mark}`)} />
            ))}
          </RadioGroup>
        </FormField>
      ))}
      <FormField label={t('evaluate.remark')}>
        <Textarea value={remark} maxLength={1000} rows={3} onChange={(_, { value }) => setRemark(value)} />
      </FormField>
    </MoveDialog>
  )
}
