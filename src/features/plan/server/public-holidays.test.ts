import Holidays from 'date-holidays'
import { expect, test } from 'vitest'
import { holidayCountries } from '../domain/holiday-countries.ts'

test('the check knows every country that holidays are known of, and no other', () => {
  expect(holidayCountries).toEqual(Object.keys(new Holidays().getCountries()).toSorted())
})
