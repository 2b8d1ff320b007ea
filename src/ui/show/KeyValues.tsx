import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { display: 'grid', margin: 0, columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalS },
  beside: {
    gridTemplateColumns: 'minmax(7rem, max-content) minmax(0, 1fr)',
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  },
  above: { gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))' },
  label: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  value: { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
  pair: { minWidth: 0 },
})

export type KeyValue = { readonly label: string; readonly value: ReactNode }
export type KeyValuesProps = {
  readonly items: readonly KeyValue[]
  /** Labels beside their values (default), or above them in columns. */
  readonly labels?: 'beside' | 'above'
}

/** Facts: what it is called and what it is. */
export function KeyValues({ items, labels = 'beside' }: KeyValuesProps) {
  const styles = useStyles()
  return (
    <dl className={mergeClasses(styles.list, styles[labels])}>
      {items.map((item) =>
        labels === 'above' ? (
          <div key={item.label} className={styles.pair}>
            <dt className={styles.label}>{item.label}</dt>
            <dd className={styles.value}>{item.value}</dd>
          </div>
        ) : (
          <Pair key={item.label} item={item} />
        ),
      )}
    </dl>
  )
}

function Pair({ item }: { readonly item: KeyValue }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.label}>{item.label}</dt>
      <dd className={styles.value}>{item.value}</dd>
    </>
  )
}
