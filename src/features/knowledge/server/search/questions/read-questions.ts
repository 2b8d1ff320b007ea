import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#features/people/domain/person.ts'

export type Question = { readonly language: Language; readonly asks: string; readonly right: readonly string[] }

export function questionsIn(file: 'asked' | 'tuned' | 'held-back' | 'later' | 'strangers'): readonly Question[] {
  return readFileSync(join(import.meta.dirname, `${file}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [language, asks = '', right = ''] = line.split(' | ')
      return { language: language === 'nl' ? 'nl' : 'en', asks, right: right.split(' ') }
    })
}
