import { describe, expect, test } from 'vitest'
import { entriesOf } from './entries.ts'
import { endOf, type WantedOccurrence, type WantedSeries } from './invitation.ts'
import { occurrencesOf } from './occurrences.ts'

const series = (change: Partial<WantedSeries> = {}): WantedSeries => ({
  weekly: [{ day: 2, at: '10:00' }],
  lengthMinutes: 30,
  from: '2027-03-16',
  until: '2027-04-08',
  except: [],
  ...change,
})
const entries = (recurring: WantedSeries | undefined, occurrences: readonly WantedOccurrence[] = []) =>
  entriesOf({ recurring, occurrences, timeZone: 'Europe/Amsterdam' })
const starts = (recurring: WantedSeries, occurrences: readonly WantedOccurrence[] = []) =>
  entries(recurring, occurrences).flatMap(({ time }) => occurrencesOf(time, 'Europe/Amsterdam'))

const tuesdays = [
  '2027-03-16T09:00:00.000Z',
  '2027-03-23T09:00:00.000Z',
  '2027-03-30T08:00:00.000Z',
  '2027-04-06T08:00:00.000Z',
]

describe('a series', () => {
  test('stays at its time when the clocks change', () => {
    expect(starts(series())).toEqual(tuesdays)
  })

  test('has one thing in the calendar per time of day', () => {
    const weekly = [
      { day: 4, at: '15:00' },
      { day: 2, at: '10:00' },
      { day: 1, at: '10:00' },
    ]
    expect(entries(series({ weekly })).map(({ key, time }) => [key, time.weekly?.days])).toEqual([
      ['weekly-1', [1, 2]],
      ['weekly-2', [4]],
    ])
  })

  test.each([
    ['a day', ['2027-03-23']],
    ['a moment', ['2027-03-23T09:00:00.000Z']],
  ])('leaves out %s', (_, except) => {
    expect(starts(series({ except }))).toEqual(tuesdays.filter((at) => !at.startsWith('2027-03-23')))
  })

  test('begins with the first that is held and ends with the last', () => {
    const [only] = entries(series({ except: ['2027-03-16', '2027-03-23', '2027-04-06'] }))
    expect(only?.time).toMatchObject({ starts: tuesdays[2], weekly: { until: tuesdays[2], except: [] } })
  })

  test('is nothing where none is held', () => {
    expect(entries(series({ except: ['2027-03-16', '2027-03-23', '2027-03-30', '2027-04-06'] }))).toEqual([])
    expect(entries(series({ weekly: [] }))).toEqual([])
    expect(entries(series({ until: '2027-03-15' }))).toEqual([])
  })

  test('says nothing more of occurrences that are as it has them', () => {
    const same = tuesdays.map((at, index) => ({
      key: String(index),
      starts: at,
      ends: at.replace(':00:00.', ':30:00.'),
    }))
    expect(entries(series(), same)).toEqual(entries(series()))
  })

  test('has an occurrence at another time or of another length', () => {
    const moved = { key: tuesdays[1] ?? '', starts: '2027-03-24T12:00:00.000Z', ends: '2027-03-24T12:30:00.000Z' }
    const longer = { key: tuesdays[0] ?? '', starts: tuesdays[0] ?? '', ends: '2027-03-16T10:00:00.000Z' }
    const [only, ...none] = entries(series(), [moved, longer])
    expect(none).toEqual([])
    expect(only?.time.weekly?.moved.map((one) => one.was)).toEqual([tuesdays[0], tuesdays[1]])
  })

  test('lasts until its last occurrence is over, also a moved one', () => {
    const moved = { key: tuesdays[3] ?? '', starts: '2027-05-01T09:00:00.000Z', ends: '2027-05-01T10:00:00.000Z' }
    expect(entries(series()).map((one) => endOf(one.time))).toEqual(['2027-04-06T08:30:00.000Z'])
    expect(entries(series(), [moved]).map((one) => endOf(one.time))).toEqual([moved.ends])
  })

  test('gets an extra one beside it', () => {
    const extra = { key: 'extra', starts: '2027-03-25T12:00:00.000Z', ends: '2027-03-25T12:30:00.000Z' }
    expect(entries(series(), [extra]).map((one) => one.key)).toEqual(['weekly-1', 'extra'])
  })

  test('does not grow without end', () => {
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, at: '10:00' }))
    expect(starts(series({ weekly, until: '2090-01-01' })).length).toBe(600)
  })
})

test('what is no series is in the calendar each by itself', () => {
  const two = [
    { key: 'a', starts: '2027-03-25T12:00:00.000Z', ends: '2027-03-25T12:30:00.000Z' },
    { key: 'b', starts: '2027-03-26T12:00:00.000Z', ends: '2027-03-26T12:30:00.000Z' },
  ]
  expect(entries(undefined, two).map(({ key, time }) => [key, time.starts, time.weekly])).toEqual([
    ['a', two[0]?.starts, null],
    ['b', two[1]?.starts, null],
  ])
})
