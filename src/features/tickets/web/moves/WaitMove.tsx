import { Input } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { fromLocalMoment, toLocalMoment } from './local-moment.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

/** A device may take eight hours to check in: the longest ordinary wait in Intune, so the one that is offered. */
const offeredHours = 8

export function WaitMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const [until, setUntil] = useState(() => toLocalMoment(new Date(Date.now() + offeredHours * 3_600_000)))
  const [reason, setReason] = useState('')
  const moment = fromLocalMoment(until)
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.wait-until.title')}
      intro={t('moves.wait-until.intro')}
      primary={t('moves.wait-until.title')}
      canSubmit={moment !== null && reason.trim() !== ''}
      why={t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'wait-until', until: moment ?? '', reason })}
    >
      <FormField label={t('moves.wait-until.until')} required>
        <Input type="datetime-local" value={until} onChange={(_, { value }) => setUntil(value)} />
      </FormField>
      <FormField label={t('moves.wait-until.reason')} hint={t('moves.wait-until.reasonHint')} required>
        <Input value={reason} onChange={(_, { value }) => setReason(value)} />
      </FormField>
    </MoveDialog>
  )
}
