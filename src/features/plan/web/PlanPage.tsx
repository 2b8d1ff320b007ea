import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#ui/api/problem.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { Slot } from '#ui/pages/slots.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { planEditors } from '../domain/versions/version.ts'
import { PublishedCheck } from './check/PublishedCheck.tsx'
import { DocumentsLink } from './documents/DocumentsLink.tsx'
import { PlanFileMenu } from './file/PlanFileMenu.tsx'
import { PlanView } from './PlanView.tsx'
import { usePlanStyles } from './plan-styles.ts'
import { published, versions } from './queries.ts'
import { useEditPlan, useOpenVersion } from './use-edit-plan.ts'
import { VersionLine } from './versions/VersionLine.tsx'
import { usePlanWords } from './words/plan-words.ts'

/** The plan in force, to be read by everybody who works on support. */
export function PlanPage() {
  const { t } = usePlanWords()
  const queries = useQueryClient()
  useLive('plan', () => void queries.invalidateQueries({ queryKey: ['plan'] }))
  const plan = useQuery(published)
  const editor = hasAnyRole(useSignedIn(), planEditors)
  const open = useOpenVersion()
  const styles = usePlanStyles()
  if (plan.error instanceof ApiProblem && plan.error.status === 404) {
    return (
      <Page title={t('page.title')}>
        {editor && <ReviewNotice />}
        <EmptyState
          title={t('page.none')}
          text={
            !editor
              ? t('page.noneReader')
              : open?.state === 'in-review'
                ? t('page.noneInReview', { number: open.number })
                : t('page.noneEditor')
          }
          action={editor ? <EditButton /> : undefined}
        />
      </Page>
    )
  }
  return (
    <Page
      title={t('page.title')}
      width="work"
      state={plan.data && <VersionLine version={plan.data} />}
      action={
        <>
          {plan.data && <DocumentsLink number={plan.data.number} />}
          <PlanFileMenu number={plan.data?.number ?? null} />
          <ButtonLink to="/plan/versions" icon={<HistoryRegular aria-hidden />}>
            {t('page.versions')}
          </ButtonLink>
          {editor && <EditButton />}
        </>
      }
    >
      {editor && <ReviewNotice />}
      <Loaded query={plan}>
        {({ document }) => (
          <>
            <div className={styles.row}>
              <Slot name="plan.outlook" of={{ document, plan: 'published' }} />
              {editor && <PublishedCheck />}
            </div>
            <PlanView plan={document} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Begins a draft, or goes on in the one that there is. */
function EditButton() {
  const { t } = usePlanWords()
  const { edit, waiting } = useEditPlan()
  const open = useOpenVersion()
  return (
    <Button
      appearance="primary"
      icon={<EditRegular aria-hidden />}
      disabledFocusable={waiting}
      onClick={() => void edit()}
    >
      {open ? t(open.state === 'draft' ? 'page.editGoOn' : 'page.see', { number: open.number }) : t('page.edit')}
    </Button>
  )
}

function ReviewNotice() {
  const { t } = usePlanWords()
  const me = useSignedIn()
  const list = useQuery(versions)
  const waiting = list.data?.versions.find(
    (version) => version.state === 'in-review' && version.approver?.id === me.id,
  )
  if (!waiting) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('page.reviewForYou', { number: waiting.number })}</MessageBarTitle>
        {t('page.reviewReason', { name: waiting.reviewAskedBy?.name ?? '', reason: waiting.reason ?? '' })}
      </MessageBarBody>
    </MessageBar>
  )
}
