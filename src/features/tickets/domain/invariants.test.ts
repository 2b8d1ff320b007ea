import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificationFor } from '#features/people/domain/actor.ts'
import { hoursOf, tierOf } from '#features/plan/domain/lookup.ts'
import { supportMinutesBetween } from '#features/plan/domain/support-hours.ts'
import { allowedMoves } from './allowed-moves.ts'
import { canonical } from './canonical.ts'
import { dueMoments } from './clocks/due-moments.ts'
import { intervals } from './clocks/intervals.ts'
import { nextDue } from './clocks/next-due.ts'
import { sameTarget } from './clocks/target-runs.ts'
import { tierMinutes } from './clocks/tier-minutes.ts'
import { evolve, replay } from './evolve.ts'
import { checkFresh } from './freshness.ts'
import { path } from './path.ts'
import { cast, clock } from './testing/cast.ts'
import { after, judge, later, ticketOf } from './testing/desk.ts'
import { assigneeFor, minimalMoves } from './testing/minimal-moves.ts'
import { accepted, all, isFastLane, lacking, last, minutesBetween, states } from './testing/oracles.ts'
import { type Walk, walk, walkInputs } from './testing/random-walk.ts'
import { canary } from './testing/varied-moves.ts'
import { plainState, requesterStory, wordsForRequester } from './visibility.ts'

const seed = 20_261_122
const walks = fc.sample(walkInputs, { numRuns: 300, seed }).map(walk)
const invariants: [name: string, invariant: (one: Walk) => void][] = []

/** Over the same walks each; where one fails, fast-check finds the smallest walk that does. */
function invariant(name: string, check: (one: Walk) => void): void {
  invariants.push([name, check])
  test(name, () => {
    try {
      walks.forEach(check)
    } catch (cause) {
      fc.assert(
        fc.property(walkInputs, (input) => check(walk(input))),
        { numRuns: 300, seed },
      )
      throw cause
    }
  })
}

describe('1. Events are the record of truth', () => {
  invariant('replaying the events, also as they were stored, gives the ticket', ({ desk }) => {
    const stored = JSON.parse(JSON.stringify(desk.events)) as typeof desk.events
    expect(replay(stored)).toEqual(desk.ticket)
    expect(stored.map(canonical)).toEqual(desk.events.map(canonical))
  })

  invariant('an event out of its place is not taken', ({ desk }) => {
    const { events, ticket } = desk
    for (const event of [events[0], events.at(-1)]) if (event) expect(() => evolve(ticket, event)).toThrow()
  })
})

invariant(
  '2. A move is refused with a code and changes nothing, or makes something happen; asked again, the answer is the same',
  ({ steps }) => {
    for (const { before, actor, move, decision, after: next } of steps) {
      if (decision.ok) expect(decision.value.length).toBeGreaterThan(0)
      else {
        expect(decision.refusal.code).toMatch(/^[a-z-]+$/)
        expect(next).toEqual(before)
      }
      if (move.move !== 'assign') expect(judge(before, actor, move)).toEqual(decision)
    }
  },
)

invariant(
  '2. What a person is told they may do, is accepted in its simplest form; what not, is refused for that reason',
  ({ desk }) => {
    for (const actor of Object.values(cast)) {
      const assignee = Object.values(cast).find((one) => one.personId === assigneeFor(desk)) ?? null
      for (const { move, refusal } of allowedMoves(desk.plan, ticketOf(desk), actor, desk.at)) {
        const decision = judge(desk, actor, minimalMoves[move](desk), { assignee })
        expect([actor.personId, move, decision.ok ? undefined : decision.refusal]).toEqual([
          actor.personId,
          move,
          refusal,
        ])
      }
    }
  },
)

invariant(
  '3. A ticket goes up or back by exactly one tier, except along a fast lane of the plan',
  ({ desk: { plan, events } }) => {
    for (const { fact } of all(events, 'handover-offered'))
      expect(fact.to === fact.from + 1 || (fact.fastLane && isFastLane(plan, fact.from, fact.to))).toBe(true)
    for (const { fact } of all(events, 'sent-back'))
      expect(fact.to === fact.from - 1 || isFastLane(plan, fact.to, fact.from)).toBe(true)
    for (const { event, fact } of all(events, 'handover-accepted')) {
      const offer = last(events.slice(0, event.number - 1), 'handover-offered')
      expect(fact.tier).toBe(offer?.fact.to)
    }
  },
)

invariant('4. No escalation is accepted without complete evidence or a recorded waiver by a lead', (one) => {
  for (const { move, before } of accepted(one)) {
    if (move.move !== 'accept') continue
    const { plan, ticket } = before
    const offer = ticket?.offer
    if (!ticket || !offer) throw new Error('Nothing was offered')
    const missing = lacking(plan, ticket, offer.from, offer.to)
    expect(offer.waiver?.missing ?? []).toEqual(expect.arrayContaining([...missing]))
    if (missing.length === 0) continue
    const by = Object.values(cast).find((one) => one.personId === offer.waiver?.by)
    expect(by?.roles).toContain('lead')
    expect(offer.waiver?.reason.trim()).not.toBe('')
  }
})

