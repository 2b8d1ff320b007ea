import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { isLetterBinding, matchStroke, strokeOf } from './key-match.ts'

export type KeyBinding = {
  /** `e`, `g d` (one after the other), `Ctrl+k`, `?`. */
  readonly keys: string
  /** What it does, for the `?` dialog. */
  readonly label: string
  readonly run: () => void
  /** Left out: always. A binding that is off is not shown. */
  readonly when?: boolean
  /** In a dialog the keys are the browser's own. */
  readonly notInDialogs?: boolean
}

type Bound = KeyBinding & { readonly group: string; readonly owner: symbol }

let bound: readonly Bound[] = []
const listeners = new Set<() => void>()

function change(next: readonly Bound[]): void {
  bound = next
  for (const listener of listeners) listener()
}

/**
 * Binds keys while the component is on the page and shows them, under `group`, in the `?` dialog.
 * Letters are off while a person types, in menus, and in dialogs.
 */
export function useKeys(group: string, bindings: readonly KeyBinding[]): void {
  const current = useEffectEvent(() => bindings)
  const shape = JSON.stringify(bindings.map((one) => [one.keys, one.label, one.when ?? true]))
  useEffect(() => {
    const owner = Symbol(group)
    const run = (keys: string) =>
      current()
        .find((one) => one.keys === keys)
        ?.run()
    const mine = current()
      .filter((one) => one.when ?? true)
      .map((one) => ({ ...one, group, owner, run: () => run(one.keys) }))
    change([...bound, ...mine])
    return () => change(bound.filter((one) => one.owner !== owner))
  }, [group, shape])
}

export function useBoundKeys(): readonly Bound[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => bound,
  )
}

const lettersOffKey = 'tierwise.letters-off'
/** Whether single letters act; people who speak to their computer turn them off (WCAG 2.1.4). */
export const letterKeys = {
  on: () => localStorage.getItem(lettersOffKey) === null,
  set(on: boolean) {
    if (on) localStorage.removeItem(lettersOffKey)
    else localStorage.setItem(lettersOffKey, 'yes')
  },
}

const typing = 'input, textarea, select, [contenteditable="true"], [role="textbox"]'
const dialog = '[role="dialog"], [role="alertdialog"]'
const busy = `${typing}, [role="menu"], [role="listbox"], ${dialog}`

function lettersAllowed(target: EventTarget | null): boolean {
  if (!letterKeys.on()) return false
  if (target instanceof Element && target.closest(busy)) return false
  return document.querySelector('[aria-modal="true"]') === null
}

let prefix = ''
let forget: ReturnType<typeof setTimeout> | undefined

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const letters = lettersAllowed(event.target)
  const inDialog = event.target instanceof Element && event.target.closest(dialog) !== null
  const usable = bound.filter(
    (one) => (letters || !isLetterBinding(one.keys)) && !(inDialog && one.notInDialogs === true),
  )
  const match = matchStroke(usable, prefix, strokeOf(event))
  clearTimeout(forget)
  prefix = match.kind === 'wait' ? match.prefix : ''
  if (match.kind === 'wait') forget = setTimeout(() => (prefix = ''), 1500)
  if (match.kind !== 'run') return
  event.preventDefault()
  match.binding.run()
}

/** Starts listening; the application calls it once. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
