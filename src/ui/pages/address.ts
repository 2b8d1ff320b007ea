import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

export type Search = Readonly<Record<string, unknown>>

/** The `$name` parts of the page's path. */
export function usePathParams(): Readonly<Record<string, string>> {
  return useParams({ strict: false }) as Readonly<Record<string, string>>
}

/**
 * State that lives in the address, so that a link, the back button and a reload bring it back.
 * `read` turns the raw search into a complete value and must be defined outside the component; undefined removes a part.
 */
export function useAddress<T extends object>(
  read: (search: Search) => T,
): readonly [T, (change: Partial<T>, how?: 'push' | 'replace') => void] {
  const raw = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const value = useMemo(() => read(raw), [raw, read])
  const change = useCallback(
    (part: Partial<T>, how: 'push' | 'replace' = 'replace') => {
      void navigate({
        to: '.',
        search: ((before: Search) => ({ ...before, ...part })) as never,
        replace: how === 'replace',
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [value, change]
}

/** Goes to a path inside the application: `go('/tickets/T-1042')`. */
export function useGo(): (
  path: string,
  options?: { readonly search?: Search; readonly replace?: boolean },
) => void {
  const navigate = useNavigate()
  return useCallback(
    (path, options = {}) => {
      void navigate({ to: path, search: (options.search ?? {}) as never, replace: options.replace ?? false })
    },
    [navigate],
  )
}
