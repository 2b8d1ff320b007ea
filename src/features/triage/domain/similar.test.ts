import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedWords } from '#features/knowledge/server/actions.ts'
import { type Comparable, similarTo } from './similar.ts'
import { countWords, rareWordsOf, weightOf } from './similar-words.ts'

let numbers = 0
function ticket(text: string, given: Partial<Comparable> = {}): Comparable {
  numbers += 1
  return {
    ...{ id: `t${numbers}`, number: numbers, requesterId: `r${numbers}`, openedAt: '2026-11-20T09:00:00.000Z' },
    ...{ codes: [], category: null, platform: null, wave: null, issueId: null, failure: null, models: [] },
    words: comparedWords(text),
    ...given,
  }
}

test('a code is no word', () => {
  expect([...comparedWords('De laptop stopt bij 0x80180014 en 0xcaa2000c').values()]).toEqual(['laptop', 'stopt'])
})

describe('words', () => {
  test.each([
    ['My iPhone will not enroll', 'Mijn iPhone inschrijven lukt niet'],
    ['Enrollment blocked on the device', 'Inschrijving geblokkeerd op het apparaat'],
    ['Company Portal: sign-in error', 'Bedrijfsportal: foutmelding bij inloggen'],
    ['certificate expired', 'Het certificaat is verlopen'],
  ])('of “%s” are also those of “%s”', (one, other) => {
    const both = [...comparedWords(one).keys()].filter((word) => comparedWords(other).has(word))
    expect(both.length).toBeGreaterThanOrEqual(Math.min(comparedWords(one).size, comparedWords(other).size) - 1)
    expect(both.length).toBeGreaterThanOrEqual(2)
  })

  test('have no case, accents or endings, and what says nothing is not among them', () => {
    const keys = (text: string) => [...comparedWords(text).keys()]
    expect(keys('Geïnstalleerde LAPTOPS')).toEqual(keys('geinstalleerd laptop'))
    expect(keys('I do not know what the and of it is, het is een van die')).toEqual(['know'])
  })

  test('weigh more the rarer they are', () => {
    const texts = Array.from({ length: 100 }, (_, index) =>
      comparedWords(`iphone ${index % 10 === 0 ? 'vpn' : ''} ${index < 2 ? 'zscaler' : ''}`),
    )
    const counts = countWords(texts)
    expect(weightOf([...comparedWords('iphone').keys()][0] ?? '', counts)).toBeCloseTo(0)
    expect(weightOf('vpn', counts)).toBeGreaterThan(0.4)
    expect(weightOf('zscaler', counts)).toBeGreaterThan(weightOf('vpn', counts))
    expect(rareWordsOf(comparedWords('iphone vpn zscaler alone'), counts, 6)).toEqual(['zscaler'])
  })
})

describe('similar tickets', () => {
  const desk = [
    ticket('iPhone enrollment stops, device limit reached', { codes: ['80180013'], platform: 'ios' }),
    ticket('iPad cannot enroll at the company screen', { platform: 'ios' }),
    ticket('Wifi certificate missing on laptop', { platform: 'windows' }),
    ticket('Outlook asks for password again and again on Android', { platform: 'android' }),
  ]
  const counts = countWords(desk.map(({ words }) => words))
  const numbersOf = (mine: Comparable) => similarTo(mine, desk, counts, 5).map(({ ticket: { number } }) => number)
  const [limit, screen, wifi, outlook] = desk.map(({ number }) => number)

  test('a code is enough', () => {
    expect(numbersOf(ticket('Help', { codes: ['80180013'] }))).toEqual([limit])
  })

  test('words are, also those of the other language', () => {
    expect(numbersOf(ticket('Wifi-certificaat ontbreekt op mijn laptop'))).toEqual([wifi])
    expect(numbersOf(ticket('Outlook vraagt steeds om wachtwoord op Android'))).toContain(outlook)
  })

  test('a category, a platform and a wave are not', () => {
    const same = { category: 'enrollment-blocked', platform: 'ios', wave: 'wave-2', models: ['iPhone 15'] }
    const mine = ticket('Something else entirely', same)
    expect(similarTo(mine, [ticket('My screen broke', same)], counts, 5)).toEqual([])
  })

  test('of one person in the same days, of the same category, also with other words; months later not', () => {
    const same = { category: 'enrollment-blocked', requesterId: 'r' }
    const mine = ticket('Help me please', same)
    const earlier = (openedAt: string) => [
      ticket('Je Windows-computer instellen is mislukt', { ...same, openedAt }),
    ]
    expect(similarTo(mine, earlier('2026-11-18T09:00:00.000Z'), counts, 5)).toHaveLength(1)
    expect(similarTo(mine, earlier('2026-08-18T09:00:00.000Z'), counts, 5)).toEqual([])
  })

  test('each says why, the weightiest first', () => {
    const mine = ticket('iPhone enrollment: limit reached', {
      ...{ codes: ['80180013'], platform: 'ios', wave: 'wave-2', models: ['iPhone 15'] },
    })
    const other = ticket('The limit of iPhone enrollment is reached', {
      ...{ codes: ['80180013'], platform: 'ios', wave: 'wave-2', models: ['iPhone 15', 'iPad 9'] },
    })
    expect(similarTo(mine, [other], counts, 5)[0]?.because.map(({ kind }) => kind)).toEqual([
      'code',
      'words',
      'model',
      'platform',
      'wave',
    ])
  })

  test('another platform makes it less like', () => {
    const mine = { words: comparedWords('company screen enroll ipad'), platform: 'ios' }
    const score = (platform: string) =>
      similarTo(ticket('', mine), [ticket('iPad cannot enroll at the company screen', { platform })], counts, 5)[0]
        ?.score ?? 0
    expect(score('windows')).toBeLessThan(score('ios') - 10)
    expect(screen).toBeGreaterThan(0)
  })

  test('it is never like itself, and of two the likeness is the same from both sides', () => {
    const some = fc.record({
      words: fc
        .subarray(['iphone', 'enroll', 'vpn', 'proxy', 'zscaler'])
        .map((all) => comparedWords(all.join(' '))),
      codes: fc.subarray(['80180013', '80180014']),
      platform: fc.constantFrom(null, 'ios', 'android'),
      wave: fc.constantFrom(null, 'wave-1'),
    })
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [mine, yours] = [ticket('', one), ticket('', other)]
        expect(similarTo(mine, [mine], counts, 5)).toEqual([])
        const there = similarTo(mine, [yours], counts, 5)[0]?.score
        expect(similarTo(yours, [mine], counts, 5)[0]?.score).toEqual(there)
      }),
    )
  })
})
