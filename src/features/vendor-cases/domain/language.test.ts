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
  ['Mira van Dijk, +31 6 12345678, 9-17 CET', null],
  ['Call Jan de Vries or Piet van den Berg', 'en'],
  ['Jan de Vries, bereikbaar op werkdagen van 9 tot 17 en ook in het weekend', 'nl'],
  ['T. Dijkstra, Schiphol', null],
  ['De Surface van Ada doet het niet', 'nl'],
] as const)('%s: %s', (text, language) => expect(guessLanguage(text)).toBe(language))
