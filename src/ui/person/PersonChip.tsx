import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Initials } from './Initials.tsx'

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    verticalAlign: 'middle',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    maxWidth: '100%',
  },
  texts: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

export type PersonChipProps = {
  readonly name: string
  readonly detail?: ReactNode
  readonly size?: 'small' | 'medium'
}

/** A person: initials and name. */
export function PersonChip({ name, detail, size = 'medium' }: PersonChipProps) {
  const styles = useStyles()
  return (
    <span className={styles.chip}>
      <Initials name={name} size={size} />
      <span className={styles.texts}>
        <span className={mergeClasses(styles.name, size === 'medium' && styles.strong)}>{name}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
    </span>
  )
}
