import type { ReactNode } from 'react'

export type Sort = { readonly column: string; readonly direction: 'up' | 'down' }

export type Column<T> = {
  readonly key: string
  readonly label: string
  /** Pixels, or the share of what is left (`{ share: 2 }`), not smaller than `min` (default 120). */
  readonly width: number | { readonly share: number; readonly min?: number }
  /** `shows`: whether a column stands beside it, so that a cell can say what had to step back. */
  readonly cell: (row: T, shows: (key: string) => boolean) => ReactNode
  readonly sortable?: boolean
  readonly align?: 'start' | 'end'
  /** Left out when the list is narrower than this many pixels. */
  readonly hideBelow?: number
}

const gap = 12

/** The columns that fit: those that say so step back first, then the last ones, until the rest has room; the first stays. */
export function fittingColumns<T>(columns: readonly Column<T>[], width: number): readonly Column<T>[] {
  let fitting = columns.filter((column) => width >= (column.hideBelow ?? 0))
  while (fitting.length > 1 && leastWidth(fitting) > width) fitting = fitting.slice(0, -1)
  return fitting
}

/** The pixels that columns need. */
export function leastWidth<T>(columns: readonly Column<T>[]): number {
  const widths = columns.map(({ width }) => (typeof width === 'number' ? width : (width.min ?? 120)))
  return widths.reduce((sum, width) => sum + width + gap, gap)
}

/** The grid template that head and rows share. */
export function templateOf<T>(columns: readonly Column<T>[]): string {
  return columns
    .map(({ width }) =>
      typeof width === 'number' ? `${width}px` : `minmax(${width.min ?? 120}px, ${width.share}fr)`,
    )
    .join(' ')
}

/** Pressing a column's head: up, then down, then up again. */
export function nextSort(sort: Sort | null, column: string): Sort {
  return { column, direction: sort?.column === column && sort.direction === 'up' ? 'down' : 'up' }
}
