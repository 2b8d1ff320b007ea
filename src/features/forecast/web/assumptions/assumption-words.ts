import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { ForecastWords } from '../words.ts'
import { isList } from '../../domain/assumptions/lines.ts'
import type { Headcount, PlannedTraining, Retraining } from '../../domain/assumptions/assumptions.ts'
import { fieldsOf } from './fields.ts'

const ofTier = /^(?:tiers[.]([1-9])[.](\w+)|causes[.]foundBy[.]([1-9]))$/
const ofPlatform = /^arrivals[.]issuesPer100Enrollments[.](\w+)$/

/** What an assumption is called. */
export function assumptionName({ t, tier }: ForecastWords, plan: SupportPlan, place: string): string {
  const platform = ofPlatform.exec(place)?.[1]
  if (platform) return t('assumptions.names.issuesPer100', { platform: t.any(`platforms.${platform}`) })
  const [, level, part = 'foundBy', foundBy] = ofTier.exec(place) ?? []
  const found = level ?? foundBy
  if (found) return t.any(`assumptions.tierNames.${part}`, { tier: tier(plan, Number(found)) })
  return t.any(`assumptions.names.${place.replace('.', '-')}`)
}

/** Whether a place is shown under this heading. */
export const assumptionGroups = ['arrivals', 'tiers', 'causes', 'work', 'learning', 'run'] as const
export type AssumptionGroup = (typeof assumptionGroups)[number]

const groups: readonly (readonly [RegExp, AssumptionGroup])[] = [
  [/^arrivals[.]|^priorities$/, 'arrivals'],
  [/^tiers[.]/, 'tiers'],
  [/^causes[.]/, 'causes'],
  [/^(?:learning|training|bridge)/, 'learning'],
  [/Minutes$|^sendBack$|^patience$/, 'work'],
]

export function groupOf(place: string): AssumptionGroup {
  return groups.find(([one]) => one.test(place))?.[1] ?? 'run'
}

/** What is reckoned with where a value is left empty. */
export function emptyWords({ t }: ForecastWords, place: string): string {
  return t.any(`assumptions.empty.${place.replace(/^tiers[.][1-9][.]/, '').replace('.', '-')}`)
}

/** A value as a person reads it. */
export function assumptionValue(words: ForecastWords, place: string, given: unknown): string {
  const { t, value, percent, number } = words
  if (given === null || (isList(place) && (given as readonly unknown[]).length === 0))
    return emptyWords(words, place)
  if (isList(place)) return listValue(words, place, given)
  if (typeof given === 'boolean') return t(given ? 'assumptions.choices.yes' : 'assumptions.choices.no')
  if (Array.isArray(given)) return given.map((one) => number(Number(one))).join(' · ')
  if (typeof given === 'number')
    return fieldsOf(place)[0]?.kind === 'percent'
      ? percentWithPart(percent, number, given)
      : plainNumber(place, given, number)
  if (typeof given === 'string') return t.any(`assumptions.choices.${given}`)
  const parts = given as { readonly [part: string]: number | string | undefined }
  if (place === 'learning')
    return t('assumptions.learning', {
      perLesson: percent(Number(parts['perLesson'])),
      most: percent(Number(parts['most'])),
    })
  if (place === 'horizon')
    return t('assumptions.horizon', {
      hours: number(Number(parts['hours'])),
      warmUp: number(Number(parts['warmUpHours'])),
    })
  const mean = value('minutes', Number(parts['meanMinutes']))
  const form = t.any(`assumptions.choices.${parts['distribution']}`)
  return parts['cv'] === undefined
    ? t('assumptions.duration', { mean, form })
    : t('assumptions.durationSpread', { mean, form, cv: number(Number(parts['cv'])) })
}

function listValue({ t, number, shortDay }: ForecastWords, place: string, given: unknown): string {
  if (place === 'training.planned') {
    const planned = given as readonly PlannedTraining[]
    const minutes = planned.reduce((sum, one) => sum + one.minutes * one.people, 0)
    return t('assumptions.planned', { count: planned.length, hours: number(minutes / 60) })
  }
  if (place === 'training.retraining') {
    const people = (given as readonly Retraining[]).reduce((sum, one) => sum + one.people, 0)
    return t('assumptions.retraining', { count: people })
  }
  return (given as readonly Headcount[])
    .map(({ from, people }) => t('assumptions.lacking', { count: people, day: shortDay(from) }))
    .join(' · ')
}

/** Seeds are names, not amounts: every digit counts. */
function plainNumber(place: string, given: number, number: ForecastWords['number']): string {
  return place === 'seed' || Number.isInteger(given) ? String(given) : number(given)
}

function percentWithPart(
  percent: ForecastWords['percent'],
  number: ForecastWords['number'],
  given: number,
): string {
  const whole = Math.abs(given * 100 - Math.round(given * 100)) < 1e-9
  return whole ? percent(given) : `${number(given * 100)}%`
}
