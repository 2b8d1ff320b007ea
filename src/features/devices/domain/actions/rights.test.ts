import { describe, expect, test } from 'vitest'
import type { PersonActor } from '#features/people/domain/actor.ts'
import type { DeviceActionRule } from '#features/plan/domain/document/process.ts'
import { deviceActions, platforms } from '#features/plan/domain/values.ts'
import { type DeviceActionAsked, type DeviceActionName, isIntrusive, isSupportedOn } from './action.ts'
import { type Acting, type ActionTicket, mayAct, mayAgree, mayAsk, mayWithdraw, stillStands } from './rights.ts'

const at = '2026-11-23T09:00:00.000Z'
const tiers = [1, 2, 3]
const actor = (tier: number, change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: `agent-${tier}`,
  roles: ['requester', 'agent'],
  teams: [`team-${tier}`],
  leads: [],
  certifications: [{ tier, from: '2026-01-01T00:00:00.000Z', until: null, override: null }],
  ...change,
})
const ticket = (tier: number, change: Partial<ActionTicket> = {}): ActionTicket => ({
  id: 'ticket',
  number: 1042,
  requesterId: 'ada',
  isClosed: false,
  tier,
  assigneeId: `agent-${tier}`,
  onBridge: false,
  ...change,
})
const plan = (rules: readonly DeviceActionRule[]) => ({
  rules,
  tiers: tiers.map((level) => ({ level, team: `team-${level}` })),
})
const acting = (rules: readonly DeviceActionRule[], tier: number, change: Partial<Acting> = {}): Acting => ({
  plan: plan(rules),
  actor: actor(tier),
  ticket: ticket(tier),
  canAct: true,
  at,
  ...change,
})
const codeOf = (permit: ReturnType<typeof mayAct>) => (permit.ok ? 'ok' : permit.no.code)

describe('the allow-list', () => {
  /** Every set of tiers a plan can name, and that it names none. */
  const sets = [[], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]
  const cases = deviceActions.flatMap((action) =>
    tiers.flatMap((tier) =>
      sets.flatMap((allowed) => [true, false].map((fourEyes) => ({ action, tier, allowed, fourEyes }))),
    ),
  )

  test.each(cases)('$action by tier $tier where the plan says $allowed, four eyes $fourEyes', (one) => {
    const { action, tier, allowed, fourEyes } = one
    const rules = allowed.length === 0 ? [] : [{ action, tiers: allowed, fourEyes }]
    const asking = { action, device: { platform: null }, caller: 'video', purpose: 'Stolen' } as const
    const permit = mayAsk(acting(rules, tier), asking)
    if (allowed.length === 0) expect(permit).toEqual({ ok: false, no: { code: 'action-not-in-plan' } })
    else if (!allowed.includes(tier))
      expect(permit).toEqual({ ok: false, no: { code: 'not-in-allowed-tier', tiers: allowed } })
    else expect(permit).toEqual({ ok: true, tier, fourEyes })
    // What the plan allows of one action says nothing of another.
    for (const other of deviceActions.filter((name) => name !== action))
      expect(codeOf(mayAct(acting(rules, tier), other))).toBe('action-not-in-plan')
  })

  test('has so many cases', () => expect(cases).toHaveLength(8 * 3 * 8 * 2))
})

describe('whatever the plan allows', () => {
  const all: DeviceActionRule[] = deviceActions.map((action) => ({ action, tiers, fourEyes: false }))
  const flags: readonly [name: string, change: (tier: number) => Partial<Acting>, code: string][] = [
    ['nobody else’s ticket', (tier) => ({ ticket: ticket(tier, { assigneeId: 'somebody' }) }), 'not-your-ticket'],
    ['no ticket that nobody has', (tier) => ({ ticket: ticket(tier, { assigneeId: null }) }), 'not-your-ticket'],
    [
      'no ticket that went to another tier, also where it is still in their name',
      (tier) => ({ ticket: ticket((tier % 3) + 1, { assigneeId: `agent-${tier}` }) }),
      'not-your-ticket',
    ],
    ['no closed ticket', (tier) => ({ ticket: ticket(tier, { isClosed: true }) }), 'ticket-closed'],
    [
      'no ticket of one’s own',
      (tier) => ({ ticket: ticket(tier, { requesterId: `agent-${tier}` }) }),
      'own-device',
    ],
    ['nothing without the registration that acts', () => ({ canAct: false }), 'no-acting-registration'],
    [
      'nobody without a certification',
      (tier) => ({ actor: actor(tier, { certifications: [] }) }),
      'not-in-allowed-tier',
    ],
    [
      'nobody whose certification has ended',
      (tier) => ({
        actor: actor(tier, {
          certifications: [{ tier, from: '2026-01-01T00:00:00.000Z', until: at, override: null }],
        }),
      }),
      'not-in-allowed-tier',
    ],
    ['nobody outside the team', (tier) => ({ actor: actor(tier, { teams: [] }) }), 'not-in-allowed-tier'],
    ['no auditor', (tier) => ({ actor: actor(tier, { roles: ['agent', 'auditor'] }) }), 'reads-only'],
    ['no requester', (tier) => ({ actor: actor(tier, { roles: ['requester'] }) }), 'reads-only'],
  ]
  const table = flags.flatMap(([name, change, code]) =>
    deviceActions.flatMap((action) => tiers.map((tier) => ({ name, action, tier, change, code }))),
  )
  test.each(table)('$name: $action by tier $tier', ({ action, tier, change, code }) => {
    expect(codeOf(mayAct(acting(all, tier, change(tier)), action))).toBe(code)
  })

  test('on a bridge everybody of an allowed tier works on the ticket', () => {
    const onBridge = { ticket: ticket(1, { onBridge: true }) }
    expect(mayAct(acting(all, 3, onBridge), 'wipe')).toEqual({ ok: true, tier: 3, fourEyes: false })
  })

  test.each(deviceActions.flatMap((action) => platforms.map((platform) => ({ action, platform }))))(
    '$action on $platform only where Intune can',
    ({ action, platform }) => {
      const asking = { action, device: { platform }, caller: 'video', purpose: 'Lost' } as const
      const expected = isSupportedOn(action, platform) ? 'ok' : 'not-for-this-platform'
      expect(codeOf(mayAsk(acting(all, 1), asking))).toBe(expected)
    },
  )

  test.each(deviceActions)('%s wants a known caller and a purpose where it is intrusive', (action) => {
    const ask = (caller: 'video' | null, purpose: string | null) =>
      codeOf(mayAsk(acting(all, 1), { action, device: { platform: null }, caller, purpose }))
    expect(ask('video', 'Lost')).toBe('ok')
    expect(ask(null, 'Lost')).toBe(isIntrusive(action) ? 'caller-not-identified' : 'ok')
    expect(ask('video', null)).toBe(isIntrusive(action) ? 'purpose-missing' : 'ok')
    expect(ask('video', '  ')).toBe(isIntrusive(action) ? 'purpose-missing' : 'ok')
  })

  test('no device that the requester does not have', () => {
    const asking = { action: 'sync', device: null, caller: null, purpose: null } as const
    expect(codeOf(mayAsk(acting(all, 1), asking))).toBe('device-not-of-requester')
  })
})

