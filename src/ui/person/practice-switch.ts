const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tierwise.practice')

/** Goes on in practice or in the real desk, here and in every other tab: they share one sign-in. */
export function switchTo(path: string): void {
  channel?.postMessage('switched')
  location.assign(path)
}

/** Another tab went into practice or out of it. Gives how to stop listening. */
export function onSwitchElsewhere(hear: () => void): () => void {
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
