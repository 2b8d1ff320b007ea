import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Text } from '../../domain/document/text.ts'
import { valueAt } from '../../domain/edit/at-place.ts'
import { chapterOf } from '../edit/place.ts'
import { usePlanWords } from './plan-words.ts'

/** A place in words: its chapter, and the names of the entries on the way to it. */
export function usePlaceWords(): (plan: SupportPlan, place: Place) => string {
  const { t, text } = usePlanWords()
  return (plan, place) => {
    const names = place.flatMap((_, index) => {
      const entry = valueAt(plan, place.slice(0, index + 1))
      if (typeof place[index] !== 'number' || typeof entry !== 'object' || entry === null) return []
      const { name, what, from, to } = entry as { name?: Text; what?: Text; from?: number; to?: number }
      const said = name ?? what
      if (said && text(said).trim() !== '') return [text(said)]
      return from !== undefined && to !== undefined ? [`${from} → ${to}`] : [`${Number(place[index]) + 1}`]
    })
    const part = place.findLast((one) => typeof one === 'string' && t.has(`places.${one}`))
    const chapter = t(`chapters.${chapterOf(place)}`)
    return [chapter, ...names, ...(part === undefined ? [] : [t.any(`places.${part}`)])].join(' › ')
  }
}
