import { Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useGo } from '#ui/pages/address.ts'
import { Slot } from '#ui/pages/slots.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import type { PlanDraft } from '../../contract.ts'
import { approvers as approversQuery, draft as draftQuery, planApi } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'

type PublishDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** Saves what is unsaved: what is published is what was read. */
  readonly flush: () => Promise<PlanDraft>
  readonly number: number
}

/** Publishes in one's own name, or asks somebody else to approve. */
export function PublishDialog({ open, onClose, flush, number }: PublishDialogProps) {
  const { t } = usePlanWords()
  const me = useSignedIn()
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const others = (useQuery({ ...approversQuery, enabled: open }).data?.persons ?? []).filter(
    (one) => one.id !== me.id,
  )
  const [how, setHow] = useState<'now' | 'review'>('now')
  const [reason, setReason] = useState('')
  const [approver, setApprover] = useState('')
  const approverId = approver || others[0]?.id || ''
  const complete = reason.trim() !== '' && (how === 'now' || approverId !== '')
  const title = how === 'now' ? t('publish.now', { number }) : t('publish.ask', { number })

  const submit = async () => {
    const { revision } = await flush()
    if (how === 'now') {
      await planApi('POST /api/v1/plan/draft/publish', { body: { revision, reason } })
      toast({ text: t('publish.done', { number }), tone: 'success' })
      go('/plan')
    } else {
      const inReview = await planApi('POST /api/v1/plan/draft/review', { body: { revision, approverId, reason } })
      queries.setQueryData(draftQuery.queryKey, inReview)
      toast({ text: t('publish.asked', { name: inReview.approver?.name ?? '' }), tone: 'success' })
    }
    await queries.invalidateQueries({ queryKey: ['plan'] })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={title}
      intro={t('publish.intro')}
      primary={title}
      onSubmit={submit}
      canSubmit={complete}
      why={t('publish.why')}
    >
      <Slot name="plan.publishing" of={{ number }} />
      <FormField label={t('publish.how')} required>
        <RadioGroup value={how} onChange={(_, data) => setHow(data.value === 'review' ? 'review' : 'now')}>
          <Radio value="now" label={t('publish.inMyName', { name: me.name })} />
          <Radio value="review" label={t('publish.bySomebodyElse')} disabled={others.length === 0} />
        </RadioGroup>
      </FormField>
      {how === 'review' && (
        <FormField label={t('publish.approver')} required>
          <Select value={approverId} onChange={(_, data) => setApprover(data.value)}>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </FormField>
      )}
      <FormField label={t('publish.reason')} hint={t('publish.reasonHint')} required>
        <Textarea value={reason} rows={3} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
      </FormField>
    </MoveDialog>
  )
}