invariant(
  '5. Nothing is confirming unless tier 1 contacted the requester after the last diagnosis',
  ({ desk, steps }) => {
    for (const { after: next } of steps) {
      if (next.ticket?.stage.name !== 'confirming') continue
      const contact = last(next.events, 'contacted')
      const diagnosis = last(next.events, 'diagnosed')
      expect(contact?.event.number).toBeGreaterThan(diagnosis?.event.number ?? Infinity)
      expect(contact?.fact.outcome).toBe('applied')
      const by = contact?.event.by
      const person = Object.values(cast).find((one) => by?.kind === 'person' && one.personId === by.personId)
      expect([...(person?.teams ?? []), ...(person?.leads ?? [])]).toContain(tierOf(desk.plan, 1)?.team)
    }
  },
)

invariant('6. Nothing is closed while tier 1 has not taken note of a diagnosis from above', ({ steps }) => {
  for (const { after: next } of steps) {
    const diagnosis = last(next.events, 'diagnosed')
    if (next.ticket?.stage.name !== 'closed' || !diagnosis || diagnosis.fact.tier === 1) continue
    const since = next.events.slice(diagnosis.event.number)
    expect(all(since, 'note-taken').some(({ fact }) => fact.tier === 1)).toBe(true)
  }
})

describe('7. A clock per tier', () => {
  invariant(
    'intervals partition a ticket’s life: no gap, no overlap, also over reopening and the change of the clock',
    ({ desk }) => {
      const ticket = ticketOf(desk)
      const life = intervals(desk.events)
      life.forEach((one, index) => {
        const next = life[index + 1]
        if (next) expect(one.to).toBe(next.from)
        if (one.to) expect(one.from < one.to).toBe(true)
      })
      if (life.length > 0) expect(life[0]?.from).toBe(ticket.openedAt)
      expect(life.at(-1)?.to ?? null).toBe(life.length > 0 ? ticket.closedAt : null)
    },
  )

  invariant(
    'what the tiers spent, and the time without a tier, is the whole; in support hours too',
    ({ desk: { plan, events, ticket, at } }) => {
      const end = ticket?.closedAt ?? at
      const life = intervals(events)
      const nobody = life.filter((one) => one.tier === null)
      const spent = tierMinutes(plan, life, at).reduce((sum, one) => sum + one.wallMinutes, 0)
      const unspent = nobody.reduce((sum, one) => sum + minutesBetween(one.from, one.to ?? at), 0)
      expect(spent + unspent).toBeCloseTo(minutesBetween(ticket?.openedAt ?? end, end), 6)
      const hours = hoursOf(plan, plan.process.targetHours)
      const open = life.reduce((sum, one) => sum + supportMinutesBetween(hours, one.from, one.to ?? at), 0)
      expect(open).toBeCloseTo(supportMinutesBetween(hours, ticket?.openedAt ?? end, end), 6)
      const drawn = path(plan, events, at).steps.reduce((sum, one) => sum + one.wallMinutes, 0)
      expect(drawn).toBeCloseTo(spent, 6)
    },
  )

  invariant(
    'a target counts no more than passed, and a miss is attributed to the minute',
    ({ desk: { plan, events, ticket, at } }) => {
      const hours = hoursOf(plan, plan.process.targetHours)
      for (const due of dueMoments(plan, events, at)) {
        // Under an earlier version of the plan other hours counted.
        const life = all(events, 'migrated').length
          ? minutesBetween(ticket?.openedAt ?? at, at)
          : supportMinutesBetween(hours, ticket?.openedAt ?? at, at)
        expect(due.spentMinutes).toBeLessThanOrEqual(life + 1e-6)
        const attributed = due.spent.reduce((sum, one) => sum + one.minutes, 0)
        expect(attributed).toBeCloseTo(due.state === 'missed' ? due.allowedMinutes : due.spentMinutes, 3)
        if (due.state === 'running') expect(due.dueAt !== null && due.dueAt > at).toBe(true)
        if (due.state === 'paused') expect(due.dueAt).toBe(null)
      }
    },
  )
})

invariant('7. Another version of the plan changes nothing of what is over: reached or missed stays so', (one) => {
  for (const { move, before, after: next } of accepted(one)) {
    if (move.move !== 'migrate') continue
    const now = dueMoments(next.plan, next.events, next.at)
    for (const due of dueMoments(before.plan, before.events, before.at)) {
      const same = now.find((other) => sameTarget(other, due))
      if (due.endedAt !== null) expect(same).toEqual(due)
      else if (due.state === 'missed') expect(same).toMatchObject({ state: 'missed', dueAt: due.dueAt })
      else if (same) expect(same.spentMinutes).toBeCloseTo(due.spentMinutes, 6)
    }
  }
})

