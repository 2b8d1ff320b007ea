import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark'
import { useWords } from '#ui/words/words.ts'

const useStyles = makeStyles({
  steps: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalXS,
    '@media (max-width: 520px)': { gridTemplateColumns: '1fr', rowGap: tokens.spacingVerticalXS },
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `4px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
  },
  done: { borderTop: `4px solid ${tokens.colorBrandBackground}` },
  now: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
})

const steps = ['received', 'working', 'found', 'confirming', 'done'] as const
const at: Readonly<Record<string, number>> = {
  received: 0,
  'being-looked-at': 1,
  'with-specialist': 1,
  'waiting-for-you': 1,
  waiting: 1,
  'solution-found': 2,
  'please-confirm': 3,
  closed: 4,
}

/** How far it is, in five plain steps. */
export function Progress({ state }: { readonly state: string }) {
  const t = useWords('portal')
  const styles = useStyles()
  const now = at[state] ?? 0
  return (
    <ol className={styles.steps} aria-label={t('progress.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={mergeClasses(styles.step, index <= now && styles.done, index === now && styles.now)}
          aria-current={index === now ? 'step' : undefined}
        >
          {index < now && <CheckmarkFilled aria-label={t('progress.passed')} />}
          {t.any(`progress.${step}`)}
        </li>
      ))}
    </ol>
  )
}
