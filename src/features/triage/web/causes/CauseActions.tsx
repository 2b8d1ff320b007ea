import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CauseDetail } from '../../contract/causes.ts'
import { causesKey, triageApi } from './cause-queries.ts'

/** Closes a cause once it is said what that means for its tickets; opens it again with a reason. */
export function CauseActions({ cause }: { readonly cause: CauseDetail }) {
  const t = useWords('triage')
  const queries = useQueryClient()
  const refusalWords = useRefusals('triage')
  const close = useDialog()
  const reopen = useDialog()
  const refresh = () => queries.invalidateQueries({ queryKey: causesKey })
  if (!hasAnyRole(useSignedIn(), ['agent', 'lead', 'plan-owner', 'administrator'])) return null
  const means = cause.open === 0 ? t('causes.closeTextNone') : t('causes.closeText', { count: cause.open })
  return (
    <>
      {cause.closedAt === null ? (
        <Button onClick={() => close.show(true)}>{t('causes.close')}</Button>
      ) : (
        <Button onClick={() => reopen.show(true)}>{t('causes.reopen')}</Button>
      )}
      <ConfirmDialog
        key={`close ${close.turn}`}
        open={close.open}
        onClose={close.hide}
        title={t('causes.closeTitle')}
        text={`${means} ${t('causes.closeBack')}`}
        primary={t('causes.close')}
        refusalWords={refusalWords}
        onConfirm={async () => {
          await triageApi('POST /api/v1/triage/causes/:id/close', { params: { id: cause.id } })
          await refresh()
        }}
      />
      <ReasonDialog
        key={`reopen ${reopen.turn}`}
        open={reopen.open}
        onClose={reopen.hide}
        title={t('causes.reopenTitle')}
        intro={t('causes.reopenText')}
        label={t('causes.reason')}
        primary={t('causes.reopen')}
        draft={`cause.reopen.${cause.id}`}
        most={1000}
        refusalWords={refusalWords}
        onGiven={async (reason) => {
          await triageApi('POST /api/v1/triage/causes/:id/reopen', { params: { id: cause.id }, body: { reason } })
          await refresh()
        }}
      />
    </>
  )
}
