import { type ComponentType, lazy, type LazyExoticComponent, useEffect, useState } from 'react'

export type OnDemand<Props> = LazyExoticComponent<ComponentType<Props>> & {
  readonly fetch: () => Promise<unknown>
}

/** A component whose script comes when it is rendered first, or `fetch` asks for it. Its place has a `Suspense` around it. */
export function onDemand<Props>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  const component = lazy(async () => ({ default: await load() }))
  return Object.assign(component, { fetch: load })
}

/** Has these scripts on their way once the page stands still, so that the click that needs them is answered at once. */
export function useFetchedWhenIdle(components: readonly Pick<OnDemand<never>, 'fetch'>[]): void {
  useEffect(() => {
    const fetchAll = () => {
      // Whoever clicks is told when a script does not come.
      for (const { fetch } of components) fetch().catch(() => {})
    }
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 3_000 })
      else fetchAll()
    }, 500)
    return () => clearTimeout(timer)
  }, [components])
}

/** Whether it has ever been shown: a dialog comes when it is opened first, and stays so that it can close properly. */
export function useEver(shown: boolean): boolean {
  const [ever, setEver] = useState(shown)
  if (shown && !ever) setEver(true)
  return ever || shown
}
