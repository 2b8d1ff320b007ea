import { Button, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useLive } from '#ui/live/live.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useGo } from '#ui/pages/address.ts'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import type { PlanDraft } from '../../contract.ts'
import { planChanges } from '../../domain/versions/diff/plan-changes.ts'
import { DocumentsLink } from '../documents/DocumentsLink.tsx'
import { usePlanStyles } from '../plan-styles.ts'
import { PlanView } from '../PlanView.tsx'
import { draft as draftQuery, planApi, published } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { ChangeList } from './ChangeList.tsx'

/** A plan in review stands still: it is read, then approved or given back. */
export function ReviewView({ draft }: { readonly draft: PlanDraft }) {
  const { t } = usePlanWords()
  const me = useSignedIn()
  const queries = useQueryClient()
  const [dialog, setDialog] = useState<'publish' | 'return' | null>(null)
  useLive('plan', () => void queries.invalidateQueries({ queryKey: ['plan'] }))
  const approves = draft.approver?.id === me.id
  const mayReturn = approves || draft.reviewAskedBy?.id === me.id
  return (
    <Page
      title={t('review.title', { number: draft.number })}
      width="work"
      back={{ to: '/plan', label: t('page.title') }}
      state={t('review.state', { name: draft.approver?.name ?? '' })}
      action={
        <>
          <DocumentsLink number={draft.number} />
          {mayReturn && (
            <Button onClick={() => setDialog('return')}>
              {approves ? t('review.return') : t('review.takeBack')}
            </Button>
          )}
          {approves && (
            <Button appearance="primary" onClick={() => setDialog('publish')}>
              {t('publish.now', { number: draft.number })}
            </Button>
          )}
        </>
      }
    >
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {t('page.reviewReason', { name: draft.reviewAskedBy?.name ?? '', reason: draft.reason ?? '' })}
        </MessageBarBody>
      </MessageBar>
      <Changes draft={draft} />
      <Section title={t('review.whole')}>
        <PlanView plan={draft.document} />
      </Section>
      <ReasonDialog draft={draft} kind={dialog} onClose={() => setDialog(null)} />
    </Page>
  )
}

/** What is approved: how the plan differs from the one in force. A first plan differs from nothing. */
function Changes({ draft }: { readonly draft: PlanDraft }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const inForce = useQuery(published).data
  const changes = useMemo(
    () => inForce && planChanges(inForce.document, draft.document),
    [inForce, draft.document],
  )
  if (!inForce || !changes) return null
  return (
    <Section title={t('review.changes')} card>
      <p className={styles.plain}>{t('review.changesCount', { count: changes.length, number: inForce.number })}</p>
      <ChangeList changes={changes} heading="h3" />
    </Section>
  )
}

type ReasonDialogProps = {
  readonly draft: PlanDraft
  readonly kind: 'publish' | 'return' | null
  readonly onClose: () => void
}

function ReasonDialog({ draft, kind, onClose }: ReasonDialogProps) {
  const { t } = usePlanWords()
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const { number, revision } = draft
  const publishing = kind === 'publish'
  const [written, setReason] = useState<string | null>(null)
  // Who approves stands for the reason for which it was asked, unless they write another.
  const reason = written ?? (publishing ? (draft.reason ?? '') : '')
  const title = publishing ? t('publish.now', { number }) : t('review.returnTitle', { number })
  const submit = async () => {
    if (publishing) {
      await planApi('POST /api/v1/plan/draft/publish', { body: { revision, reason } })
      toast({ text: t('publish.done', { number }), tone: 'success' })
      go('/plan')
    } else {
      const returned = await planApi('POST /api/v1/plan/draft/return', { body: { reason } })
      queries.setQueryData(draftQuery.queryKey, returned)
    }
    await queries.invalidateQueries({ queryKey: ['plan'] })
  }
  return (
    <MoveDialog
      open={kind !== null}
      onClose={onClose}
      title={title}
      primary={title}
      onSubmit={submit}
      canSubmit={reason.trim() !== ''}
      why={t('publish.why')}
      {...(publishing ? { intro: t('publish.intro') } : {})}
    >
      <FormField label={publishing ? t('publish.reason') : t('review.reason')} required>
        <Textarea value={reason} rows={3} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
      </FormField>
    </MoveDialog>
  )
}
