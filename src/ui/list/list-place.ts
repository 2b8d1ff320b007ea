import { useLayoutEffect, useState, type RefObject } from 'react'

type Place = { readonly offset: number; readonly chosen: string | null }
const places = new Map<string, Place>()

/** Where somebody was in a list, for as long as the page is open: list → ticket → back keeps the place. */
export const listPlaces = {
  get: (name: string | undefined): Place | null => (name === undefined ? null : (places.get(name) ?? null)),
  set(name: string | undefined, place: Place) {
    if (name !== undefined) places.set(name, place)
  },
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
