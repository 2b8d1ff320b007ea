import { useSyncExternalStore } from 'react'

let now = new Date().toISOString()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  now = new Date().toISOString()
  for (const listener of listeners) listener()
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  if (listeners.size === 1) {
    timer = setInterval(tick, 20_000)
    queueMicrotask(tick)
  }
  return () => {
    listeners.delete(changed)
    if (listeners.size === 0) clearInterval(timer)
  }
}

/** The present moment, renewed every twenty seconds; one timer for the whole page. */
export function useNow(): string {
  return useSyncExternalStore(subscribe, () => now)
}
