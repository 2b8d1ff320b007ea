import { Badge, ProgressBar } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PracticeOverview } from '../../contract/practice.ts'
import { BeginCard } from './BeginCard.tsx'
import { practice, practiceKey } from './queries.ts'
import { usePracticeStyles } from './practice-styles.ts'

/** Practise on tickets that are not real: begin one, go on with it, see what it came to. */
export function PracticePage() {
  const t = useWords('training')
  const queries = useQueryClient()
  const overview = useQuery(practice)
  useLive('practice', () => void queries.invalidateQueries({ queryKey: practiceKey }))
  const asked = overview.data?.tiers.find(({ mine, needed }) => mine && needed > 0)
  return (
    <Page
      title={t('practice.title')}
      state={
        asked ? t('practice.state', { passed: asked.passed, needed: asked.needed, tier: asked.tier }) : undefined
      }
      back={{ to: '/training', label: t('practice.back') }}
      width="work"
    >
      <Loaded query={overview}>
        {(shown) => (
          <>
            <BeginCard shown={shown} />
            <Progress shown={shown} />
            <Results shown={shown} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Progress({ shown }: { readonly shown: PracticeOverview }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  return (
    <Section title={t('practice.progress')} card>
      <Table
        label={t('practice.progress')}
        heads={[t('practice.tier'), t('practice.done'), { unseen: t('practice.progress') }]}
      >
        {shown.tiers.map(({ tier, name, passed, needed, mine }) => (
          <tr key={tier}>
            <th scope="row">
              {t('practice.tierNamed', { tier, name: name[t.language] })}{' '}
              {mine && <Badge appearance="tint">{t('practice.yours')}</Badge>}
            </th>
            <td>
              {needed > 0 ? t('practice.doneOf', { passed, needed }) : t('practice.doneCount', { count: passed })}
            </td>
            <td>
              {needed > 0 && (
                <ProgressBar
                  aria-hidden
                  className={styles.bar}
                  thickness="large"
                  value={Math.min(1, passed / needed)}
                  color={passed >= needed ? 'success' : 'brand'}
                />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function Results({ shown }: { readonly shown: PracticeOverview }) {
  const t = useWords('training')
  const styles = usePracticeStyles()
  if (shown.results.length === 0)
    return (
      <Section title={t('practice.results')} card>
        <EmptyState title={t('practice.noResults')} text={t('practice.noResultsText')} />
      </Section>
    )
  return (
    <Section title={t('practice.results')} card>
      <p className={styles.plain}>{t('practice.passMark', { points: shown.passPoints })}</p>
      <Table
        label={t('practice.results')}
        heads={[t('practice.exercise'), t('practice.tier'), t('practice.when'), t('practice.score')]}
      >
        {shown.results.map(({ id, symptom, tier, finishedAt, score }) => (
          <tr key={id}>
            <th scope="row">
              <PageLink to={`/training/practice/${id}`}>{symptom[t.language]}</PageLink>
            </th>
            <td>{tier}</td>
            <td>
              <Time at={finishedAt} quiet />
            </td>
            <td>
              <span className={styles.row}>
                {score.points}
                <Badge appearance="tint" color={score.passed ? 'success' : 'warning'}>
                  {score.passed ? t('practice.passed') : t('practice.notPassed')}
                </Badge>
              </span>
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
