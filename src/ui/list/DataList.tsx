import { mergeClasses } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useKeys } from '../keys/keys.tsx'
import { useGo } from '../pages/address.ts'
import { useWords } from '../words/words.ts'
import { type Column, fittingColumns, leastWidth, type Sort, templateOf } from './columns.ts'
import { ListHead } from './ListHead.tsx'
import { listPlaces, useSteadyScroll, useWidth } from './list-place.ts'
import { useListStyles } from './list-styles.ts'
import { rowAfter } from './row-keys.ts'

export type DataListProps<T> = {
  /** What the rows are, for screen readers. */
  readonly label: string
  readonly rows: readonly T[]
  readonly rowKey: (row: T) => string
  readonly columns: readonly Column<T>[]
  /** What is wider than the list steps back (default), or is scrolled to sideways. */
  readonly wide?: 'step-back' | 'scroll'
  /** Where a row leads: click and Enter go there, with Ctrl in a new tab. */
  readonly to?: (row: T) => string
  readonly onOpen?: (row: T) => void
  /** The row that the keys are at changed: for a preview beside the list. */
  readonly onChoose?: (row: T) => void
  /** A click opens (default) or only chooses, where a preview shows the row. */
  readonly click?: 'open' | 'choose'
  readonly sort?: Sort | null
  readonly onSort?: (sort: Sort) => void
  readonly density?: 'compact' | 'comfortable'
  /** How many there are in all, when not all are loaded. */
  readonly total?: number
  /** Asks for more rows when the end comes near. */
  readonly onEnd?: () => void
  /** On narrow screens (below 520 pixels): the whole row in two or three lines instead of columns. */
  readonly narrow?: (row: T) => ReactNode
  readonly narrowHeight?: number
  /** Remembers scroll and chosen row under this name; usually the address of the list. */
  readonly place?: string
  readonly empty?: ReactNode
}

const headHeight = 37
const heights = { compact: 36, comfortable: 48 }

