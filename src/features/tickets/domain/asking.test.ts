import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOf, overSince, stillToLearn } from './asking.ts'
import { dueMoments } from './clocks/due-moments.ts'
import { dutiesOf } from './duties.ts'
import type { FactType, TicketFact } from './events.ts'
import { momentsOf } from './moments.ts'
import { cast, clock } from './testing/cast.ts'
import { type Desk, later, make, newDesk, opening, ticketOf } from './testing/desk.ts'
import { walk, walkInputs } from './testing/random-walk.ts'
import { applied, closed, does, stations } from './testing/scenes.ts'
import { testPlan } from './testing/test-plan.ts'

const plan = testPlan()
const { opened, held1, offered, held2, held3, diagnosed } = stations(plan)

const askingMoment = (desk: Desk, fact: TicketFact) =>
  momentsOf(fact, desk.plan.process.contactTier).find((moment) => askedOf[moment])

/** What still asks something, and what asked and is over, in the order in which it was asked. */
function asked(desk: Desk) {
  const over = overSince(desk.events, desk.plan)
  const all = desk.events.flatMap(({ number, fact }) => {
    const moment = askingMoment(desk, fact)
    return moment ? [{ moment, isOver: over.has(number) }] : []
  })
  const these = (isOver: boolean) => all.filter((one) => one.isOver === isOver).map(({ moment }) => moment)
  return { still: these(false), over: these(true) }
}
const still = (desk: Desk) => asked(desk).still

const givenToB1 = make(opened, cast.l1, { move: 'assign', agentId: 'b1' }, cast.b1)
const wrote = does(does(held1, 'a1', 'ask'), 'req', 'answer')
const warned = does(held1, 'b1', 'warn-lead')
const contacted = (outcome: 'applied' | 'not-reached' | 'did-not-work') =>
  make(does(diagnosed, 'a1', 'take-note'), cast.a1, {
    ...{ move: 'contact', channel: 'phone', outcome, text: 'Internal finding', retryAt: null },
  })

describe('What was asked is asked', () => {
  test.each<[what: string, desk: Desk, of: readonly string[]]>([
    ['of a tier, until somebody takes it', opened, ['opened']],
    ['of whoever got it', givenToB1, ['assigned']],
    ['until it is given to another', does(givenToB1, 'b1', 'release'), []],
    ['also while a colleague writes to the requester', does(givenToB1, 'l1', 'reply'), ['assigned']],
    ['until the requester is asked', does(givenToB1, 'b1', 'ask'), []],
    ['of the tier above, until it accepts', offered, ['escalated']],
    ['and not when it is taken back', does(offered, 'a1', 'withdraw'), []],
    ['of whoever gets it back', does(offered, 'a2', 'send-back'), ['sent-back']],
    ['until it goes up again', does(does(offered, 'a2', 'send-back'), 'a1', 'escalate'), ['escalated']],
    ['of whoever has it, by what the requester wrote', wrote, ['answered']],
    ['until they write back', does(wrote, 'a1', 'reply'), []],
    ['or ask on', does(wrote, 'a1', 'ask'), []],
    ['or hand it over', does(wrote, 'a1', 'escalate'), ['escalated']],
    ['or find the cause', does(wrote, 'a1', 'diagnose'), []],
    ['but not by a note among colleagues', does(wrote, 'a1', 'note'), ['answered']],
    ['of a lead, by whoever warns', warned, ['assigned', 'target-at-risk']],
    ['until another has it', does(does(warned, 'a1', 'escalate'), 'a2', 'accept'), []],
    ['of the tiers below, by a solution', diagnosed, ['handed-down']],
    ['also when it was applied: learning outlives it', closed(plan), ['handed-down']],
    ['and not when it did not work', contacted('did-not-work'), []],
    [
      'of whoever found the cause, by a question',
      does(diagnosed, 'a2', 'ask-diagnoser'),
      ['handed-down', 'question-on-solution'],
    ],
    [
      'until that is answered',
      does(does(diagnosed, 'a2', 'ask-diagnoser'), 'a3', 'answer-question'),
      ['handed-down'],
    ],
    ['of the contact tier, when it comes back', does(closed(plan), 'req', 'reopen'), ['reopened']],
  ])('%s', (_what, desk, of) => expect(still(desk)).toEqual(of))

  test('of two questions, by the one that was not answered', () => {
    const two = does(does(diagnosed, 'a2', 'ask-diagnoser'), 'a1', 'ask-diagnoser')
    expect(still(does(two, 'a3', 'answer-question'))).toEqual(['handed-down', 'question-on-solution'])
  })

  test('by the event that came after it, by number, in whatever order they are read', () => {
    const first = held1.events.find(({ fact }) => fact.type === 'opened')?.number ?? 0
    expect([...overSince(held1.events, plan)]).toEqual([first])
    expect([...overSince(held1.events.toReversed(), plan)]).toEqual([first])
  })
})

