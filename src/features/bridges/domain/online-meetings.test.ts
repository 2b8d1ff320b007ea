import { describe, expect, test } from 'vitest'
import type { Meeting } from './meeting.ts'
import {
  type KnownOnline,
  nextTry,
  onlineSteps,
  type WantedOnline,
  wantedOnline,
  withLinks,
} from './online-meetings.ts'
import { wantedMeetings } from './keep-up.ts'
import { bridgeOf, planWith } from './testing/plan.ts'

const now = '2026-11-23T09:00:00.000Z'
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
const wanted = (change: Partial<WantedOnline> = {}): WantedOnline => ({
  subject: 'meeting',
  title: { nl: 'Overleg', en: 'Bridge' },
  starts: later(60),
  ends: later(90),
  hostId: 'host',
  ...change,
})
const known = (change: Partial<KnownOnline> = {}): KnownOnline => ({
  subject: 'meeting',
  state: 'made',
  title: 'Overleg',
  starts: later(60),
  ends: later(90),
  triedAt: later(-1),
  nextTryAt: null,
  ...change,
})

describe('what is done so that each bridge has its online meeting once', () => {
  const kinds = (want: readonly WantedOnline[], have: readonly KnownOnline[]) =>
    onlineSteps(want, have, now).map(({ kind }) => kind)
  const table: readonly [string, readonly WantedOnline[], readonly KnownOnline[], readonly string[]][] = [
    ['one that nobody made is made', [wanted()], [], ['create']],
    ['one that is there stays', [wanted()], [known()], []],
    ['one that somebody is making is left to them', [wanted()], [known({ state: 'claimed' })], []],
    [
      'one whose maker went down is made',
      [wanted()],
      [known({ state: 'claimed', triedAt: later(-6) })],
      ['create'],
    ],
    ['one that failed waits for its next try', [wanted()], [known({ state: 'failed', nextTryAt: later(5) })], []],
    ['and is tried then', [wanted()], [known({ state: 'failed', nextTryAt: later(-1) })], ['create']],
    ['a bridge that was moved moves it', [wanted({ starts: later(120), ends: later(150) })], [known()], ['move']],
    [
      'unless moving it failed a moment ago',
      [wanted({ starts: later(120) })],
      [known({ nextTryAt: later(5) })],
      [],
    ],
    ['a cancelled bridge takes it away', [], [known()], ['cancel']],
    ['once', [], [known({ state: 'cancelled' })], []],
    ['a bridge that comes back gets another', [wanted()], [known({ state: 'cancelled' })], ['create']],
    [
      'a series whose first meeting is over stays as it is',
      [wanted({ subject: 'daily 1', starts: later(1440) })],
      [known({ subject: 'daily 1' })],
      [],
    ],
    [
      'a series that goes on longer is moved',
      [wanted({ subject: 'daily 1', ends: later(9999) })],
      [known({ subject: 'daily 1' })],
      ['move'],
    ],
  ]
  test.each(table)('%s', (_name, want, have, steps) => expect(kinds(want, have)).toEqual(steps))
})

test('what may mend itself is tried sooner than what people have to mend', () => {
  expect(nextTry(now, true)).toBe(later(5))
  expect(nextTry(now, false)).toBe(later(60))
})

describe('which bridges need one', () => {
  const called = (change: Partial<Meeting> = {}): Meeting => ({
    id: 'm1',
    version: 1,
    standing: null,
    planVersionId: 'v',
    name: { nl: 'Overleg', en: 'Bridge' },
    called: { reason: 'person', words: '', by: 'host' },
    startsAt: later(10),
    plannedFor: later(10),
    plannedMinutes: 30,
    timeZone: 'Europe/Amsterdam',
    quorum: [],
    hostTeam: null,
    scribeTeam: null,
    hostId: 'host',
    scribeId: null,
    meetingLink: null,
    linkByHand: false,
    state: 'planned',
    beganAt: null,
    endedAt: null,
    cancelled: null,
    ...change,
  })
  const subjects = (meetings: readonly Meeting[], own: readonly string[] = []) =>
    wantedOnline(null, meetings, new Set(own), now).map(({ subject }) => subject)

  test.each([
    ['one that was called without a link', called(), ['m1']],
    ['none with a link that somebody typed', called({ meetingLink: 'https://meet.example/1' }), []],
    ['none that is over', called({ startsAt: later(-60) }), []],
    ['one that runs', called({ startsAt: later(-60), state: 'running' }), ['m1']],
    ['none that was cancelled', called({ state: 'cancelled' }), []],
  ])('%s', (_name, meeting, expected) => expect(subjects([meeting])).toEqual(expected))

  test('one that has the link we made keeps it', () => {
    expect(subjects([called({ meetingLink: 'https://teams.example/1' })], ['m1'])).toEqual(['m1'])
  })

  test('a standing bridge needs one for all meetings of a stretch, and its link comes to each', () => {
    const plan = planWith({ startDay: '2026-11-23', bridge: { meetingLink: null } })
    const { key } = bridgeOf(plan)
    const stretch = { from: '2026-11-23', until: '2026-12-04' }
    const fromPlan = wantedMeetings('v', plan, stretch)
    const meetings = fromPlan.map((one, index) => ({
      ...called({ id: `s${index}` }),
      ...one,
      startsAt: one.plannedFor,
      called: null,
    }))
    const [only, ...more] = wantedOnline(plan, meetings, new Set(), now)
    expect(more).toEqual([])
    expect(only?.subject).toBe(`${key} 1`)
    const links = new Map([[`${key} 1`, 'https://teams.example/1']])
    expect(new Set(withLinks(plan, fromPlan, links).map(({ meetingLink }) => meetingLink))).toEqual(
      new Set(['https://teams.example/1']),
    )
    const own = planWith({ startDay: '2026-11-23', bridge: { meetingLink: 'https://meet.example/own' } })
    expect(wantedOnline(own, meetings, new Set(), now)).toEqual([])
  })
})
