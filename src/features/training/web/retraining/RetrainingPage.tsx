import { Badge, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RetrainingDuty, RetrainingOverview } from '../../contract/retraining.ts'
import { LastDay } from '../home/LastDay.tsx'
import { useTrainingStyles } from '../training-styles.ts'
import { useTrainingLive } from '../training-words.ts'
import { retraining } from './queries.ts'
import { useKinds } from './retraining-words.ts'

/** What I have to train again, what my teams have, and who works without training. */
export function RetrainingPage() {
  const t = useWords('training')
  const query = useQuery(retraining)
  useTrainingLive()
  const count = query.data?.mine.length ?? 0
  return (
    <Page
      title={t('retraining.title')}
      state={count > 0 ? t('retraining.state', { count }) : undefined}
      back={{ to: '/training', label: t('retraining.back') }}
      width="work"
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            {shown.mine.length === 0 ? (
              <EmptyState title={t('retraining.nothing')} text={t('retraining.nothingText')} />
            ) : (
              <Section title={t('retraining.mine')} card>
                <Duties label={t('retraining.mine')} duties={shown.mine} />
              </Section>
            )}
            {shown.leads && <Team shown={shown} />}
            {shown.done.length > 0 && (
              <Section title={t('retraining.done')} card>
                <Duties label={t('retraining.done')} duties={shown.done} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Team({ shown }: { readonly shown: RetrainingOverview }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  return (
    <>
      <Section title={t('retraining.team')} card>
        {shown.team.length === 0 ? (
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('retraining.noTeam')}</p>
        ) : (
          <Duties label={t('retraining.team')} duties={shown.team} named />
        )}
      </Section>
      {shown.overrides.length > 0 && (
        <Section title={t('retraining.overrides')} card>
          <p className={mergeClasses(styles.plain, styles.quiet)}>{t('retraining.overridesText')}</p>
          <Table
            label={t('retraining.overrides')}
            heads={[
              t('retraining.person'),
              t('retraining.tier'),
              t('retraining.by'),
              t('retraining.reason'),
              t('retraining.until'),
            ]}
          >
            {shown.overrides.map((one) => (
              <tr key={`${one.person.id} ${one.tier} ${one.until}`}>
                <th scope="row">
                  <PageLink to={`/people/${one.person.id}`}>{one.person.name}</PageLink>
                </th>
                <td>{one.tier}</td>
                <td>{one.by.name}</td>
                <td className="written-by-people">{one.reason}</td>
                <td>{one.until ? <Time at={one.until} quiet /> : t('retraining.noEnd')}</td>
              </tr>
            ))}
          </Table>
        </Section>
      )}
    </>
  )
}

type DutiesProps = { readonly label: string; readonly duties: readonly RetrainingDuty[]; readonly named?: boolean }

function Duties({ label, duties, named = false }: DutiesProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const kinds = useKinds()
  return (
    <Table
      label={label}
      heads={[
        ...(named ? [t('retraining.person')] : []),
        t('retraining.item'),
        t('retraining.because'),
        duties.every(({ doneAt }) => doneAt !== null) ? t('retraining.done') : t('retraining.due'),
      ]}
    >
      {duties.map((duty) => {
        const item = (
          <span className={styles.row}>
            <TierBadge tier={duty.tier} size="small" />
            <PageLink to={`/training/retraining/${duty.id}`}>{duty.item.name[t.language]}</PageLink>
          </span>
        )
        return (
          <tr key={duty.id}>
            <th scope="row">{named ? duty.person.name : item}</th>
            {named && <td>{item}</td>}
            <td>{t('retraining.becauseOf', { version: duty.planVersion, kinds: kinds(duty.kinds) })}</td>
            <td>
              {duty.doneAt ? <Time at={duty.doneAt} quiet /> : <LastDay until={duty.dueAt} />}{' '}
              {duty.suspendedAt && duty.doneAt === null && (
                <Badge appearance="tint" color="danger">
                  {t('retraining.suspended')}
                </Badge>
              )}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
