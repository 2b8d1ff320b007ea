import { expect, test } from 'vitest'
import { guessLanguage } from './language.ts'

test.each([
  ['Het scherm zegt dat het toestel niet voldoet', 'nl'],
  ['Na de update van gisteren lukt inloggen niet meer', 'nl'],
  ['Wachtwoord gewijzigd', 'nl'],
  ['Opnieuw geprobeerd met mobiele data', 'nl'],
  ['The device says that it does not comply', 'en'],
  ['Since the update of yesterday, sign-in fails for all users', 'en'],
  ['0x80180014', null],
  ['iPhone 15', null],
  ['72f988bf-86f1-41af-91ab-2d7cd011db47', null],
  ['', null],
] as const)('%s: %s', (text, language) => expect(guessLanguage(text)).toBe(language))
