import { useMemo } from 'react'
import { useWords, type Words } from '#ui/words/words.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Unit } from './charts/figures.ts'

export type ForecastWords = {
  readonly t: Words<'forecast'>
  /** 14 March 2027 */
  readonly day: (day: string) => string
  readonly shortDay: (day: string) => string
  readonly month: (day: string) => string
  readonly value: (unit: Unit, value: number | null) => string
  readonly percent: (share: number) => string
  readonly number: (value: number) => string
  readonly list: (parts: readonly string[]) => string
  readonly tier: (plan: SupportPlan, level: number) => string
  readonly wave: (plan: SupportPlan, key: string) => string
}

/** How a forecast's values are said in the reader's language. */
export function useForecastWords(): ForecastWords {
  const t = useWords('forecast')
  const { language } = t
  return useMemo(() => ({ t, ...sayings(language, t) }), [t, language])
}

function sayings(language: 'nl' | 'en', t: Words<'forecast'>): Omit<ForecastWords, 't'> {
  const locale = language === 'en' ? 'en-GB' : 'nl-NL'
  const date = (style: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day}T12:00:00Z`))
  }
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  const list = new Intl.ListFormat(locale)
  return {
    day: date({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: date({ day: 'numeric', month: 'short' }),
    month: date({ month: 'short' }),
    value: (unit, value) => {
      if (value === null) return t('table.nothing')
      if (unit === 'share') return percent.format(value)
      if (unit === 'count') return number.format(value)
      return Math.abs(value) < 90
        ? t('duration.minutes', { count: number.format(value) })
        : t('duration.hours', { count: number.format(value / 60) })
    },
    percent: (share) => percent.format(share),
    number: (value) => number.format(value),
    list: (parts) => list.format(parts),
    tier: (plan, level) => {
      const found = plan.teams.tiers.find((tier) => tier.level === level)
      return found ? found.name[language] : t('tier', { tier: level })
    },
    wave: (plan, key) =>
      plan.involvement.phases.flatMap((phase) => phase.waves).find((wave) => wave.key === key)?.name[language] ??
      key,
  }
}
