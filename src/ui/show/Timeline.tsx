import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Time } from '../time/Time.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalL,
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '13px',
      insetBlockStart: '28px',
      insetBlockEnd: 0,
      width: '2px',
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':last-child::before': { display: 'none' },
  },
  mark: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: '16px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  brand: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground1 },
  danger: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '28px',
    paddingBlockStart: '4px',
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  body: { marginBlockStart: tokens.spacingVerticalXS },
})

/** What happened, in order. */
export function Timeline({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className={useStyles().list} aria-label={label}>
      {children}
    </ol>
  )
}

export type TimelineItemProps = {
  readonly at: string
  readonly who?: string
  /** What happened, in a few words. */
  readonly title: ReactNode
  readonly icon?: ReactNode
  readonly tone?: 'plain' | 'brand' | 'success' | 'warning' | 'danger'
  /** Details. */
  readonly children?: ReactNode
}

export function TimelineItem({ at, who, title, icon, tone = 'plain', children }: TimelineItemProps) {
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <span className={mergeClasses(styles.mark, tone !== 'plain' && styles[tone])} aria-hidden>
        {icon}
      </span>
      <div>
        <div className={styles.head}>
          {who && <span className={styles.who}>{who}</span>}
          <span>{title}</span>
          <span className={styles.when}>
            <Time at={at} quiet />
          </span>
        </div>
        {children && <div className={styles.body}>{children}</div>}
      </div>
    </li>
  )
}
