import { Section } from '#ui/page/Page.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Table } from '#ui/show/Table.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Course } from '../../domain/document/training.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { ResourceLinks } from './ResourceLinks.tsx'

export function TrainingChapter({ plan }: { readonly plan: SupportPlan }) {
  const { t, team } = usePlanWords()
  const { lineage, courses } = plan.training
  return (
    <>
      <Section title={t('training.courses')}>
        {courses.map((course) => (
          <CourseCard key={course.key} plan={plan} course={course} />
        ))}
      </Section>
      <Section title={t('training.lineage')}>
        <KeyValues
          items={[
            { label: t('training.root'), value: team(lineage.root) },
            {
              label: t('training.trainer'),
              value: lineage.trainerNeedsCertification
                ? t('training.trainerCertified')
                : t('training.trainerFree'),
            },
            {
              label: t('training.retrain'),
              value:
                lineage.retrainOn.map((change) => t(`training.changes.${change}`)).join(', ') ||
                t('training.never'),
            },
            ...(lineage.retrainOn.length > 0
              ? [
                  {
                    label: t('training.retrainWithin'),
                    value: t('rules.days', { count: lineage.retrainWithinDays }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>
  )
}

function CourseCard({ plan, course }: { readonly plan: SupportPlan; readonly course: Course }) {
  const { t, text, minutes } = usePlanWords()
  const styles = usePlanStyles()
  const total = course.agenda.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <article className={styles.card}>
      <div className={styles.row}>
        <TierBadge tier={course.tier} />
        <h3 className={styles.heading}>{text(course.name)}</h3>
        <span className={styles.quiet}>{minutes(total)}</span>
      </div>
      <Table heads={[t('training.item'), t('training.minutes'), t('training.form')]}>
        {course.agenda.map((item) => (
          <tr key={item.key}>
            <th scope="row">
              {text(item.name)}
              <ResourceLinks plan={plan} keys={item.material} />
            </th>
            <td>{minutes(item.minutes)}</td>
            <td>{t(`training.forms.${item.form}`)}</td>
          </tr>
        ))}
      </Table>
      <KeyValues
        items={[
          { label: t('training.audience'), value: t(`training.audiences.${course.audience}`) },
          {
            label: t('training.pass'),
            value: t('training.passText', { percent: course.passPercent, count: course.practiceTickets }),
          },
          { label: t('training.valid'), value: t('training.months', { count: course.validMonths }) },
        ]}
      />
    </article>
  )
}
