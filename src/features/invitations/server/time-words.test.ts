import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCatalogues } from '#platform/i18n/read-catalogues.ts'
import { createTranslate } from '#platform/i18n/translate.ts'
import type { EntryTime } from '../domain/invitation.ts'
import { timeWords } from './time-words.ts'

const translate = await createTranslate(readCatalogues({ invitations: join(import.meta.dirname, '..') }))
const amsterdam = 'Europe/Amsterdam'

function say(time: EntryTime, language: 'nl' | 'en', timeZone = amsterdam, ownZone = amsterdam): string {
  return timeWords(time, { language, timeZone, ownZone }, (key, values) =>
    translate(language, `invitations:mail.${key}`, values),
  )
}
const once = (starts: string, ends: string): EntryTime => ({ starts, ends, weekly: null })

describe('a moment in words', () => {
  const morning = once('2026-12-01T09:00:00.000Z', '2026-12-01T09:30:00.000Z')
  test.each([
    ['here', morning, amsterdam, 'Tuesday 1 December 2026, 10:00–10:30 (Europe/Amsterdam)'],
    [
      'where the clocks show the same',
      morning,
      'Europe/Madrid',
      'Tuesday 1 December 2026, 10:00–10:30 (Europe/Madrid)',
    ],
    [
      'elsewhere',
      morning,
      'America/New_York',
      'Tuesday 1 December 2026, 04:00–04:30 (America/New_York), which is 10:00–10:30 in Europe/Amsterdam',
    ],
    [
      'on another day elsewhere',
      once('2026-12-01T01:00:00.000Z', '2026-12-01T01:30:00.000Z'),
      'America/New_York',
      'Monday 30 November 2026, 20:00–20:30 (America/New_York), which is Tuesday 1 December 2026, 02:00–02:30 in Europe/Amsterdam',
    ],
    [
      'until midnight',
      once('2026-12-01T21:00:00.000Z', '2026-12-01T23:00:00.000Z'),
      amsterdam,
      'Tuesday 1 December 2026, 22:00–00:00 (Europe/Amsterdam)',
    ],
    [
      'over two days',
      once('2026-12-01T21:00:00.000Z', '2026-12-02T16:00:00.000Z'),
      amsterdam,
      'Tuesday 1 December 2026, 22:00–Wednesday 2 December 2026, 17:00 (Europe/Amsterdam)',
    ],
  ])('%s', (_, time, zone, words) => {
    expect(say(time, 'en', zone)).toBe(words)
  })
})

describe('a series in words', () => {
  const series: EntryTime = {
    starts: '2027-03-16T14:00:00.000Z',
    ends: '2027-03-16T14:30:00.000Z',
    weekly: { days: [2, 4, 5], until: '2027-03-26T14:00:00.000Z', except: [], moved: [] },
  }

  test('says its days, and the other time where the reader is', () => {
    expect(say(series, 'nl', 'America/New_York')).toBe(
      'elke dinsdag, donderdag en vrijdag, 10:00–10:30 (America/New_York), dat is 15:00–15:30 in Europe/Amsterdam, van dinsdag 16 maart 2027 tot en met vrijdag 26 maart 2027',
    )
  })

  test('says both times where two zones change their clocks on other days', () => {
    const longer = { ...series, weekly: series.weekly && { ...series.weekly, until: '2027-04-02T14:00:00.000Z' } }
    expect(say(longer, 'en', 'America/New_York')).toContain(
      '10:00–10:30 (America/New_York), which is 15:00–15:30 or 16:00–16:30 in Europe/Amsterdam, depending on the day',
    )
  })
})
