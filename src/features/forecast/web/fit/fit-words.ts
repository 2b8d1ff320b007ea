import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { AssumptionView } from '../../contract.ts'
import type { FittedAssumption } from '../../contract/fit.ts'
import { assumptionName, assumptionValue } from '../assumptions/assumption-words.ts'
import type { ForecastWords } from '../words.ts'

type Part = FittedAssumption['parts'][number]

export function fittedName({ t }: ForecastWords, { what, tier, platform }: FittedAssumption): string {
  return t.any(`fit.what.${what}`, {
    tier: tier ?? '',
    platform: platform === null ? '' : t(`platforms.${platform}`),
  })
}

/** The measured values, a line each, with what the true value lies between. */
export function fittedText(words: ForecastWords, fitted: FittedAssumption): readonly string[] {
  const { t } = words
  const { what, parts } = fitted
  if (parts.length === 0) return []
  if (what === 'hours')
    return [t('fit.busiest', { hours: words.list(busiest(parts).map((part) => hour(words, part))) })]
  return parts.map((part) => {
    const text = (value: number) => shown(words, what, part, value)
    const range = t('fit.range', { value: text(part.value), low: text(part.low), high: text(part.high) })
    return part.part === 'item'
      ? t('fit.item', { name: itemName(words, what, part.of ?? 0), value: range })
      : t.any(`fit.parts.${part.part}`, { value: range })
  })
}

/** What is assumed now in the places that the measured value would fill. */
export function assumedNow(
  words: ForecastWords,
  plan: SupportPlan,
  { what, set }: FittedAssumption,
  lines: readonly AssumptionView[],
): readonly string[] {
  // A weight for each hour of the day says nothing in a cell.
  if (set === null || what === 'hours') return []
  const replaced = lines.filter(({ place }) => isFilled(set, place.split('.')))
  return replaced.map(({ place, value }) => {
    const said = assumptionValue(words, place, value)
    return replaced.length === 1 ? said : `${assumptionName(words, plan, place)}: ${said}`
  })
}

function isFilled(part: unknown, [step, ...further]: readonly string[]): boolean {
  if (step === undefined) return part !== undefined
  return typeof part === 'object' && part !== null && isFilled(Reflect.get(part, step), further)
}

function busiest(parts: readonly Part[]): readonly Part[] {
  return parts
    .toSorted((one, other) => other.value - one.value)
    .slice(0, 4)
    .toSorted((one, other) => (one.of ?? 0) - (other.of ?? 0))
}

function hour({ t, percent }: ForecastWords, { of, value }: Part): string {
  return t('fit.item', { name: t('fit.hour', { from: of ?? 0 }), value: percent(value / 100) })
}

const shares = new Set(['send-back', 'found-by', 'learning', 'priorities'])

function shown(
  { value: say, percent, number }: ForecastWords,
  what: string,
  { part }: Part,
  value: number,
): string {
  if (part === 'mean') return say('minutes', value)
  if (what === 'weekdays') return percent(value / 100)
  return shares.has(what) ? percent(value) : number(value)
}

function itemName({ t }: ForecastWords, what: string, of: number): string {
  if (what === 'weekdays')
    return new Intl.DateTimeFormat(t.language, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2026, 0, 4 + of, 12),
    )
  return what === 'priorities' ? t('fit.priority', { priority: of }) : t('tier', { tier: of })
}
