import { expect, test } from 'vitest'
import en from '../i18n/en.json' with { type: 'json' }
import nl from '../i18n/nl.json' with { type: 'json' }
import type { RefusalCode } from './refusals.ts'

// The compiler refuses a code without words in either language.
const words: readonly Readonly<Record<RefusalCode, string>>[] = [en.refusals, nl.refusals]

test('every refusal is a sentence in both languages', () => {
  for (const language of words)
    for (const [code, sentence] of Object.entries(language))
      expect([code, sentence]).toEqual([code, sentence.trim()])
  for (const [code, sentence] of Object.entries(nl.refusals))
    expect([code, sentence]).not.toEqual([code, (en.refusals as Readonly<Record<string, string>>)[code]])
})