describe('the second pair of eyes', () => {
  const asked = (change: Partial<DeviceActionAsked> = {}) => ({
    action: 'wipe' as DeviceActionName,
    askedBy: 'agent-3',
    personId: 'ada',
    state: 'awaiting' as const,
    agreeUntil: '2026-11-24T09:00:00.000Z',
    ...change,
  })
  const rules: DeviceActionRule[] = [{ action: 'wipe', tiers: [2, 3], fourEyes: true }]
  const table: readonly [string, Partial<Acting>, ReturnType<typeof asked>, string][] = [
    ['a colleague of an allowed tier, also without the ticket', { actor: actor(2) }, asked(), 'ok'],
    ['another of the same tier', { actor: actor(3, { personId: 'max' }) }, asked(), 'ok'],
    ['never who asked', { actor: actor(3) }, asked(), 'agree-to-own'],
    ['nobody of another tier', { actor: actor(1) }, asked(), 'not-in-allowed-tier'],
    ['nobody whose device it is', { actor: actor(2, { personId: 'ada' }) }, asked(), 'own-device'],
    ['nobody who only reads', { actor: actor(2, { roles: ['auditor', 'agent'] }) }, asked(), 'reads-only'],
    ['not after a day', { actor: actor(2), at: '2026-11-24T09:00:00.000Z' }, asked(), 'agreement-too-late'],
    ['not twice', { actor: actor(2) }, asked({ state: 'pending' } as never), 'not-awaiting'],
    [
      'not without the registration that acts',
      { actor: actor(2), canAct: false },
      asked(),
      'no-acting-registration',
    ],
    ['not when the plan no longer has it', { actor: actor(2), plan: plan([]) }, asked(), 'action-not-in-plan'],
  ]
  test.each(table)('%s', (_name, change, one, code) =>
    expect(codeOf(mayAgree(acting(rules, 2, change), one))).toBe(code),
  )

  const standing: readonly [string, Partial<Acting>, 'there' | 'gone' | 'unknown', string][] = [
    ['as it was asked', {}, 'there', 'ok'],
    ['while nobody knows the devices', {}, 'unknown', 'ok'],
    ['not of a device that left', {}, 'gone', 'device-not-of-requester'],
    ['not from a closed ticket', { ticket: ticket(3, { isClosed: true }) }, 'there', 'ticket-closed'],
    [
      'not from a ticket of another by now',
      { ticket: ticket(3, { requesterId: 'bob' }) },
      'there',
      'device-not-of-requester',
    ],
    ['not once the ticket went to another tier', { ticket: ticket(2) }, 'there', 'asker-may-no-longer'],
    [
      'not once somebody else has it',
      { ticket: ticket(3, { assigneeId: 'max' }) },
      'there',
      'asker-may-no-longer',
    ],
    [
      'not when the plan takes it from that tier',
      { plan: plan([{ action: 'wipe', tiers: [2], fourEyes: true }]) },
      'there',
      'asker-may-no-longer',
    ],
    ['not when who asked has left', { actor: actor(3, { roles: [] }) }, 'there', 'asker-may-no-longer'],
  ]
  test.each(standing)('%s', (_name, change, device, code) => {
    const no = stillStands(acting(rules, 3, change), asked(), device)
    expect(no?.code ?? 'ok').toBe(code)
  })

  test('only who asked takes it back, until somebody has agreed', () => {
    expect(mayWithdraw(actor(3), asked())).toBeNull()
    expect(mayWithdraw(actor(2), asked())).toEqual({ code: 'only-the-asker' })
    expect(mayWithdraw(actor(3), asked({ state: 'pending' } as never))).toEqual({ code: 'not-awaiting' })
  })
})
