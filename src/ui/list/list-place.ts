import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

type Place = { readonly offset: number; readonly chosen: string | null }
const places = new Map<string, Place>()

/** Where somebody was in a list, for as long as the page is open: list → ticket → back keeps the place. */
export const listPlaces = {
  get: (name: string | undefined): Place | null => (name === undefined ? null : (places.get(name) ?? null)),
  set(name: string | undefined, place: Place) {
    if (name !== undefined) places.set(name, place)
  },
}

type Scroller = {
  readonly scrollOffset: number | null
  readonly scrollToOffset: (offset: number) => void
}

/** Rows that others add or remove above what one is reading do not move it; another order begins at the top. */
export function useSteadyScroll(scroller: Scroller, keys: readonly string[], height: number, order: string): void {
  const before = useRef({ key: '', index: 0, order })
  useLayoutEffect(() => {
    const offset = scroller.scrollOffset ?? 0
    const { key, index, order: oldOrder } = before.current
    if (order !== oldOrder) scroller.scrollToOffset(0)
    else if (offset > 0 && keys[index] !== key) {
      const now = keys.indexOf(key)
      if (now >= 0) scroller.scrollToOffset(offset + (now - index) * height)
    }
    before.current.order = order
  }, [scroller, keys, height, order])
  useLayoutEffect(() => {
    const index = Math.floor((scroller.scrollOffset ?? 0) / height)
    before.current = { key: keys[index] ?? '', index, order }
  })
}

/** The width of an element, also after it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return undefined
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return width
}
