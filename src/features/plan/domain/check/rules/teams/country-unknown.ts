import { holidayCountries } from '../../../holiday-countries.ts'
import { each, type Rule, spot } from '../../rule.ts'

const known = new Set(holidayCountries)

/** A code that is none, such as UK for the United Kingdom: clocks would run on through every holiday. */
export const rule: Rule = {
  code: 'country-unknown',
  severity: 'error',
  find: ({ teams }) =>
    each(teams.supportHours, ['teams', 'supportHours'], ({ holidays: { country } }, place) =>
      country === null || known.has(country) ? [] : [spot([...place, 'holidays', 'country'], { value: country })],
    ),
}
