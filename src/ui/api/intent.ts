import { useCallback, useRef } from 'react'

/** A random UUID; also outside secure contexts (plain http on a local network), where `randomUUID` is absent. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * The idempotency key of what the person means to do. Pressing Send twice, or again after a lost answer, is one intent;
 * call `done()` after success, or when the content changes, so that the next one is a new intent.
 */
export function useIntent(): { readonly key: () => string; readonly done: () => void } {
  const current = useRef<string | null>(null)
  const key = useCallback(() => {
    current.current ??= newKey()
    return current.current
  }, [])
  const done = useCallback(() => {
    current.current = null
  }, [])
  return { key, done }
}
