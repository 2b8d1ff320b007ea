import { useWords } from '#ui/words/words.ts'

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
