import { expect, test } from 'vitest'
import { ideas } from '../../domain/words/ideas.ts'
import { comparedWords, spellingsOfWord } from './compared-words.ts'
import { listed } from './read-ideas.ts'

const keys = (text: string) => [...comparedWords(text).keys()]

test('every word and phrase that means an idea is compared as that idea alone', () => {
  const wrong = Object.entries(ideas).flatMap(([idea, { same }]) =>
    listed(same)
      .map((term) => term.replaceAll('+', ' '))
      .filter((term) => keys(term).join() !== idea)
      .map((term) => `${term}: ${keys(term).join()}, not ${idea}`),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['wi-fi', 'draadloos'],
  ['work profile', 'werkprofiel'],
  ['sign-in', 'inloggen'],
  ['certificates', 'certificaat'],
  ['pincode', 'passcode'],
  ['opnieuw opstarten', 'reboot'],
])('“%s” and “%s” are one word', (one, other) => {
  expect(keys(one)).toEqual(keys(other))
  expect(keys(one)).toHaveLength(1)
})

test.each([
  ['iphone', 'android'],
  ['bewerken', 'netwerken'],
  ['aanmelden', 'inschrijven'],
])('“%s” and “%s” are two', (one, other) => expect(keys(one)).not.toEqual(keys(other)))

test('words are named as they were written, and phrases as one', () => {
  expect([...comparedWords('Wi-Fi certificaten verlopen').values()]).toEqual(['wi-fi', 'certificaten', 'verlopen'])
})

test('greetings and what any report says are no words', () => {
  expect(keys('Hallo, ik krijg steeds een foutmelding en het lukt niet. Alvast bedankt, groeten')).toEqual([])
})

test('an idea is searched for as it is spelled in either language, a plain word as it is', () => {
  expect(spellingsOfWord('licence')).toEqual(expect.arrayContaining(['licentie', 'license']))
  expect(spellingsOfWord('workprofile')).toEqual(['werkprofiel', 'work profile'])
  expect(spellingsOfWord('zscaler')).toEqual([])
  expect(spellingsOfWord('constructor')).toEqual([])
})

test('four thousand tickets are read in a second', () => {
  const text =
    'De wifi op kantoor vraagt na de update om een certificaat dat ik niet heb, collega Fatima ook. '.repeat(4)
  const begun = performance.now()
  for (let ticket = 0; ticket < 4000; ticket += 1) comparedWords(`${text} ${ticket}`)
  expect(performance.now() - begun).toBeLessThan(1000)
})
