import { describe, expect, it } from 'vitest'
import { countryOf, namedCountries } from './here.ts'

const known = ['AT', 'BE', 'DE', 'GB', 'NL', 'US']

describe('the country that is proposed', () => {
  it.each([
    ['Europe/Amsterdam', ['nl-NL', 'nl'], 'NL'],
    ['Europe/Amsterdam', ['en-GB', 'en'], 'NL'],
    ['Europe/London', ['nl-NL'], 'GB'],
    ['America/New_York', ['en'], 'US'],
    ['UTC', ['de-AT', 'en-US'], 'AT'],
    ['UTC', ['en'], null],
    ['Asia/Tokyo', ['ja-JP'], null],
  ])('in %s with the languages %j is %j', (zone, languages, country) => {
    expect(countryOf(zone, languages, known)).toBe(country)
  })

  it('is one of a list in the order of its names', () => {
    expect(namedCountries(['NL', 'BE', 'DE'], 'nl').map(({ name }) => name)).toEqual([
      'België',
      'Duitsland',
      'Nederland',
    ])
  })
})
