import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * Where a link leads that names a place on a page: brings it into view and focus, also when it comes later than the page itself.
 * Everything it gives goes on the element.
 */
export function useArrival<E extends HTMLElement>(
  id: string,
): { readonly id: string; readonly ref: RefObject<E | null>; readonly tabIndex: -1 } {
  const isNamed = useRouterState({ select: (router) => router.location.hash === id })
  const ref = useRef<E>(null)
  useEffect(() => {
    if (!isNamed) return
    ref.current?.scrollIntoView({ block: 'center' })
    ref.current?.focus({ preventScroll: true })
  }, [isNamed])
  return { id, ref, tabIndex: -1 }
}
