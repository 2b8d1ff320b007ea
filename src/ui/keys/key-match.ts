/** A key press, as far as the key map looks at it. */
export type Press = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** One stroke in the spelling of the key map: `e`, `?`, `Enter`, `Ctrl+k`, `Ctrl+Shift+z`. The Mac's Command counts as Ctrl. */
export function strokeOf(press: Press): string {
  const key = press.key.length === 1 && press.key !== '?' ? press.key.toLowerCase() : press.key
  if (press.altKey) return `Alt+${key}`
  const shift = press.shiftKey && key.length === 1 ? 'Shift+' : ''
  return press.ctrlKey || press.metaKey ? `Ctrl+${shift}${key}` : key
}

export type Match<T> =
  | { readonly kind: 'run'; readonly binding: T }
  | { readonly kind: 'wait'; readonly prefix: string }
  | { readonly kind: 'none' }

/**
 * What a stroke means after `prefix` (the first stroke of a sequence such as `g d`, or empty).
 * Later bindings win, so that a dialog or page overrides the frame.
 */
export function matchStroke<T extends { readonly keys: string }>(
  bindings: readonly T[],
  prefix: string,
  stroke: string,
): Match<T> {
  const typed = prefix === '' ? stroke : `${prefix} ${stroke}`
  const exact = bindings.findLast((one) => one.keys === typed)
  if (exact) return { kind: 'run', binding: exact }
  if (bindings.some((one) => one.keys.startsWith(`${typed} `))) return { kind: 'wait', prefix: typed }
  return prefix === '' ? { kind: 'none' } : matchStroke(bindings, '', stroke)
}

/** A single letter without Ctrl or Alt, alone or in a sequence: off while typing, and when the person turned letters off. */
export function isLetterBinding(keys: string): boolean {
  return !keys.includes('+')
}