describe('A target asks', () => {
  const late = (target: 'acknowledge' | 'resolve', tier: number | null, desk: Desk = opened) => {
    const ref = { target, tier, since: 1 } as const
    return make(later(desk, 10 * 1440), clock, { move: 'mark-target-missed', ...ref })
  }

  test('until what it is about is done: long before the ticket is closed', () => {
    expect(still(late('acknowledge', 1))).toEqual(['opened', 'target-missed'])
    expect(still(does(late('acknowledge', 1), 'a1', 'claim'))).toEqual(['assigned'])
    const slow = late('resolve', null, does(diagnosed, 'a1', 'take-note'))
    expect(still(slow)).toEqual(['handed-down', 'target-missed'])
    expect(still(applied(slow))).toEqual(['handed-down'])
  })

  test('whoever has the ticket: not them any more when another has it', () => {
    expect(still(late('resolve', null, held2))).toEqual(['target-missed'])
    expect(still(does(does(late('resolve', null, held2), 'a2', 'escalate'), 'a3', 'accept'))).toEqual([])
  })

  test('nothing when it is reached late, before the clock came by', () => {
    expect(still(late('acknowledge', 1, does(later(opened, 10 * 1440), 'a1', 'claim')))).toEqual(['assigned'])
  })

  test('once: what was missed is at risk no longer', () => {
    const ref = { target: 'resolve', tier: null, since: 1 } as const
    const at = dueMoments(plan, held1.events, held1.at).find(({ target }) => target === 'resolve')?.warnAt
    const risky = { ...held1, at: at ?? held1.at }
    const told = make(risky, clock, { move: 'mark-target-at-risk', ...ref })
    expect(still(told)).toEqual(['assigned', 'target-at-risk'])
    expect(still(make(later(told, 10 * 1440), clock, { move: 'mark-target-missed', ...ref }))).toEqual([
      'assigned',
      'target-missed',
    ])
  })
})

describe('Understanding a solution', () => {
  test('is asked of the agent of each tier below until they took note', () => {
    expect(stillToLearn(ticketOf(held3))).toEqual([])
    expect(stillToLearn(ticketOf(diagnosed))).toEqual(['a1', 'a2'])
    expect(stillToLearn(ticketOf(does(diagnosed, 'a1', 'take-note')))).toEqual(['a2'])
    expect(stillToLearn(ticketOf(does(closed(plan), 'a2', 'take-note')))).toEqual([])
  })

  test('is asked of anybody where nobody had the ticket', () => {
    const unheld = does(make(newDesk(plan), cast.req, opening), 'l1', 'escalate')
    const found = does(does(unheld, 'a2', 'accept'), 'a2', 'diagnose')
    expect(stillToLearn(ticketOf(found))).toBe(null)
  })
})

describe('In a ticket’s life, whatever it is', () => {
  const walks = fc.sample(walkInputs, { numRuns: 150, seed: 20_261_130 }).map((input) => walk(input).desk)

  test('whatever asks something can end, and does', () => {
    const ended = new Set(walks.flatMap((desk) => asked(desk).over))
    expect([...ended].toSorted()).toEqual(Object.keys(askedOf).toSorted())
  })

  test('nothing is asked of a closed ticket but to learn from it', () => {
    const over = walks.filter((desk) => ticketOf(desk).stage.name === 'closed')
    expect(over.length).toBeGreaterThan(10)
    for (const desk of over)
      for (const moment of still(desk)) expect(['handed-down', 'question-on-solution']).toContain(moment)
  })

  test('learning and answering are asked as long as they are a duty', () => {
    for (const desk of walks) {
      const duties = dutiesOf(desk.plan, ticketOf(desk)).map(({ kind }) => kind)
      const standing = still(desk)
      const learners = stillToLearn(ticketOf(desk))
      expect(standing.includes('handed-down') && learners?.length !== 0).toBe(duties.includes('take-note'))
      expect(standing.includes('question-on-solution')).toBe(duties.includes('answer-question'))
    }
  })

  test('an offer asks exactly as long as it stands', () => {
    for (const desk of walks) expect(still(desk).includes('escalated')).toBe(ticketOf(desk).offer !== null)
  })

  test('nothing is asked of whoever has it while it waits, but targets and learning', () => {
    const waiting: readonly FactType[] = ['asked', 'waiting', 'vendor-case-opened']
    for (const { events, ...desk } of walks) {
      const last = events.at(-1)
      if (!last || !waiting.includes(last.fact.type)) continue
      for (const moment of still({ ...desk, events }))
        expect(['opened', 'target-at-risk', 'target-missed']).toContain(moment)
    }
  })
})
