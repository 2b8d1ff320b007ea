import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Hidden } from '../notice/announce.tsx'

const line = `1px solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  region: { overflowX: 'auto', maxWidth: '100%' },
  short: { overflowY: 'auto', maxHeight: '340px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': { textAlign: 'start', verticalAlign: 'top', borderBottom: line },
  },
  roomy: {
    fontSize: tokens.fontSizeBase300,
    '& th, & td': { paddingBlock: tokens.spacingVerticalS, paddingInlineEnd: tokens.spacingHorizontalM },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { fontWeight: tokens.fontWeightRegular, minWidth: '8rem' },
    '@media (max-width: 480px)': {
      '& th, & td': { paddingInlineEnd: tokens.spacingHorizontalS },
      '& thead th': { fontSize: tokens.fontSizeBase200 },
      '& tbody th': { minWidth: '5rem' },
    },
  },
  dense: {
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      paddingBlock: tokens.spacingVerticalXS,
      paddingInline: tokens.spacingHorizontalS,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { fontWeight: tokens.fontWeightSemibold },
  },
  caption: {
    textAlign: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

// What scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 }

export type TableProps = {
  /** What each column holds; `unseen` where the column speaks for itself to who sees it. */
  readonly heads: readonly (string | { readonly unseen: string })[]
  /** Names the region in which the table scrolls by itself where the page is narrow. */
  readonly label?: string
  readonly caption?: string
  /** Many figures close together. */
  readonly dense?: boolean
  /** No taller than part of a page; the rest scrolls. */
  readonly short?: boolean
  readonly className?: string | undefined
  /** The rows: each a `tr` that begins with a `th scope="row"`. */
  readonly children: ReactNode
}

/** A table to read from top to bottom. Long lists that are sorted and opened are a `DataList`. */
export function Table({ heads, label, caption, dense = false, short = false, className, children }: TableProps) {
  const styles = useStyles()
  const table = (
    <table className={mergeClasses(styles.table, dense ? styles.dense : styles.roomy, className)}>
      {caption !== undefined && <caption className={styles.caption}>{caption}</caption>}
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={`${index} ${textOf(head)}`} scope="col">
              {typeof head === 'string' ? head : <Hidden>{head.unseen}</Hidden>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
  if (label === undefined) return table
  return (
    <div
      role="group"
      aria-label={label}
      className={mergeClasses(styles.region, short && styles.short)}
      {...reachable}
    >
      {table}
    </div>
  )
}

function textOf(head: TableProps['heads'][number]): string {
  return typeof head === 'string' ? head : head.unseen
}