invariant('8. Requester, originator, followers and every tier that took part survive every move', (one) => {
  const seen = states(one)
  seen.forEach((ticket, index) => {
    const next = seen[index + 1] ?? ticket
    expect([next.requesterId, next.originatorId]).toEqual([ticket.requesterId, ticket.originatorId])
    const gone = ticket.followers.filter((follower) => !next.followers.includes(follower))
    const left = accepted(one)[index + 1]?.move.move === 'unfollow' ? 1 : 0
    expect(gone.length).toBeLessThanOrEqual(left)
    const tiers = next.trail.map((entry) => entry.tier)
    expect(tiers).toEqual(expect.arrayContaining(ticket.trail.map((entry) => entry.tier)))
  })
})

describe('9. Training is permission', () => {
  const forAnyone = ['open', 'answer', 'confirm', 'rate', 'reopen', 'follow', 'unfollow']

  invariant(
    'without certification for a tier nobody moves anything there; a lead does, and it is recorded',
    (one) => {
      for (const { actor, move, decision, before } of accepted(one)) {
        if (actor.kind === 'system' || forAnyone.includes(move.move)) continue
        if (move.move === 'migrate') {
          expect(actor.roles.some((role) => ['lead', 'plan-owner', 'administrator'].includes(role))).toBe(true)
          continue
        }
        const trained = [1, 2, 3, 4].some((tier) => certificationFor(actor, tier, before.at))
        const recorded = decision.ok && decision.value[0]?.type === 'overridden'
        if (!trained) expect([actor.personId, move.move, recorded]).toEqual([actor.personId, move.move, true])
        if (recorded) expect(actor.roles).toContain('lead')
      }
    },
  )

  invariant('an auditor reads only', (one) => {
    for (const { actor } of accepted(one)) expect(actor).not.toEqual(cast.aud)
  })
})

invariant(
  '10. Nothing that was meant for those who work on a ticket can be read by its requester',
  ({ desk: { plan, events, ticket } }) => {
    expect(JSON.stringify(events).includes(canary) || events.length < 20).toBe(true)
    expect(JSON.stringify(requesterStory(events))).not.toContain(canary)
    expect(JSON.stringify(events.flatMap(({ fact }) => wordsForRequester(fact)))).not.toContain(canary)
    if (ticket) expect(plainState(plan, ticket)).not.toContain(canary)
  },
)

invariant(
  '11. Of two movers who saw the same ticket, the second is told that it moved on; adding words loses nothing',
  (one) => {
    const harmless = [
      'reply',
      'note',
      'answer',
      'add-evidence',
      'follow',
      'unfollow',
      'tag',
      'link',
      'unlink',
      'rate',
      'warn-lead',
    ]
    for (const { before, move, after: next } of accepted(one)) {
      if (!before.ticket || !next.ticket) continue
      expect(checkFresh(before.ticket, move, before.ticket.version)).toBe(null)
      const stale = checkFresh(next.ticket, move, before.ticket.version)
      const expected = { ok: false, refusal: { code: 'ticket-moved-on', version: next.ticket.version } }
      expect(stale).toEqual(harmless.includes(move.move) ? null : expected)
    }
  },
)

describe('12. The clock says everything once', () => {
  invariant('what it has done, it is refused to do again', (one) => {
    for (const { actor, move, after: next } of accepted(one)) {
      if (actor !== clock || ['warn-lead', 'bring-to-bridge', 'take-off-bridge'].includes(move.move)) continue
      expect(judge(next, clock, move).ok).toBe(false)
    }
  })

  invariant('a month later it has come to an end, with one record for each target that was missed', ({ desk }) => {
    let now = later(desk, 45 * 1440)
    for (let due = nextDue(now.plan, ticketOf(now), now.events, now.at); due && due.at <= now.at; ) {
      const decision = judge(now, clock, due.move)
      expect(decision.ok).toBe(true)
      now = after(now, clock, decision)
      due = nextDue(now.plan, ticketOf(now), now.events, now.at)
    }
    const { missed } = ticketOf(now)
    expect(new Set(missed.map(canonical)).size).toBe(missed.length)
    const late = dueMoments(now.plan, now.events, now.at).filter((due) => due.state === 'missed')
    expect(missed.map(canonical)).toEqual(
      expect.arrayContaining(late.map(({ target, tier, since }) => canonical({ target, tier, since }))),
    )
  })
})

test('The walks get everywhere: else they would show nothing', () => {
  const seen = new Set(walks.flatMap(({ desk }) => desk.events.map(({ fact }) => fact.type)))
  expect([...seen].toSorted()).toHaveLength(40)
})

// TIERWISE_RUNS=10000 npx vitest run src/features/tickets/domain/invariants.test.ts
const runs = Number(process.env['TIERWISE_RUNS'] ?? 0)
test.runIf(runs > 0)(`All of them over ${runs} walks nobody has seen`, { timeout: 3_600_000 }, () => {
  const check = (one: Walk) => invariants.forEach(([, holds]) => holds(one))
  fc.assert(
    fc.property(walkInputs, (input) => check(walk(input))),
    { numRuns: runs },
  )
})
