import { describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { keepUp, wantedMeetings, wasNotHeld } from './keep-up.ts'
import type { Meeting } from './meeting.ts'
import { planWith } from './testing/plan.ts'

const now = '2026-11-30T12:00:00.000Z'
const within = { from: '2026-11-30', until: '2026-12-02' }
const nobody = new Set<string>()
const plan = planWith({})
const wanted = (of: SupportPlan, version = 'v1') => wantedMeetings(version, of, within)

/** Meetings as they are after what has to happen has happened. */
function kept(
  existing: readonly Meeting[],
  of: SupportPlan,
  stopped: ReadonlySet<string> = nobody,
  version = 'v1',
) {
  const { make, change } = keepUp(existing, wanted(of, version), stopped, now)
  const made = make.map(
    (one): Meeting => ({
      ...one,
      ...{ id: `${one.standing.day} ${one.standing.number}`, version: 1, called: null, startsAt: one.plannedFor },
      ...{
        hostId: null,
        scribeId: null,
        linkByHand: false,
        state: 'planned',
        beganAt: null,
        endedAt: null,
        cancelled: null,
      },
    }),
  )
  const after = existing.map((one) => change.find(({ id }) => id === one.id) ?? one)
  return {
    made,
    change,
    all: [...after, ...made].toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)),
  }
}

describe('meetings of the plan', () => {
  test('are made ahead, and none for a time that has passed', () => {
    const { all } = kept([], plan)
    expect(all.map(({ startsAt }) => startsAt)).toEqual(['2026-12-01T09:00:00.000Z', '2026-12-02T09:00:00.000Z'])
  })

  test('are left alone as long as the plan says the same', () => {
    const { all } = kept([], plan)
    expect(kept(all, plan)).toEqual({ made: [], change: [], all })
  })

  const later = planWith({ bridge: { weekly: [{ day: 2, at: '14:00' }], lengthMinutes: 45 } })

  test('move with the plan; those it no longer has are cancelled, and come back with it', () => {
    const { all } = kept([], plan)
    const after = kept(all, later, nobody, 'v2').all
    expect(after.map(({ startsAt, plannedMinutes, state }) => [startsAt, plannedMinutes, state])).toEqual([
      ['2026-12-01T13:00:00.000Z', 45, 'planned'],
      ['2026-12-02T09:00:00.000Z', 30, 'cancelled'],
    ])
    expect(after[1]?.cancelled).toEqual({ why: 'dropped', by: null })
    const back = kept(after, plan, nobody, 'v3').all
    expect(back.map(({ state, startsAt }) => [state, startsAt])).toEqual([
      ['planned', '2026-12-01T09:00:00.000Z'],
      ['planned', '2026-12-02T09:00:00.000Z'],
    ])
  })

  test('stay where somebody moved them, and cancelled where somebody cancelled them', () => {
    const [first, second] = kept([], plan).all as [Meeting, Meeting]
    const byHand: Meeting[] = [
      { ...first, startsAt: '2026-12-01T15:00:00.000Z' },
      { ...second, state: 'cancelled', cancelled: { why: 'by-person', by: 'pia' } },
    ]
    expect(kept(byHand, plan).change).toEqual([])
    const [moved] = kept(byHand, later, nobody, 'v2').all
    expect([moved?.startsAt, moved?.plannedFor]).toEqual(['2026-12-01T15:00:00.000Z', '2026-12-01T13:00:00.000Z'])
  })

  test('that began stay, whatever becomes of the plan', () => {
    const [first] = kept([], plan).all as [Meeting]
    const running: Meeting = { ...first, state: 'running', beganAt: '2026-12-01T09:01:00.000Z' }
    expect(kept([running], later, nobody, 'v2').change).toEqual([])
  })

  test('whose time has come stay, although nobody began them yet', () => {
    const [first] = kept([], plan).all as [Meeting]
    const late: Meeting = { ...first, startsAt: now, plannedFor: now }
    expect(kept([late], later, nobody, 'v2').change).toEqual([])
  })

  test('of a bridge that has stopped are cancelled, and planned again when it goes on', () => {
    const stopped = new Set(['rollout-bridge'])
    const { all } = kept(kept([], plan).all, plan, stopped)
    expect(all.map(({ cancelled }) => cancelled?.why)).toEqual(['stopped', 'stopped'])
    expect(kept(all, plan, stopped).made).toEqual([])
    expect(kept(all, plan).all.map(({ state }) => state)).toEqual(['planned', 'planned'])
  })

  test('have not been held when nobody began them within an hour of their end', () => {
    const [first] = kept([], plan).all as [Meeting]
    expect(wasNotHeld(first, '2026-12-01T10:29:59.999Z')).toBe(false)
    expect(wasNotHeld(first, '2026-12-01T10:30:00.000Z')).toBe(true)
    const running: Meeting = { ...first, state: 'running', beganAt: '2026-12-01T09:01:00.000Z' }
    expect(wasNotHeld(running, '2026-12-02T10:30:00.000Z')).toBe(false)
  })
})
