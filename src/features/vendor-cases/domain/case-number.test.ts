import { expect, test } from 'vitest'
import { mayBeSuppliers, numbersIn } from './case-number.ts'

test.each([
  ['[T-1115] TrackingID#2611300010001234', ['2611300010001234']],
  ['RE: 2611300010001234 - Microsoft Intune, our reference T-1115', ['2611300010001234']],
  ['T-1115, 0x801', []],
  ['', []],
])('%s', (subject, numbers) => expect(numbersIn(subject)).toEqual(numbers))

const microsoft = { supplier: 'Microsoft', addresses: ['kim@partner.example'] }
test.each([
  ['sam@partner.example', true],
  ['no-reply@microsoft.com', true],
  ['support@mail.support.microsoft.com', true],
  ['support@notmicrosoft.com', false],
  ['ada@contoso.example', false],
])('%s may be the supplier’s: %s', (address, may) => expect(mayBeSuppliers(address, microsoft)).toBe(may))
