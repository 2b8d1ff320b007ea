import { mergeClasses } from '@fluentui/react-components'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CauseDetail } from '../../contract/causes.ts'
import { useCauseStyles } from './cause-styles.ts'

type Step = CauseDetail['course'][number]

/** Who put tickets in a cause and took them out, closed it and opened it again; the latest first. */
export function CauseCourse({ course }: Pick<CauseDetail, 'course'>) {
  const styles = useCauseStyles()
  const say = useStepWords()
  return (
    <ul className={styles.list}>
      {course.map((step, index) => (
        <li key={`${step.at} ${index}`} className={styles.item}>
          <span dir="auto">{say(step)}</span>
          <span className={mergeClasses(styles.quiet, styles.small)}>
            <Time at={step.at} form="both" />
          </span>
        </li>
      ))}
    </ul>
  )
}

function useStepWords(): (step: Step) => string {
  const t = useWords('triage')
  return ({ what, by, tickets, open, reason }) => {
    const name = by ?? ''
    const numbers = tickets.map((number) => `T-${number}`).join(', ')
    switch (what) {
      case 'added':
        return by === null
          ? t('causes.steps.found', { tickets: numbers })
          : t('causes.steps.added', { name, tickets: numbers })
      case 'taken-out':
        return t('causes.steps.taken-out', { name, tickets: numbers })
      case 'closed':
        return open === null || open === 0
          ? t('causes.steps.closedNone', { name })
          : t('causes.steps.closed', { name, count: open })
      case 'reopened':
        return t('causes.steps.reopened', { name, reason: reason ?? '' })
    }
  }
}
