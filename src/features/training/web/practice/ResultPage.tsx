import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { IssueView, ScoreView } from './Feedback.tsx'
import { practiceResult } from './queries.ts'

/** One exercise that is over: what it was worth, and what was behind it. */
export function ResultPage() {
  const t = useWords('training')
  const { id = '' } = usePathParams()
  const shown = useQuery(practiceResult(id))
  const result = shown.data?.result
  return (
    <Page
      title={result ? result.symptom[t.language] : t('practice.results')}
      state={
        result && (
          <>
            {t('practice.resultState', {
              tier: result.tier,
              platform: t(`practice.platforms.${result.platform}`),
            })}{' '}
            <Time at={result.finishedAt} />
          </>
        )
      }
      back={{ to: '/training/practice', label: t('practice.title') }}
      action={
        <ButtonLink to="/training/practice" appearance="primary">
          {t('practice.another')}
        </ButtonLink>
      }
    >
      <Loaded query={shown}>
        {({ result: { score }, issue }) => (
          <>
            <Section title={t('practice.score')} card>
              <ScoreView score={score} />
            </Section>
            {issue && (
              <Section title={t('practice.behind')} card>
                <IssueView issue={issue} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
