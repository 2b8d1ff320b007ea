import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Forecast } from '../domain/forecast.ts'
import { answerText, remedyText } from './answer-words.ts'
import { useForecastStyles } from './forecast-styles.ts'
import type { Run } from './run/use-run.ts'
import type { ForecastRuns } from './use-forecast-runs.ts'
import { WaveLights } from './WaveLights.tsx'
import { useForecastWords } from './words.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  progress: { flexGrow: 1, flexBasis: '12rem' },
})

type AnswerBarProps = {
  readonly plan: SupportPlan
  readonly main: Run
  readonly runs: ForecastRuns
  /** Of the plan as it is saved, when something else is being tried. */
  readonly saved: Forecast | null
}

/** The line that answers the question, the waves' lights, and how far the reckoning is. */
export function AnswerBar({ plan, main, runs, saved }: AnswerBarProps) {
  const words = useForecastWords()
  const plain = useForecastStyles()
  const styles = useStyles()
  const { t } = words
  const { forecast, state } = main
  const isSure = state === 'done'
  const needsMore = isSure && forecast !== null && forecast.waves.some(({ light }) => light !== 'green')
  const { needed, proof } = runs
  const remedy =
    needsMore && needed.state === 'done' && needed.needed
      ? remedyText(words, plan, needed.needed, proof.state === 'done' ? proof.forecast : null)
      : null
  return (
    <section className={styles.bar} aria-label={t('answer.label')}>
      <div role="status" className={plain.tight}>
        <p className={plain.answer}>{forecast ? answerText(words, plan, forecast) : t('run.first')}</p>
        {remedy && <p className={plain.plain}>{remedy}</p>}
        {saved && isSure && (
          <p className={mergeClasses(plain.plain, plain.quiet)}>
            {t('answer.saved', { answer: answerText(words, plan, saved) })}
          </p>
        )}
      </div>
      {forecast && forecast.waves.length > 0 && <WaveLights plan={plan} waves={forecast.waves} />}
      {state === 'running' && (
        <div className={plain.row}>
          <div className={styles.progress}>
            <ProgressBar value={main.share} thickness="large" aria-label={t('run.playing')} />
          </div>
          <Button size="small" icon={<DismissRegular aria-hidden />} onClick={main.stop}>
            {t('run.stop')}
          </Button>
        </div>
      )}
      {forecast && (
        <p className={mergeClasses(plain.plain, plain.quiet, plain.small)}>
          {state === 'stopped' && `${t('run.stopped')} `}
          {t('run.of', { count: forecast.replications, seed: forecast.seed })} {t('run.about')}
        </p>
      )}
    </section>
  )
}
