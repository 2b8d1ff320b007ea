import { mergeClasses } from '@fluentui/react-components'
import { ArrowSortDownRegular } from '@fluentui/react-icons/svg/arrow-sort-down'
import { ArrowSortUpRegular } from '@fluentui/react-icons/svg/arrow-sort-up'
import { type Column, nextSort, type Sort } from './columns.ts'
import { useListStyles } from './list-styles.ts'

type ListHeadProps<T> = {
  readonly columns: readonly Column<T>[]
  readonly template: string
  /** Not narrower than so many pixels. */
  readonly least: number | undefined
  readonly sort: Sort | null
  readonly onSort?: (sort: Sort) => void
  /** Kept for screen readers, not shown. */
  readonly hidden: boolean
}

/** The heads of the columns; those that can be sorted by are buttons. */
export function ListHead<T>({ columns, template, least, sort, onSort, hidden }: ListHeadProps<T>) {
  const styles = useListStyles()
  return (
    <div
      role="rowgroup"
      className={hidden ? styles.unseen : styles.head}
      style={{ minWidth: hidden ? undefined : least }}
    >
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => {
          const direction = sort?.column === column.key ? sort.direction : null
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={direction === null ? 'none' : direction === 'up' ? 'ascending' : 'descending'}
              className={mergeClasses(styles.headCell, column.align === 'end' && styles.end)}
            >
              {column.sortable && onSort && !hidden ? (
                <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, column.key))}>
                  {column.label}
                  {direction === 'up' && <ArrowSortUpRegular aria-hidden />}
                  {direction === 'down' && <ArrowSortDownRegular aria-hidden />}
                </button>
              ) : (
                column.label
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
