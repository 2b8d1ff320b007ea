import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import type { Meeting, MeetingState } from '../meeting.ts'
import * as rights from './rights.ts'

const person = (personId: string, roles: readonly Role[], leads: readonly string[] = []): PersonActor => ({
  ...{ kind: 'person', personId, roles, teams: leads, leads, certifications: [] },
})
const cast = {
  host: person('host', ['agent']),
  agent: person('agent', ['agent']),
  lead: person('lead', ['agent', 'lead'], ['servicedesk']),
  owner: person('owner', ['plan-owner']),
  auditor: person('auditor', ['auditor', 'lead']),
}
const now = '2026-11-24T09:00:00.000Z'

function meeting(state: MeetingState, change: Partial<Meeting> = {}): Meeting {
  return {
    ...{ id: 'm', version: 1, standing: null, planVersionId: 'p', name: { nl: 'B', en: 'B' }, called: null },
    ...{ startsAt: now, plannedFor: now, plannedMinutes: 30, timeZone: 'UTC', quorum: [], hostTeam: null },
    ...{
      scribeTeam: null,
      hostId: 'host',
      scribeId: null,
      meetingLink: null,
      linkByHand: false,
      state,
      beganAt: null,
      endedAt: null,
    },
    ...{ cancelled: null },
    ...change,
  }
}
type Who = keyof typeof cast
type Circumstance = { readonly here?: boolean; readonly hostHere?: boolean }
const scene = (who: Who, of: Meeting, { here = true, hostHere = true }: Circumstance = {}): rights.RoomScene => ({
  ...{ meeting: of, actor: cast[who], isPresent: here, hostIsPresent: hostHere, at: now },
})
const everyone = Object.keys(cast) as Who[]
const outcomes = (rule: (who: Who) => rights.RoomRefusal | null) =>
  everyone.map((who) => `${who}: ${rule(who)?.code ?? 'yes'}`).join(' | ')

describe('who may do what in the room', () => {
  test.each([
    ['planned', 'host: yes | agent: yes | lead: yes | owner: yes | auditor: reads-only'],
    ['running', 'host: yes | agent: yes | lead: yes | owner: yes | auditor: reads-only'],
    [
      'ended',
      'host: meeting-over | agent: meeting-over | lead: meeting-over | owner: meeting-over | auditor: reads-only',
    ],
  ] as const)('join, %s', (state, expected) => {
    expect(outcomes((who) => rights.join(scene(who, meeting(state))))).toBe(expected)
  })

  test('begin: the host, or who leads; once joined', () => {
    expect(outcomes((who) => rights.begin(scene(who, meeting('planned'))))).toBe(
      'host: yes | agent: not-the-host | lead: yes | owner: yes | auditor: reads-only',
    )
    expect(outcomes((who) => rights.begin(scene(who, meeting('planned'), { here: false })))).toBe(
      'host: join-first | agent: join-first | lead: join-first | owner: join-first | auditor: reads-only',
    )
    expect(rights.begin(scene('host', meeting('running')))?.code).toBe('meeting-began')
  })

  test('begin: whoever is there where nobody is named for it', () => {
    expect(rights.begin(scene('agent', meeting('planned', { hostId: null })))).toBe(null)
    const named = meeting('planned', { hostId: null, hostTeam: 'mdm-team' })
    expect(rights.begin(scene('agent', named))?.code).toBe('not-the-host')
  })

  test.each([
    [121, 'meeting-too-early'],
    [120, undefined],
    [-600, undefined],
  ])('begin, %i minutes before its time', (minutes, code) => {
    const startsAt = new Date(Date.parse(now) + minutes * 60_000).toISOString()
    expect(rights.begin(scene('host', meeting('planned', { startsAt })))?.code).toBe(code)
  })

  test('items and the end are for the host and who leads, while it runs', () => {
    expect(outcomes((who) => rights.host(scene(who, meeting('running'))))).toBe(
      'host: yes | agent: not-the-host | lead: yes | owner: yes | auditor: reads-only',
    )
    for (const [state, code] of [
      ['planned', 'meeting-not-running'],
      ['ended', 'meeting-over'],
      ['cancelled', 'meeting-over'],
    ] as const)
      expect(rights.host(scene('host', meeting(state)))?.code).toBe(code)
  })

  test('host is who takes it when the host is away; who leads takes it at once', () => {
    expect(outcomes((who) => rights.takeHost(scene(who, meeting('running'))))).toBe(
      'host: host-is-here | agent: host-is-here | lead: yes | owner: yes | auditor: reads-only',
    )
    expect(rights.takeHost(scene('agent', meeting('running'), { hostHere: false }))).toBe(null)
  })

  test('deciding takes quorum or the word of the host, from everybody', () => {
    const lacks = [{ tier: 3, people: 1 }]
    expect(outcomes((who) => rights.decide(scene(who, meeting('running')), lacks, null))).toBe(
      'host: no-quorum | agent: no-quorum | lead: no-quorum | owner: no-quorum | auditor: reads-only',
    )
    expect(rights.decide(scene('agent', meeting('running')), lacks, lacks)).toBe(null)
    expect(rights.goWithoutQuorum(scene('host', meeting('running')), [])?.code).toBe('quorum-holds')
    expect(rights.goWithoutQuorum(scene('agent', meeting('running')), lacks)?.code).toBe('not-the-host')
  })

  test('minutes are of scribe, host and who leads', () => {
    const of = meeting('ended', { scribeId: 'agent', hostId: null })
    expect(everyone.filter((who) => rights.writeMinutes({ meeting: of, actor: cast[who] }))).toEqual([
      'agent',
      'lead',
      'owner',
    ])
  })
})
