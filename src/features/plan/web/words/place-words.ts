import type { Place } from '../../domain/check/finding.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { Text } from '../../domain/document/text.ts'
import { valueAt } from '../../domain/edit/at-place.ts'
import { chapterOf } from '../edit/place.ts'
import { usePlanWords } from './plan-words.ts'

type Entry = {
  readonly name?: Text
  readonly what?: Text
  readonly from?: number
  readonly to?: number
  readonly figure?: string
  readonly action?: string
}

/** A place in words: its chapter, the names of the entries on the way to it, and what of the last one. An entry without a name has its list's, and its turn in it. */
export function usePlaceWords(): (plan: SupportPlan, place: Place) => string {
  const { t, text } = usePlanWords()
  return (plan, place) => {
    const word = (one: Place[number] | undefined) =>
      typeof one === 'string' && t.has(`places.${one}`) ? [t.any(`places.${one}`)] : []
    const names = place.flatMap((turn, index) => {
      const entry = valueAt(plan, place.slice(0, index + 1))
      if (typeof turn !== 'number' || typeof entry !== 'object' || entry === null) return []
      const { name, what, from, to, figure, action } = entry as Entry
      const said = name ?? what
      if (said && text(said).trim() !== '') return [text(said)]
      if (typeof from === 'number' && typeof to === 'number') return [`${from} → ${to}`]
      if (action !== undefined && t.has(`deviceActions.actions.${action}`))
        return [t.any(`deviceActions.actions.${action}`)]
      for (const figures of ['readinessFigures', 'figures'])
        if (figure !== undefined && t.has(`${figures}.${figure}`)) return [t.any(`${figures}.${figure}`)]
      return [...word(place[index - 1]), `${turn + 1}`]
    })
    const field = place
      .slice(place.findLastIndex((one) => typeof one === 'number') + 1)
      .findLast((one) => word(one).length > 0)
    return [t(`chapters.${chapterOf(place)}`), ...names, ...word(field)].join(' › ')
  }
}
