import { namesOf } from '../../plan-lists.ts'
import { type Rule, spot } from '../../rule.ts'

const languages = ['nl', 'en'] as const

/** Two entries of one list have the same name: whoever chooses between them cannot tell them apart. */
export const rule: Rule = {
  code: 'name-twice',
  severity: 'warning',
  find: (plan) => {
    const seen = new Set<string>()
    return namesOf(plan).flatMap(({ list, place, name }) => {
      const said = languages.map((language) =>
        [list, language, name[language].trim().toLowerCase()].join(' ').trim(),
      )
      const isTwice = languages.some(
        (language, index) => name[language].trim() !== '' && seen.has(said[index] ?? ''),
      )
      for (const one of said) seen.add(one)
      return isTwice ? [spot(place, { name })] : []
    })
  },
}
