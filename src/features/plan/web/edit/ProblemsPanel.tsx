import { Button, Card, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import type { PlanDraft } from '../../contract.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Place } from '../../domain/check/finding.ts'
import { sayFinding } from '../../domain/check/say.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { usePlaceWords } from '../words/place-words.ts'

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
  const where = usePlaceWords()
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
                <span className={styles.where}>{where(plan, problem.place)}</span>
                {sayFinding(problem, { language: t.language, say: t.any })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
