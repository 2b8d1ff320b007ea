import type { Place } from '../../domain/check/finding.ts'
import { type Chapter, chapters } from '../ChapterTabs.tsx'

/** The id of the control at a place, so that a finding can go there. */
export function fieldId(place: Place): string {
  return `at-${place.join('-')}`
}

/** The chapter in which a place is edited; what is about the whole plan stands at the head of the first. */
export function chapterOf(place: Place): Chapter {
  return chapters.find((chapter) => chapter === place[0]) ?? 'teams'
}

/** The field at a place, or the nearest thing around it that is on the page. */
export function focusNearest(place: Place): void {
  for (let length = place.length; length > 0; length -= 1) {
    const found = document.getElementById(fieldId(place.slice(0, length)))
    if (!found) continue
    const inside = found.matches('input, select, textarea, button')
      ? found
      : found.querySelector<HTMLElement>('input, select, textarea')
    const target = inside ?? found
    target.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
    return
  }
}

/** `name` when free, else `name-2`, `name-3`… */
export function freeKey(list: readonly { readonly key: string }[], name: string): string {
  const taken = new Set(list.map((one) => one.key))
  if (!taken.has(name)) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`
}
