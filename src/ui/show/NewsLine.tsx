import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ButtonLink } from '../pages/PageLink.tsx'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  text: { flexGrow: 1, flexBasis: '12rem', minWidth: 0, overflowWrap: 'anywhere' },
  now: { border: `1px solid ${tokens.colorBrandStroke1}` },
  warning: { border: `1px solid ${tokens.colorPaletteMarigoldBorder2}` },
})

type NewsLineProps = {
  readonly icon?: ReactNode
  /** `now`: it is going on. `warning`: something is wrong. */
  readonly tone?: 'now' | 'warning'
  readonly to: string
  /** What one does there. */
  readonly action: string
  readonly children: ReactNode
}

/** One line of news among one's work, with the way to what it is about. */
export function NewsLine({ icon, tone, to, action, children }: NewsLineProps) {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.line, tone && styles[tone])}>
      {icon}
      <span className={styles.text}>{children}</span>
      <ButtonLink size="small" to={to}>
        {action}
      </ButtonLink>
    </div>
  )
}
