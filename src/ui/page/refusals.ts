import { useWords } from '../words/words.ts'
import type { RefusalWords } from './problem-text.ts'

/** The words of a feature for its refusals, else those of the one that it acts through; null for codes of others. */
export function useRefusals(feature: string, through = feature): RefusalWords {
  const [own, other] = [useWords(feature), useWords(through)]
  return (code, { data }) => {
    const words = [own, other].find((one) => one.has(`refusals.${code}`))
    return words ? words.any(`refusals.${code}`, sayable(data)) : null
  }
}

/** What can stand in a sentence, of what a refusal says. */
export function sayable(data: Readonly<Record<string, unknown>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
