import { describe, expect, test } from 'vitest'
import { defaultAssumptions } from '#features/forecast/domain/assumptions/defaults.ts'
import { starter } from '#features/forecast/domain/testing/starter.ts'
import { sayFileError } from '#features/plan/server/file/say-file-error.ts'
import { words } from '../words.ts'
import { readAssumptionsFile } from './read-assumptions-file.ts'

const base = defaultAssumptions(starter)
const translate = await words()

function told(text: string, language: 'nl' | 'en'): readonly string[] {
  const read = readAssumptionsFile(text, base)
  if (read.ok) return []
  return read.errors.map((error) => {
    const { what, advice } = sayFileError(translate, language, error)
    return `${error.line}:${error.column} ${error.field}: ${what} ${advice}`
  })
}

describe('a file of assumptions with a fault is told where, what and what to do, in both languages', () => {
  test.each([
    {
      text: 'arivals: { perHour: 3 }',
      en: '1:1 arivals: There is no field ‘arivals’ here. Did you mean ‘arrivals’?',
      nl: '1:1 arivals: Het veld ‘arivals’ bestaat hier niet. Bedoel je ‘arrivals’?',
    },
    {
      text: 'tiers:\n  1: { agent: 3 }',
      en: '2:8 tiers.1.agent: There is no field ‘agent’ here. Did you mean ‘agents’?',
      nl: '2:8 tiers.1.agent: Het veld ‘agent’ bestaat hier niet. Bedoel je ‘agents’?',
    },
    {
      text: 'training: { colour: red }',
      en: '1:13 training.colour: There is no field ‘colour’ here. Remove it. The fields here are: lessons, planned, retraining, retrainMinutes.',
      nl: '1:13 training.colour: Het veld ‘colour’ bestaat hier niet. Haal het weg. De velden zijn hier: lessons, planned, retraining, retrainMinutes.',
    },
    {
      text: '\ntiers: { 1: { passOn: 1.5 } }',
      en: '2:23 tiers.1.passOn: 1.5 is too large. Write a number of at most 1.',
      nl: '2:23 tiers.1.passOn: 1.5 is te groot. Schrijf een getal van ten hoogste 1.',
    },
    {
      text: 'seed: soon',
      en: '1:7 seed: The text ‘soon’ does not fit here. Write a whole number, without quotes.',
      nl: '1:7 seed: De tekst ‘soon’ past hier niet. Schrijf een heel getal, zonder aanhalingstekens.',
    },
    {
      text: 'patience: 3',
      en: '1:11 patience: The number 3 is not one of the possibilities. Choose one of: none, { distribution, meanMinutes, cv }.',
      nl: '1:11 patience: Het getal 3 is niet een van de mogelijkheden. Kies een van: none, { distribution, meanMinutes, cv }.',
    },
    {
      text: 'patience: { distribution: gamma }',
      en: '1:1 patience.meanMinutes: The field ‘meanMinutes’ is missing. Add it, with a number, without quotes.',
      nl: '1:1 patience.meanMinutes: Het veld ‘meanMinutes’ ontbreekt. Voeg het toe, met een getal, zonder aanhalingstekens.',
    },
    {
      text: 'priorities: [1, 2]',
      en: '1:13 priorities: This list has 2 entries. It needs at least 4.',
      nl: '1:13 priorities: Het aantal onderdelen van deze lijst is 2. Het moeten er ten minste 4 zijn.',
    },
    {
      text: 'priorities: [0, 0, 0, 0]',
      en: '1:13 priorities: This cannot be as it stands. Make at least one weight more than zero.',
      nl: '1:13 priorities: Zo kan dit niet. Maak minstens één gewicht groter dan nul.',
    },
    {
      text: 'horizon: { hours: 200000 }\nreplications: 10000',
      en: '1:1 : This cannot be as it stands. This asks for more than can be played. Take fewer replications or a shorter time.',
      nl: '1:1 : Zo kan dit niet. Dit vraagt meer dan er doorgerekend kan worden. Neem minder herhalingen of een kortere tijd.',
    },
    {
      text: 'causes: { foundBy: { 7: 0.1 } }',
      en: '1:22 causes.foundBy.7: This plan has no tier ‘7’. Choose one of: 1, 2, 3. Or add it to the plan first.',
      nl: '1:22 causes.foundBy.7: Dit plan heeft geen laag ‘7’. Kies een van: 1, 2, 3. Of voeg het eerst toe aan het plan.',
    },
  ])('$text', ({ text, en, nl }) => {
    expect(told(text, 'en')).toEqual([en])
    expect(told(text, 'nl')).toEqual([nl])
  })

  test('all faults at once, in the order of the file', () => {
    const lines = told('replications: 0\nhours: allways\ntiers:\n  12: { agents: 3 }', 'en')
    expect(lines.map((line) => line.split(' ', 2).join(' '))).toEqual([
      '1:15 replications:',
      '2:8 hours:',
      '4:3 tiers.12:',
    ])
  })
})

test.each([[''], ['# nothing yet\n'], ['{}']])('a file that says nothing changes nothing: %j', (text) => {
  expect(readAssumptionsFile(text, base)).toEqual({ ok: true, assumptions: base })
})
