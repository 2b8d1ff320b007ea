import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#ui/api/problem.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { draft as draftQuery } from '../queries.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { DraftForm } from './DraftForm.tsx'
import { ReviewView } from '../versions/ReviewView.tsx'

/** The draft: forms while it is being edited, and to be read while it is in review. */
export function EditPage() {
  const { t } = usePlanWords()
  const queries = useQueryClient()
  const draft = useQuery(draftQuery)
  useLive('plan', ({ subject, data }) => {
    if (subject === null || data['published'] !== undefined) void queries.invalidateQueries({ queryKey: ['plan'] })
  })
  const back = { to: '/plan', label: t('page.title') }
  if (draft.error instanceof ApiProblem && draft.error.status === 404) {
    return (
      <Page title={t('edit.title')} back={back}>
        <EmptyState
          title={t('edit.none')}
          text={t('edit.noneText')}
          action={
            <ButtonLink to="/plan" appearance="primary">
              {t('edit.toPlan')}
            </ButtonLink>
          }
        />
      </Page>
    )
  }
  return (
    <Loaded query={draft}>
      {(loaded) =>
        loaded.state === 'in-review' ? (
          <ReviewView draft={loaded} />
        ) : (
          <DraftForm key={`${loaded.id} ${loaded.state}`} initial={loaded} />
        )
      }
    </Loaded>
  )
}
