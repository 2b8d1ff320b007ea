import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Table } from '#ui/show/Table.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TeamStanding } from '../../contract/sessions.ts'
import type { PlanFor } from '../sessions/PlanSessionDialog.tsx'
import { SessionWhen } from '../sessions/SessionWhen.tsx'
import { team } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { LastDay } from './LastDay.tsx'
import { StandingBadge } from './MyCourseCard.tsx'

type OnPlan = { readonly onPlan: (wanted: PlanFor) => void }

/** Who of my team lacks what; those without a date are planned for with one click. */
export function TeamView({ onPlan }: OnPlan) {
  const t = useWords('training')
  const query = useQuery(team)
  return (
    <Loaded query={query}>
      {(shown) =>
        shown.people.length === 0 ? (
          <EmptyState title={t('team.none')} text={t('team.noneText')} />
        ) : (
          shown.teams.map((one) => (
            <TeamCard
              key={one.key}
              name={one.name[t.language]}
              people={shown.people.filter((person) => person.team === one.key)}
              onPlan={onPlan}
            />
          ))
        )
      }
    </Loaded>
  )
}

type TeamCardProps = OnPlan & { readonly name: string; readonly people: TeamStanding['people'] }

function TeamCard({ name, people, onPlan }: TeamCardProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const rows = people.flatMap((person) => person.courses.map((course) => ({ person, course })))
  const lacking = rows.filter(
    ({ course }) => course.state !== 'certified' && course.signedUpFor === null && course.left.includes('attend'),
  )
  const [first] = lacking
  const forFirst = lacking.filter(({ course }) => course.course.key === first?.course.course.key)
  return (
    <Section
      title={name}
      card
      action={
        first && (
          <Button
            size="small"
            onClick={() =>
              onPlan({
                courseKey: first.course.course.key,
                people: forFirst.map(({ person }) => person.person),
              })
            }
          >
            {t('team.planFor', { count: forFirst.length })}
          </Button>
        )
      }
    >
      <Table label={name} heads={[t('team.person'), t('team.course'), t('team.state'), t('team.next')]}>
        {rows.map(({ person, course }) => (
          <tr key={`${person.person.id} ${course.course.key}`}>
            <th scope="row">
              {person.person.name}
              {person.isLead && <div className={mergeClasses(styles.quiet, styles.small)}>{t('team.lead')}</div>}
            </th>
            <td>
              <span className={styles.row}>
                <TierBadge tier={course.course.tier} size="small" />
                {course.course.name[t.language]}
              </span>
            </td>
            <td>
              <StandingBadge state={course.state} />
              {course.until && (
                <div className={mergeClasses(styles.quiet, styles.small)}>
                  {t('standing.until')} <LastDay until={course.until} />
                </div>
              )}
            </td>
            <td>
              {course.signedUpFor ? (
                <PageLink to={`/training/sessions/${course.signedUpFor.id}`}>
                  <SignedUp {...course.signedUpFor} />
                </PageLink>
              ) : course.left.length > 0 ? (
                course.left.map((step) => t(`team.left.${step}`)).join(', ')
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

function SignedUp({ startsAt, waits }: { readonly startsAt: string; readonly waits: boolean }) {
  const t = useWords('training')
  return (
    <>
      <SessionWhen trainingSession={{ startsAt }} />
      {waits && ` (${t('sessions.mine.waiting')})`}
    </>
  )
}
