import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Section } from '#ui/page/Page.tsx'
import { useGo } from '#ui/pages/address.ts'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MyCourse } from '../../contract/sessions.ts'
import { trainingApi } from '../queries.ts'
import { SessionLine } from '../sessions/SessionLine.tsx'
import { useTrainingStyles } from '../training-styles.ts'
import { useWhy } from '../training-words.ts'
import { LastDay } from './LastDay.tsx'

const steps = ['attend', 'pass', 'practise'] as const

/** One course that I need: where I stand, what is left, and the next step. */
export function MyCourseCard({ one }: { readonly one: MyCourse }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const { course, standing } = one
  const isOpen = standing.left.length > 0
  return (
    <Section
      title={course.name[t.language]}
      card
      action={<PageLink to={`/training/courses/${course.key}`}>{t('mine.content')}</PageLink>}
    >
      <div className={styles.stack}>
        <div className={styles.row}>
          <TierBadge tier={course.tier} />
          <StandingBadge state={standing.state} />
          {standing.until && (
            <span>
              {t('standing.until')} <LastDay until={standing.until} />
            </span>
          )}
          {standing.state === 'overridden' && <span className={styles.quiet}>{t('standing.overrideText')}</span>}
        </div>
        {isOpen && <StepsLeft one={one} />}
        {isOpen && <NextStep one={one} />}
      </div>
    </Section>
  )
}

const colours = {
  certified: 'success',
  ending: 'warning',
  overridden: 'informative',
  ended: 'danger',
  missing: 'danger',
} as const

export function StandingBadge({ state }: { readonly state: MyCourse['standing']['state'] }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  return (
    <Badge className={styles.badge} appearance="tint" color={colours[state]}>
      {t(`standing.${state}`)}
    </Badge>
  )
}

function StepsLeft({ one }: { readonly one: MyCourse }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const { course, standing } = one
  return (
    <ol className={styles.steps} aria-label={t('mine.steps')}>
      {steps
        .filter((step) => step !== 'practise' || course.practiceTickets > 0)
        .map((step) => {
          const isDone = !standing.left.includes(step)
          const of = {
            practised: Math.min(standing.practised, course.practiceTickets),
            of: course.practiceTickets,
          }
          return (
            <li key={step} className={styles.step}>
              <span className={isDone ? styles.done : styles.todo} aria-hidden>
                {isDone ? <CheckmarkCircleFilled /> : <CircleRegular />}
              </span>
              {t(`mine.step.${step}`, { ...of, percent: course.passPercent })}
              <span className={mergeClasses(styles.quiet, styles.small)}>
                {t(isDone ? 'mine.done' : 'mine.toDo')}
              </span>
            </li>
          )
        })}
    </ol>
  )
}

/** Attend, then the test, then practice: what one does now stands as the button. */
function NextStep({ one }: { readonly one: MyCourse }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const why = useWhy()
  const { course, standing, next, testRefusal } = one
  const seat = next.find(({ mine }) => mine === 'seated' || mine === 'waiting')
  const free = next.filter(({ mine }) => mine === null)
  const mustAttend = standing.left.includes('attend') || testRefusal?.code === 'test-needs-attendance'
  return (
    <div className={styles.stack}>
      {!standing.left.includes('attend') && standing.left.includes('pass') && (
        <div className={styles.row}>
          <TestButton one={one} />
          {testRefusal && testRefusal.code !== 'test-needs-attendance' && (
            <span className={styles.quiet}>{why(testRefusal)}</span>
          )}
        </div>
      )}
      {standing.left.includes('practise') && (
        <div>
          <ButtonLink to="/training/practice">{t('mine.practise')}</ButtonLink>
        </div>
      )}
      {mustAttend && seat && (
        <div className={styles.row}>
          <div className={styles.grow}>
            <SessionLine trainingSession={seat} />
          </div>
          {seat.mine === 'seated' && <ButtonLink to="/training/attend">{t('attend.here')}</ButtonLink>}
        </div>
      )}
      {(mustAttend || testRefusal !== null) && !seat && free.length > 0 && (
        <ul className={styles.list} aria-label={t('mine.next', { course: course.name[t.language] })}>
          {free.map((trainingSession, index) => (
            <li key={trainingSession.id}>
              <SessionLine trainingSession={trainingSession} primary={mustAttend && index === 0} />
            </li>
          ))}
        </ul>
      )}
      {mustAttend && !seat && free.length === 0 && <p className={styles.plain}>{t('mine.noneAhead')}</p>}
    </div>
  )
}

function TestButton({ one }: { readonly one: MyCourse }) {
  const t = useWords('training')
  const go = useGo()
  const { working, attempt } = useAttempt(useRefusals('training'))
  const begin = () =>
    attempt(async () => {
      const { id } = await trainingApi('POST /api/v1/training/courses/:key/tests', {
        params: { key: one.course.key },
      })
      go(`/training/tests/${id}`)
    })
  return (
    <Button appearance="primary" disabled={working || one.testRefusal !== null} onClick={() => void begin()}>
      {t(one.openTest ? 'test.goOn' : 'test.begin')}
    </Button>
  )
}
