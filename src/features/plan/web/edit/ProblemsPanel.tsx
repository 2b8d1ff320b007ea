import { Button, Card, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import type { PlanDraft } from '../../contract.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Text } from '../../domain/document/text.ts'
import type { Place } from '../../domain/check/finding.ts'
import { sayable } from '../../domain/check/say.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { chapterOf, valueAt } from './place.ts'

const useStyles = makeStyles({
  good: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0, fontSize: '20px' },
  bad: { color: tokens.colorPaletteRedForeground1, flexShrink: 0, fontSize: '20px' },
  finding: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    width: '100%',
    paddingBlock: tokens.spacingVerticalXS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '40vh', overflowY: 'auto' },
  where: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type ProblemsPanelProps = {
  readonly problems: PlanDraft['findings']
  readonly plan: SupportPlan
  readonly goTo: (place: Place) => void
}

/** What keeps the draft from being published; each line goes to its place. */
export function ProblemsPanel({ problems, plan, goTo }: ProblemsPanelProps) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const where = usePlaceWords(plan)
  if (problems.length === 0) {
    return (
      <Card role="status">
        <span className={plain.row}>
          <CheckmarkCircleRegular className={styles.good} aria-hidden />
          {t('problems.none')}
        </span>
      </Card>
    )
  }
  return (
    <Card>
      <h2 className={mergeClasses(plain.heading, plain.row)} role="status">
        <ErrorCircleRegular className={styles.bad} aria-hidden />
        {t('problems.count', { count: problems.length })}
      </h2>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.place.join('.')}`}>
            <Button appearance="subtle" className={styles.finding} onClick={() => goTo(problem.place)}>
              <span>
                <span className={styles.where}>{where(problem.place)}</span>
                {t.any(`findings.${problem.code}`, sayable(problem.values, t.language))}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** A place in words: its chapter, and the names of the entries on the way to it. */
export function usePlaceWords(plan: SupportPlan): (place: Place) => string {
  const { t, text } = usePlanWords()
  return (place) => {
    const names = place.flatMap((_, index) => {
      const entry = valueAt(plan, place.slice(0, index + 1))
      if (typeof place[index] !== 'number' || typeof entry !== 'object' || entry === null) return []
      const { name, what, from, to } = entry as { name?: Text; what?: Text; from?: number; to?: number }
      const said = name ?? what
      if (said && text(said).trim() !== '') return [text(said)]
      return from !== undefined && to !== undefined ? [`${from} → ${to}`] : [`${Number(place[index]) + 1}`]
    })
    const part = place.findLast((one) => typeof one === 'string' && t.has(`places.${one}`))
    const chapter = t(`chapters.${chapterOf(place)}`)
    return [chapter, ...names, ...(part === undefined ? [] : [t.any(`places.${part}`)])].join(' › ')
  }
}
