import { useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { ActionView } from '../../contract/actions.ts'
import { deviceApi } from '../queries.ts'

export type AnswerDialogsProps = {
  readonly action: ActionView
  readonly dialog: { readonly of: 'agree' | 'decline' | null; readonly open: boolean; readonly hide: () => void }
}

/** The second pair of eyes: agrees having read what it is for, or says why not. */
export function AnswerDialogs({ action: one, dialog }: AnswerDialogsProps) {
  const t = useWords('devices')
  const queries = useQueryClient()
  const refusalWords = useRefusals('devices')
  const words = { action: t(`acting.action.${one.action}`), device: one.deviceName }
  const params = { id: one.id }
  const renew = () => queries.invalidateQueries({ queryKey: ['devices', 'actions'] })
  return (
    <>
      <ConfirmDialog
        open={dialog.open && dialog.of === 'agree'}
        onClose={dialog.hide}
        title={t('acting.agreeOf', words)}
        text={`${t('acting.agreeText', { name: one.askedBy?.name ?? '', purpose: one.purpose ?? '' })} ${t(`acting.what.${one.action}`)}`}
        primary={t('acting.agree')}
        onConfirm={async () => {
          await deviceApi('POST /api/v1/devices/actions/:id/agree', { params })
          await renew()
        }}
        refusalWords={refusalWords}
        danger
      />
      <ReasonDialog
        open={dialog.open && dialog.of === 'decline'}
        onClose={dialog.hide}
        title={t('acting.declineOf', words)}
        label={t('acting.declineWhy')}
        primary={t('acting.decline')}
        draft={`device-action-decline ${one.id}`}
        most={500}
        onGiven={async (reason) => {
          await deviceApi('POST /api/v1/devices/actions/:id/decline', { params, body: { reason } })
          await renew()
        }}
        refusalWords={refusalWords}
      />
    </>
  )
}
