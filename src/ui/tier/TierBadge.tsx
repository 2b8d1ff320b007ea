import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useWords } from '../words/words.ts'

const useStyles = makeStyles({
  row: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    verticalAlign: 'middle',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    color: 'var(--tier-on-fill)',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    outline: '1px solid transparent',
    lineHeight: 1,
  },
  small: { width: '18px', height: '18px', fontSize: '11px' },
  medium: { width: '22px', height: '22px', fontSize: '12px' },
  large: { width: '32px', height: '32px', fontSize: '16px' },
  hollow: { boxShadow: 'inset 0 0 0 2px currentColor', backgroundColor: tokens.colorNeutralBackground1 },
  fill1: { backgroundColor: 'var(--tier-1-fill)' },
  fill2: { backgroundColor: 'var(--tier-2-fill)' },
  fill3: { backgroundColor: 'var(--tier-3-fill)' },
  fill4: { backgroundColor: 'var(--tier-4-fill)' },
  ink1: { color: 'var(--tier-1-ink)' },
  ink2: { color: 'var(--tier-2-ink)' },
  ink3: { color: 'var(--tier-3-ink)' },
  ink4: { color: 'var(--tier-4-ink)' },
})

export type TierBadgeProps = {
  readonly tier: number
  /** Said beside the number; without it the badge is the number only, with "Tier 2" for those who cannot see it. */
  readonly name?: string
  readonly size?: 'small' | 'medium' | 'large'
  /** An outline instead of a filled mark: for a tier that is not reached (yet). */
  readonly hollow?: boolean
}

/** A tier's number in its own colour. */
export function TierBadge({ tier, name, size = 'medium', hollow = false }: TierBadgeProps) {
  const t = useWords('ui')
  const styles = useStyles()
  const index = Math.min(Math.max(tier, 1), 4) as 1 | 2 | 3 | 4
  const colour = hollow ? mergeClasses(styles.hollow, styles[`ink${index}`]) : styles[`fill${index}`]
  const mark = mergeClasses(styles.mark, styles[size], colour)
  if (!name) {
    return (
      <span className={mark} role="img" aria-label={t('tier', { tier })}>
        {tier}
      </span>
    )
  }
  return (
    <span className={styles.row}>
      <span className={mark} aria-hidden>
        {tier}
      </span>
      <span>{name}</span>
    </span>
  )
}
