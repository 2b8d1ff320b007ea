import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import { useWords } from '#ui/words/words.ts'
import type { WaveSummary } from '../../contract/waves.ts'
import type { FigureState } from '../../domain/readiness/figure.ts'

const useStyles = makeStyles({
  sign: {
    display: 'inline-flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    verticalAlign: 'bottom',
  },
  icon: { flexShrink: 0, fontSize: '18px', marginBlockStart: '1px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  open: { color: tokens.colorNeutralForeground2 },
})

const tones = {
  good: CheckmarkCircleFilled,
  doubt: WarningFilled,
  bad: DismissCircleFilled,
  open: QuestionCircleRegular,
}
export type Tone = keyof typeof tones

/** A sign that differs in form and colour, with its words. */
export function Sign({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const styles = useStyles()
  const Icon = tones[tone]
  return (
    <span className={styles.sign}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[tone])} />
      <span>{children}</span>
    </span>
  )
}

const ofOutcome = { go: 'good', conditional: 'doubt', 'no-go': 'bad' } as const
const ofState = { holds: 'good', fails: 'bad', unknown: 'open' } as const

/** The last word on a wave, in a few words. */
export function DecisionSign({ decision }: Pick<WaveSummary, 'decision'>) {
  const t = useWords('rollout')
  if (!decision) return <Sign tone="open">{t('waves.undecided')}</Sign>
  return (
    <Sign tone={ofOutcome[decision.outcome]}>
      {t(`outcomes.${decision.outcome}`)}
      {decision.conditionsOpen > 0 && ` · ${t('waves.conditionsOpen', { count: decision.conditionsOpen })}`}
    </Sign>
  )
}

export function StateSign({ state }: { readonly state: FigureState }) {
  const t = useWords('rollout')
  return <Sign tone={ofState[state]}>{t(`states.${state}`)}</Sign>
}
