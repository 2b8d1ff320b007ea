import { describe, expect, test } from 'vitest'
import { nothingKnown } from './known-personal.ts'
import { redact } from './redact.ts'

const known = { ...nothingKnown, names: ['Ada Visser'], kept: ['EliteBook 840-G11'] }
const things = (text: string) => redact([{ text, reading: 'things' }], known).texts[0]

describe('in a list of devices and accounts nothing has to be called what it is', () => {
  test.each([
    ['Surface Laptop 7, 0F3716826', 'Surface Laptop 7, [Serial 1]'],
    [
      'iPhone 16 H2W123456 (ada.visser); iPhone 16 H2W654321 (test account)',
      'iPhone 16 [Serial 1] ([User 1]); iPhone 16 [Serial 2] (test account)',
    ],
    ['5CD1234XYZ, avisser, 2026-11-24 14:05 UTC', '[Serial 1], [User 1], 2026-11-24 14:05 UTC'],
    ['pf3xk21a user pjansen', '[Serial 1] user [User 1]'],
    ['2026-11-24 14:05 UTC, k.appel', '2026-11-24 14:05 UTC, [User 1]'],
    ['NLAMS-W1234 of 112345678957', '[Device 1] of [Serial 1]'],
    ['5CD1234XYZ\n5CD1234XYY', '[Serial 1]\n[Serial 2]'],
  ])('%s', (text, expected) => expect(things(text)).toBe(expected))

  test.each([
    'Galaxy A54 SM-A546B, Android 16, KB5031356',
    'Windows 11 25H2 (26200.7171), 10.0.26100.1742',
    'HP EliteBook 840-G11, WINDOWS11, iPhone15,2, MacBookPro18,3',
    'Error 0x80180014 and AADSTS50097 on 24-11-2026 at 2026-11-24T14:05:00Z',
    'Intune device ID 0f3e1c52-7d9a-4b1a-9c3d-1f2e3d4c5b6a, noncompliant, company',
    'Three phones of the pilot.',
    'com.microsoft.companyportal, portal.manage.microsoft.com, company-portal.log',
    'iPhone 16 is the new one; iPhone 11 and iPhone 8 may go.',
  ])('but this stays: %s', (text) => expect(things(text)).toBe(text))
})

describe('what is found in one text is looked for in all', () => {
  test.each([
    [
      'a serial that another text calls so',
      'Serial: 0F3716826',
      'On 0F3716826 it stops',
      'On [Serial 1] it stops',
    ],
    ['each of several', 'Serienummers: PF3XK21A, PF3XK21B en PF3XK21C', 'PF3XK21C', '[Serial 3]'],
    ['a serial with words before it', 'Serial number of the laptop: PF3XK21A', 'PF3XK21A', '[Serial 1]'],
    ['a sign-in name', 'user: kappel', 'KAPPEL signed in', '[User 1] signed in'],
    ['somebody nobody knows', 'Mijn naam is Karel Appel', 'Call Karel Appel', 'Call [User 1]'],
    ['the number of an employee', 'personeelsnummer 004512A', '004512A', '[Number 1]'],
  ])('%s', (_, one, other, expected) => {
    expect(redact([one, other], nothingKnown).texts[1]).toBe(expected)
    expect(redact([other, one], nothingKnown).texts[0]).toContain(expected.replace(/\d/, '1').slice(0, 5))
  })

  test('also what was hidden in what went before', () => {
    const packet = redact([{ text: 'Surface, 0F3716826', reading: 'things' }], nothingKnown)
    expect(redact(['0F3716826 again'], nothingKnown, undefined, packet.hidden).texts).toEqual(['[Serial 1] again'])
  })

  test('an ordinary word is not, and a word that is a name only as a name is written', () => {
    expect(redact(['user: admin', 'the admin signs in'], nothingKnown).texts[1]).toBe('the admin signs in')
    expect(redact(['Hoi Mark,\nhet lukt niet', 'mark the device for Mark'], nothingKnown).texts[1]).toBe(
      'mark the device for [User 1]',
    )
    expect(
      redact(['Trace: 5f1d', 'Correlation ID 7d9a1c52-0f3e-4b1a-9c3d-1f2e3d4c5b6a'], nothingKnown).texts[1],
    ).toContain('7d9a1c52')
  })
})

test('what is meant for the vendor as it is keeps everything but its secrets', () => {
  const text = 'Mira van Dijk, +31 6 12345678, 9-17 CET, wachtwoord: Zomer2026!'
  const { texts, hidden } = redact([{ text, reading: 'as-is' }], known)
  expect(texts).toEqual(['Mira van Dijk, +31 6 12345678, 9-17 CET, wachtwoord: [secret removed]'])
  expect(hidden).toEqual([])
})