/** A list of any length: only the rows in sight exist; `j` `k` and the arrows move, Enter opens. */
export function DataList<T>(props: DataListProps<T>) {
  const { label, rows, rowKey, onChoose, onEnd, place, narrow } = props
  const t = useWords('ui')
  const styles = useListStyles()
  const go = useGo()
  const box = useRef<HTMLDivElement>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [kept] = useState(() => listPlaces.get(place))
  const [chosen, setChosen] = useState<string | null>(kept?.chosen ?? null)
  const wantsFocus = useRef(kept?.chosen !== undefined && kept?.chosen !== null)

  const isNarrow = narrow !== undefined && width > 0 && width < 520
  const scrolls = props.wide === 'scroll'
  const columns = scrolls ? props.columns : fittingColumns(props.columns, width === 0 ? 1200 : width)
  const shows = (key: string) => columns.some((column) => column.key === key)
  const least = scrolls && !isNarrow ? leastWidth(columns) : undefined
  const template = templateOf(columns)
  // The rows begin below the head, which stays in sight while they scroll.
  const head = isNarrow ? 0 : headHeight
  const height = isNarrow ? (props.narrowHeight ?? 76) : heights[props.density ?? 'comfortable']

  // oxlint-disable-next-line react/incompatible-library -- TanStack Virtual re-renders by itself; nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    overscan: 12,
    initialOffset: kept?.offset ?? 0,
    scrollMargin: head,
    scrollPaddingStart: head,
  })
  useEffect(() => virtual.measure(), [virtual, height])
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])
  const at = chosen === null ? -1 : keys.indexOf(chosen)
  useSteadyScroll(virtual, keys, height, `${props.sort?.column} ${props.sort?.direction}`)

  const lastSeen = virtual.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (onEnd && rows.length > 0 && lastSeen >= rows.length - 20) onEnd()
  }, [onEnd, lastSeen, rows.length])

  useEffect(() => {
    listPlaces.set(place, { offset: virtual.scrollOffset ?? 0, chosen })
  }, [place, chosen, virtual.scrollOffset])

  useEffect(() => {
    if (!wantsFocus.current || at < 0) return
    const row = scroll.current?.querySelector<HTMLElement>(`[data-row="${at}"]`)
    if (!row) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })

  const choose = (index: number) => {
    const row = rows[index]
    if (!row) return
    setChosen(rowKey(row))
    wantsFocus.current = true
    virtual.scrollToIndex(index)
    onChoose?.(row)
  }
  const open = (row: T, apart: boolean) => {
    const to = props.to?.(row)
    if (apart && to) window.open(to, '_blank', 'noopener')
    else if (props.onOpen) props.onOpen(row)
    else if (to) go(to)
  }
  const openAt = () => {
    const row = rows[at]
    if (row) open(row, false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.target as Element).closest('[role="columnheader"]')) return
    if (event.key === 'Enter' && (event.target as Element).closest('a, button') === null) {
      event.preventDefault()
      const row = rows[at]
      if (row) open(row, event.ctrlKey || event.metaKey)
      return
    }
    if (event.key.length === 1) return
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? height) / height) - 2)
    const to = rowAfter(event.key, at, rows.length, page)
    if (to === null) return
    event.preventDefault()
    choose(to)
  }
  const onClick = (event: MouseEvent, row: T, index: number) => {
    if ((event.target as Element).closest('a, button, input') || event.button > 1) return
    if (props.click === 'choose' && event.button === 0 && !event.ctrlKey && !event.metaKey) choose(index)
    else {
      setChosen(rowKey(row))
      open(row, event.ctrlKey || event.metaKey || event.button === 1)
    }
  }

  useKeys(t('keys.list'), [
    { keys: 'j', label: t('keys.down'), run: () => choose(rowAfter('j', at, rows.length, 1) ?? -1) },
    { keys: 'k', label: t('keys.up'), run: () => choose(rowAfter('k', at, rows.length, 1) ?? -1) },
    { keys: 'o', label: t('keys.open'), run: openAt, when: at >= 0 },
  ])

  if (rows.length === 0 && props.empty) return <div className={styles.box}>{props.empty}</div>
  const tabStop = at >= 0 ? at : 0
  return (
    <div className={styles.box} ref={box}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its rows has the tab stop */}
      <div
        ref={scroll}
        className={styles.scroll}
        role="grid"
        aria-label={label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-colcount={columns.length}
        onKeyDown={onKeyDown}
      >
        <ListHead
          columns={columns}
          template={template}
          least={least}
          hidden={isNarrow}
          sort={props.sort ?? null}
          {...(props.onSort ? { onSort: props.onSort } : {})}
        />
        <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize(), minWidth: least }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid hears the keys
              <div
                key={key}
                role="row"
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={index === at}
                tabIndex={index === tabStop ? 0 : -1}
                className={mergeClasses(styles.row, index === at && styles.chosen)}
                style={{
                  height,
                  transform: `translateY(${start - head}px)`,
                  gridTemplateColumns: isNarrow ? 'minmax(0, 1fr)' : template,
                }}
                onClick={(event) => onClick(event, row, index)}
                onAuxClick={(event) => onClick(event, row, index)}
                onDoubleClick={() => props.click === 'choose' && open(row, false)}
                onFocus={(event) => event.target === event.currentTarget && index !== at && choose(index)}
              >
                {isNarrow ? (
                  <div role="gridcell">{narrow(row)}</div>
                ) : (
                  columns.map((column) => (
                    <div
                      key={column.key}
                      role="gridcell"
                      className={mergeClasses(styles.cell, column.align === 'end' && styles.end)}
                    >
                      {column.cell(row, shows)}
                    </div>
                  ))
                )}
              </div>
            )
          })}
        </div>
        {props.total !== undefined && props.total > rows.length && (
          <div className={styles.more}>{t('list.more')}</div>
        )}
      </div>
    </div>
  )
}
