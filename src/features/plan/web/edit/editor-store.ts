import type { Finding, Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'

export type EditorState = {
  readonly plan: SupportPlan
  /** What was found, by the place it is about. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
  /** Places with an error at them or beneath them. */
  readonly marked: ReadonlySet<string>
  /** Places of entries that stand open. */
  readonly open: ReadonlySet<string>
}

export type EditorStore = {
  readonly read: () => EditorState
  readonly subscribe: (changed: () => void) => () => void
  readonly setPlan: (plan: SupportPlan) => void
  readonly setFindings: (findings: readonly Finding[]) => void
  readonly setOpen: (place: Place, open: boolean) => void
  /** After entries of a list changed places: what stood open stays open. Null for one that is gone. */
  readonly reorder: (list: Place, to: (index: number) => number | null) => void
}

export const placeKey = (place: Place) => place.join('.')

/**
 * The draft that is being edited, outside React: each field looks at its own part only, so that a key typed in one is not drawn in
 * all the others (60 pieces of evidence take 40 ms to draw).
 */
export function editorStore(plan: SupportPlan): EditorStore {
  let state: EditorState = { plan, findings: new Map(), marked: new Set(), open: new Set() }
  const listeners = new Set<() => void>()
  const put = (part: Partial<EditorState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  return {
    read: () => state,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    setPlan: (next) => {
      if (next !== state.plan) put({ plan: next })
    },
    setFindings: (findings) => put(sorted(findings, state.findings)),
    setOpen: (place, open) => {
      const next = new Set(state.open)
      if (open) next.add(placeKey(place))
      else next.delete(placeKey(place))
      put({ open: next })
    },
    reorder: (list, to) => put({ open: reordered(state.open, placeKey(list), to) }),
  }
}

function sorted(findings: readonly Finding[], before: EditorState['findings']) {
  const byPlace = Map.groupBy(findings, (finding) => placeKey(finding.place))
  const same = (place: string, now: readonly Finding[]) => {
    const old = before.get(place)
    return old && JSON.stringify(old) === JSON.stringify(now) ? old : now
  }
  const marked = new Set<string>()
  for (const { place, severity } of findings) {
    if (severity !== 'error') continue
    for (let length = 1; length <= place.length; length += 1) marked.add(placeKey(place.slice(0, length)))
  }
  return { findings: new Map([...byPlace].map(([place, now]) => [place, same(place, now)])), marked }
}

function reordered(open: ReadonlySet<string>, list: string, to: (index: number) => number | null) {
  const start = `${list}.`
  return new Set(
    [...open].flatMap((place) => {
      if (!place.startsWith(start)) return [place]
      const [index = '', ...rest] = place.slice(start.length).split('.')
      const next = to(Number(index))
      return next === null ? [] : [[list, next, ...rest].join('.')]
    }),
  )
}
