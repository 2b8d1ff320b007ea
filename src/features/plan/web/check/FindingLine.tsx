import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { LightbulbFilled } from '@fluentui/react-icons/svg/lightbulb'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { WrenchRegular } from '@fluentui/react-icons/svg/wrench'
import { mendPlan } from '../../domain/check/check-plan.ts'
import type { Finding, Place } from '../../domain/check/finding.ts'
import { sayFinding, sayMend, sayMendButton } from '../../domain/check/say.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlaceWords } from '../words/place-words.ts'
import { usePlanWords } from '../words/plan-words.ts'

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  icon: { fontSize: '18px', marginBlockStart: '2px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  what: {
    display: 'block',
    width: '100%',
    minWidth: 0,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
  },
  text: { overflowWrap: 'anywhere' },
  mend: {
    alignSelf: 'flex-start',
    marginBlockStart: tokens.spacingVerticalXXS,
    fontWeight: tokens.fontWeightRegular,
  },
})

const icons = { error: ErrorCircleFilled, warning: WarningFilled, hint: LightbulbFilled } as const

type FindingLineProps = {
  readonly finding: Finding
  readonly plan: SupportPlan
  readonly goTo: (place: Place) => void
  readonly mend: (finding: Finding) => void
}

/** One finding; its sentence leads to the field it is about. */
export function FindingLine({ finding, plan, goTo, mend }: FindingLineProps) {
  const { t } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const where = usePlaceWords()
  const speech = { language: t.language, say: t.any }
  const Icon = icons[finding.severity]
  return (
    <li className={styles.line}>
      <Icon
        className={mergeClasses(styles.icon, styles[finding.severity])}
        role="img"
        aria-label={t(`check.severities.${finding.severity}`)}
      />
      <div className={plain.tight}>
        <span className={mergeClasses(plain.quiet, plain.small, styles.text)}>{where(plan, finding.place)}</span>
        <Button appearance="transparent" className={styles.what} onClick={() => goTo(finding.place)}>
          {sayFinding(finding, speech)}
        </Button>
        <span className={mergeClasses(plain.quiet, styles.text)}>{sayMend(finding, speech)}</span>
        {mendPlan(plan, finding) !== null && (
          <Button
            size="small"
            className={styles.mend}
            icon={<WrenchRegular aria-hidden />}
            onClick={() => mend(finding)}
          >
            {sayMendButton(finding, speech)}
          </Button>
        )}
      </div>
    </li>
  )
}
