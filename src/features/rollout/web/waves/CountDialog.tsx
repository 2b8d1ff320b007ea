import { Input } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { WaveView } from '../../contract/waves.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'

export type CountDialogProps = {
  readonly view: WaveView
  /** Intune tells a figure, which this one is to stand in place of. */
  readonly isCorrection: boolean
  readonly open: boolean
  readonly onClose: () => void
}

/** Somebody says how many have enrolled by the end of a day. */
export function CountDialog({ view, isCorrection, open, onClose }: CountDialogProps) {
  const t = useWords('rollout')
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout', 'plan')
  const [day, setDay] = useState(view.today)
  const [enrolled, setEnrolled] = useState(String(view.wave.enrolled?.count ?? ''))
  const [note, setNote] = useState('')
  const count = Number(enrolled)
  const isCount = enrolled.trim() !== '' && Number.isInteger(count) && count >= 0
  const hasReason = !isCorrection || note.trim().length >= 3
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t(isCorrection ? 'run.correct' : 'run.count')}
      intro={t(isCorrection ? 'run.correctIntro' : 'run.countIntro')}
      primary={t(isCorrection ? 'run.correctSave' : 'run.countSave')}
      canSubmit={isCount && day <= view.today && hasReason}
      why={t(isCorrection ? 'run.correctMissing' : 'run.countMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await rolloutApi('POST /api/v1/rollout/waves/:key/enrollments', {
          params: { key: view.wave.key },
          body: { day, enrolled: count, ...(isCorrection ? { note: note.trim() } : {}) },
        })
        await refresh()
      }}
    >
      <FormField label={t('run.countDay')} required>
        <Input type="date" value={day} max={view.today} onChange={(_, { value }) => setDay(value)} />
      </FormField>
      <FormField label={t('run.countEnrolled')} required>
        <Input type="number" min={0} value={enrolled} onChange={(_, { value }) => setEnrolled(value)} />
      </FormField>
      {isCorrection && (
        <FormField label={t('run.correctWhy')} required>
          <Input value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />
        </FormField>
      )}
    </MoveDialog>
  )
}
