import { describe, expect, test } from 'vitest'
import { dutiesOf } from './duties.ts'
import { path } from './path.ts'
import { story } from './story.ts'
import { cast } from './testing/cast.ts'
import { type Desk, later, make, ticketOf } from './testing/desk.ts'
import { applied, closed, does, stations } from './testing/scenes.ts'
import { testPlan } from './testing/test-plan.ts'
import { isForRequester, plainState, requesterStory } from './visibility.ts'

const plan = testPlan()
const { opened, held1, offered, held2, held3, diagnosed } = stations(plan)
const noted = does(diagnosed, 'a1', 'take-note')

describe('The requester reads', () => {
  test('what was said to them and by them, and the solution once it was applied', () => {
    const talked = does(does(does(held1, 'a1', 'note'), 'a1', 'ask'), 'req', 'answer')
    expect(requesterStory(talked.events).map((entry) => entry.type)).toEqual(['opened', 'asked', 'answered'])
    const told = requesterStory(applied(noted).events).at(-1)
    expect(told).toMatchObject({ type: 'contacted', outcome: 'applied', solution: 'Please try again now' })
    const failed = make(noted, cast.a1, {
      move: 'contact',
      channel: 'phone',
      outcome: 'did-not-work',
      text: 'Internal finding',
      retryAt: null,
    })
    expect(requesterStory(failed.events).at(-1)).toMatchObject({ outcome: 'did-not-work', solution: null })
  })

  test('why they reopened it themselves, and not why an agent did', () => {
    const reason = { move: 'reopen', reason: 'It is back' } as const
    expect(requesterStory(make(closed(), cast.req, reason).events).at(-1)).toMatchObject({ reason: 'It is back' })
    expect(requesterStory(make(closed(), cast.a1, reason).events).at(-1)).toMatchObject({ reason: null })
  })

  test('where it stands, without tiers', () => {
    const waiting = does(held1, 'a1', 'ask')
    const vendor = does(held3, 'a3', 'open-vendor-case')
    const desks: readonly Desk[] = [opened, held1, held2, waiting, vendor, diagnosed, applied(noted), closed()]
    expect(desks.map((desk) => plainState(plan, ticketOf(desk)))).toEqual([
      'received',
      'being-looked-at',
      'with-specialist',
      'waiting-for-you',
      'waiting',
      'solution-found',
      'please-confirm',
      'closed',
    ])
  })

  test('nothing of a handover', () => {
    const types = held2.events.filter(({ fact }) => isForRequester(fact)).map(({ fact }) => fact.type)
    expect(types).toEqual(['opened'])
  })
})

describe('The story', () => {
  test('has a line for every event, with its values and the texts that people typed', () => {
    const lines = story(offered.events)
    expect(lines.map((line) => [line.type, line.tone])).toEqual([
      ['opened', 'conversation'],
      ['assigned', 'process'],
      ['evidence-added', 'process'],
      ['handover-offered', 'process'],
    ])
    expect(lines[3]).toMatchObject({
      values: { from: 1, to: 2, waived: 0, fastLane: false },
      texts: [{ field: 'asked', text: 'Please find the cause' }],
    })
    expect(story(does(held1, 'a1', 'note').events).at(-1)).toMatchObject({
      tone: 'internal',
      by: { personId: 'a1' },
    })
  })

  test('shows the files that came with evidence', () => {
    const shot = { key: 'screenshot', value: '', files: ['file-7'] }
    const added = make(held1, cast.a1, { move: 'add-evidence', evidence: [shot] })
    expect(story(added.events).at(-1)?.files).toEqual(['file-7'])
  })
})

describe('The path', () => {
  const drawn = (desk: Desk) => path(desk.plan, desk.events, desk.at)
  const edges = (desk: Desk) =>
    drawn(desk).edges.map(
      ({ from, to, direction, doneAt }) => `${direction} ${from}>${to} ${doneAt ? 'done' : 'open'}`,
    )

  test('shows where a ticket is, where it was, and where it is offered', () => {
    expect(drawn(offered).steps.map(({ tier, state, agentId }) => [tier, state, agentId])).toEqual([
      [1, 'now', 'a1'],
      [2, 'offered', null],
      [3, 'ahead', null],
      [4, 'ahead', null],
    ])
    const vendor = does(held3, 'a3', 'open-vendor-case')
    expect(drawn(vendor).steps.map((step) => step.state)).toEqual(['been', 'been', 'now', 'now'])
    expect(drawn(does(vendor, 'a3', 'vendor-answered')).steps.at(-1)?.state).toBe('been')
  })

  test('goes up with evidence and down with take-note, to the requester', () => {
    expect(edges(applied(noted))).toEqual([
      'up 1>2 done',
      'up 2>3 done',
      'down 3>1 done',
      'down 3>2 open',
      'down 1>0 done',
    ])
    const [first] = drawn(held2).edges
    expect(first).toMatchObject({ evidence: evidenceKeys(held2).length, waived: 0, by: { personId: 'a1' } })
    expect(drawn(noted).steps.map((step) => step.note)).toEqual([
      { takenAt: noted.at, by: 'a1' },
      { takenAt: null, by: null },
      null,
      null,
    ])
    expect(drawn(noted).steps.map((step) => step.foundCause)).toEqual([false, false, true, false])
  })

  test('shows what came back, what was withdrawn not, and what began again', () => {
    expect(edges(does(offered, 'a2', 'send-back'))).toEqual(['up 1>2 open', 'back 2>1 done'])
    expect(edges(does(offered, 'a1', 'withdraw'))).toEqual([])
    expect(edges(does(does(does(held1, 'a1', 'diagnose'), 'a1', 'contact'), 'a1', 'note'))).toEqual([])
    expect(edges(does(closed(), 'req', 'reopen')).at(-1)).toBe('again 0>1 done')
  })

  function evidenceKeys({ ticket }: Desk) {
    return ticket?.evidence ?? []
  }
})

describe('Duties', () => {
  const duties = (desk: Desk) =>
    dutiesOf(desk.plan, ticketOf(desk)).map(({ kind, tier, personId }) => `${kind} ${tier} ${personId}`)

  test('say what has to be done next, and by whom', () => {
    expect(duties(opened)).toEqual(['investigate 1 null'])
    expect(duties(offered)).toEqual(['accept 2 null'])
    expect(duties(does(held1, 'a1', 'ask'))).toEqual([])
    expect(duties(diagnosed)).toEqual(['contact 1 a1', 'take-note 1 a1', 'take-note 2 a2'])
    expect(duties(does(noted, 'a2', 'ask-diagnoser'))).toContain('answer-question 3 a3')
  })

  test('step by step, are of the tier whose turn it is', () => {
    expect(duties(stations(testPlan({ wayDown: 'step-by-step' })).diagnosed)).toEqual(['take-note 2 a2'])
  })

  test('to learn outlive the ticket', () => {
    expect(duties(closed())).toEqual(['take-note 2 a2'])
    expect(duties(later(does(closed(), 'a2', 'take-note'), 5))).toEqual([])
  })
})

test('Somebody who works in two tiers takes note for both at once', () => {
  const both = { ...cast.a1, teams: [...cast.a1.teams, ...cast.a2.teams] }
  const certified = { ...both, certifications: [...cast.a1.certifications, ...cast.a2.certifications] }
  const learnt = make(diagnosed, certified, { move: 'take-note' })
  expect(ticketOf(learnt).trail.map((entry) => entry.tookNoteBy)).toEqual(['a1', 'a1', null])
})
