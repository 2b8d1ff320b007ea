import { makeStyles, tokens } from '@fluentui/react-components'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Forecast } from '../domain/forecast.ts'
import { Light } from './Light.tsx'
import { useForecastStyles } from './forecast-styles.ts'
import { useForecastWords } from './words.ts'

const useStyles = makeStyles({
  wave: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalMNudge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

type WaveLightsProps = {
  readonly plan: SupportPlan
  readonly waves: readonly Pick<Forecast['waves'][number], 'wave' | 'light' | 'holds'>[]
}

/** For each wave whether it holds, in how many of ten possible years. */
export function WaveLights({ plan, waves }: WaveLightsProps) {
  const { t, wave: name } = useForecastWords()
  const plain = useForecastStyles()
  const styles = useStyles()
  return (
    <ul className={plain.waves}>
      {waves.map(({ wave, light, holds }) => (
        <li key={wave} className={styles.wave}>
          <Light light={light} />
          <span>
            {name(plan, wave)}
            <span className={plain.quiet}> · {t('lights.years', { count: yearsOfTen(holds) })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Whole years of ten, without rounding up to certainty. */
export function yearsOfTen(share: number): number {
  const years = Math.round(share * 10)
  if (years === 10 && share < 1) return share >= 0.98 ? 10 : 9
  return years
}
