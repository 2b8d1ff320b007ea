import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ReasonDialog } from '#ui/form/ReasonDialog.tsx'
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
      <Publishing draft={draft} open={dialog === 'publish'} onClose={() => setDialog(null)} />
      <Returning draft={draft} open={dialog === 'return'} onClose={() => setDialog(null)} />
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

type DecisionProps = {
  readonly draft: PlanDraft
  readonly open: boolean
  readonly onClose: () => void
}

function Publishing({ draft, open, onClose }: DecisionProps) {
  const { t } = usePlanWords()
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const { number, revision } = draft
  const title = t('publish.now', { number })
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={title}
      intro={t('publish.intro')}
      primary={title}
      label={t('publish.reason')}
      draft={`plan.${number}.${revision}.publish`}
      // Who approves stands for the reason for which it was asked, unless they write another.
      initial={draft.reason ?? ''}
      most={2000}
      why={t('publish.why')}
      onGiven={async (reason) => {
        await planApi('POST /api/v1/plan/draft/publish', { body: { revision, reason } })
        toast({ text: t('publish.done', { number }), tone: 'success' })
        go('/plan')
        await queries.invalidateQueries({ queryKey: ['plan'] })
      }}
    />
  )
}

function Returning({ draft, open, onClose }: DecisionProps) {
  const { t } = usePlanWords()
  const queries = useQueryClient()
  const title = t('review.returnTitle', { number: draft.number })
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={title}
      primary={title}
      label={t('review.reason')}
      draft={`plan.${draft.number}.return`}
      most={2000}
      why={t('publish.why')}
      onGiven={async (reason) => {
        const returned = await planApi('POST /api/v1/plan/draft/return', { body: { reason } })
        queries.setQueryData(draftQuery.queryKey, returned)
        await queries.invalidateQueries({ queryKey: ['plan'] })
      }}
    />
  )
}
