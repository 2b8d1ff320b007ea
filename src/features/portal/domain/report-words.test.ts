import { expect, test } from 'vitest'
import { namesDevice, saysEnough, sentencesOf } from './report-words.ts'

test.each<[string, boolean]>([
  ['', false],
  ['Help', false],
  ['\n0x80180013', true],
  ['80180013\n', true],
  ['My phone is stuck', true],
])('whether "%s" says enough to look for: %s', (text, enough) => expect(saysEnough(text)).toBe(enough))

test.each<[string, boolean, boolean]>([
  ['Mijn telefoon doet niets', true, false],
  ['My iPad is old', true, false],
  ['Mijn laptop doet niets', false, true],
  ['All my devices', true, true],
  ['Mijn telefoonabonnement is op', false, false],
])('"%s" names a phone: %s, a Windows computer: %s', (text, phone, computer) => {
  expect(namesDevice(text, ['ios'])).toBe(phone)
  expect(namesDevice(text, ['windows'])).toBe(computer)
})

test('a report is its subject and its sentences; a version number ends none', () => {
  expect(sentencesOf('Too old\nMy phone has iOS 15.2 now. It says no! Why?')).toEqual([
    ...['Too old', 'My phone has iOS 15.2 now', 'It says no', 'Why?'],
  ])
})
