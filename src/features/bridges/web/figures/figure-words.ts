import { useWords } from '#ui/words/words.ts'
import type { Judgement } from '../../contract/figures.ts'

export type Unit = 'hours' | 'percent' | 'number'

/** A figure in the reader's own way of writing numbers. */
export function useFigureWords(): (value: number | null, unit: Unit) => string {
  const t = useWords('bridges')
  const numbers = new Intl.NumberFormat(t.language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 })
  return (value, unit) => {
    if (value === null) return t('figures.none')
    const text = numbers.format(value)
    if (unit === 'number') return text
    return t(unit === 'hours' ? 'figures.hours' : 'figures.percent', { value: text })
  }
}

const units: Readonly<Record<Judgement['figure'], Unit>> = {
  'solved-at-tier-1': 'percent',
  'cleared-on-bridge': 'percent',
  'hours-to-cause': 'hours',
  'open-on-bridge': 'number',
  'target-attainment': 'percent',
}

/** What a plan measures an exit figure in. */
export function unitOf(figure: Judgement['figure']): Unit {
  return units[figure]
}
