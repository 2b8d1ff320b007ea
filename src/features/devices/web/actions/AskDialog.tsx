import { Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { AllowedAction } from '../../contract/actions.ts'
import { type CallerWay, callerWays } from '../../domain/actions/action.ts'
import type { Device } from '../../domain/context.ts'
import { deviceApi } from '../queries.ts'

export type AskDialogProps = {
  readonly allowed: AllowedAction
  readonly device: Device
  readonly ticketId: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Says what will happen, and asks what has to be known before it does. */
export function AskDialog({
  allowed: { action, intrusive, fourEyes },
  device,
  ticketId,
  open,
  onClose,
}: AskDialogProps) {
  const t = useWords('devices')
  const queries = useQueryClient()
  const toast = useToast()
  const refusalWords = useRefusals('devices')
  const [caller, setCaller] = useState<CallerWay | null>(null)
  const [purpose, setPurpose] = useState('')
  const words = { action: t(`acting.action.${action}`), device: device.name }

  const submit = async () => {
    await deviceApi('POST /api/v1/devices/tickets/:ticketId/actions', {
      params: { ticketId },
      body: { deviceId: device.id, action, caller, purpose: purpose.trim() === '' ? null : purpose.trim() },
    })
    toast({ text: fourEyes ? t('acting.asked') : t('acting.begun', words) })
    await queries.invalidateQueries({ queryKey: ['devices', 'actions'] })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('acting.ask', words)}
      intro={t(`acting.what.${action}`)}
      primary={fourEyes ? t('acting.askColleague') : t(`acting.do.${action}`)}
      onSubmit={submit}
      canSubmit={!intrusive || (caller !== null && purpose.trim() !== '')}
      why={t('acting.missing')}
      refusalWords={refusalWords}
      danger={!fourEyes && intrusive}
    >
      {fourEyes && <p>{t('acting.fourEyes')}</p>}
      {intrusive && (
        <FormField label={t('acting.callerLabel')} required>
          <RadioGroup value={caller ?? ''} onChange={(_, { value }) => setCaller(value as CallerWay)}>
            {callerWays.map((way) => (
              <Radio key={way} value={way} label={t(`acting.caller.${way}`)} />
            ))}
          </RadioGroup>
        </FormField>
      )}
      {(intrusive || fourEyes) && (
        <FormField label={t('acting.purpose')} hint={t('acting.purposeHint')} required={intrusive}>
          <Textarea rows={2} maxLength={500} value={purpose} onChange={(_, { value }) => setPurpose(value)} />
        </FormField>
      )}
    </MoveDialog>
  )
}
