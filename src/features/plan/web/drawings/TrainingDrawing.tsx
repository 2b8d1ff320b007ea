import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Course } from '../../domain/document/training.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { PlacePart } from './drawing-places.tsx'

const useStyles = makeStyles({
  lineage: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  node: {
    border: `2px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  down: {
    height: '22px',
    marginInlineStart: '24px',
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
  },
  bar: {
    display: 'flex',
    height: '28px',
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    columnGap: '2px',
  },
  part: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: '2px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    color: tokens.colorNeutralForeground1,
  },
  theory: { backgroundColor: tokens.colorNeutralBackground5 },
  practice: { backgroundColor: 'var(--tier-1-tint)', boxShadow: 'inset 0 -4px 0 var(--tier-1-ink)' },
  questions: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStroke1}`,
  },
  key: { width: '14px', height: '14px', borderRadius: tokens.borderRadiusSmall, display: 'inline-block' },
})

/** Who trains whom, and how each course fills its hours. */
export function TrainingDrawing({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, team } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const { lineage, courses } = plan.training
  const taught = (from: 'root' | 'lead', to: 'lead' | 'member') =>
    lineage.steps
      .filter((step) => step.from === from && step.to === to)
      .map((step) => courses.find((course) => course.key === step.course))
      .flatMap((course) => (course ? [text(course.name)] : []))
      .join(' · ')
  const quiet = mergeClasses(plain.plain, plain.quiet, plain.small)
  return (
    <div className={plain.stack}>
      <figure className={plain.plain} aria-label={t('drawings.lineage')}>
        <ol className={styles.lineage}>
          <li>
            <PlacePart place={['training', 'lineage', 'root']} className={styles.node}>
              <strong>{team(lineage.root)}</strong>
              <p className={quiet}>{t('training.rootTrains')}</p>
            </PlacePart>
            <div className={styles.down} aria-hidden />
          </li>
          <li>
            <PlacePart place={['training', 'lineage', 'steps']} className={styles.node}>
              <strong>{t('training.leads')}</strong>
              <p className={quiet}>{taught('root', 'lead')}</p>
            </PlacePart>
            <div className={styles.down} aria-hidden />
          </li>
          <li>
            <PlacePart place={['training', 'lineage', 'steps']} className={styles.node}>
              <strong>{t('training.members')}</strong>
              <p className={quiet}>
                {[taught('lead', 'member'), taught('root', 'member')].filter(Boolean).join(' · ')}
              </p>
            </PlacePart>
          </li>
        </ol>
      </figure>
      <figure className={mergeClasses(plain.plain, plain.stack)} aria-label={t('drawings.agendas')}>
        {courses.map((course, index) => (
          <AgendaBar key={`${course.key} ${index}`} course={course} place={['training', 'courses', index]} />
        ))}
        <figcaption className={mergeClasses(plain.row, plain.small)}>
          {(['theory', 'practice', 'questions'] as const).map((form) => (
            <span key={form} className={plain.row}>
              <span className={mergeClasses(styles.key, styles[form])} aria-hidden />
              {t(`training.forms.${form}`)}
            </span>
          ))}
          <span className={plain.quiet}>{t('training.barNumbers')}</span>
        </figcaption>
      </figure>
    </div>
  )
}

function AgendaBar({ course, place }: { readonly course: Course; readonly place: Place }) {
  const { t, text, minutes } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const total = course.agenda.reduce((sum, item) => sum + item.minutes, 0)
  const said = course.agenda
    .map((item) => t('training.agendaPart', { name: text(item.name), minutes: minutes(item.minutes) }))
    .join('; ')
  return (
    <div className={plain.tight}>
      <PlacePart place={place} className={plain.row}>
        <TierBadge tier={course.tier} size="small" />
        <span>{text(course.name)}</span>
        <span className={mergeClasses(plain.quiet, plain.small)}>{minutes(total)}</span>
      </PlacePart>
      <div className={styles.bar} role="img" aria-label={said}>
        {course.agenda.map((item, index) => (
          <div
            key={`${item.key} ${index}`}
            className={mergeClasses(styles.part, styles[item.form])}
            style={{ flexGrow: item.minutes, flexBasis: 0 }}
            title={`${text(item.name)}: ${minutes(item.minutes)}`}
          >
            {item.minutes}
          </div>
        ))}
      </div>
    </div>
  )
}
