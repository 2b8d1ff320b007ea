import { describe, expect, test } from 'vitest'
import type { NoticeMoment } from '#features/plan/domain/document/process.ts'
import { noticeMoments, noticeReceivers } from '#features/plan/domain/values.ts'
import { overSince } from './asking.ts'
import type { FactType } from './events.ts'
import { forBells, type ToldAs, toldAs } from './for-bells.ts'
import type { WantedNotice } from './moments.ts'
import { cast, clock } from './testing/cast.ts'
import { type Desk, later, make, ticketOf } from './testing/desk.ts'
import { applied, closed, does, stations } from './testing/scenes.ts'
import { testPlan } from './testing/test-plan.ts'

const plan = testPlan()
const { opened, held1, offered, held2, diagnosed } = stations(plan)
const wrote = does(does(held1, 'a1', 'ask'), 'req', 'answer')
const questioned = does(diagnosed, 'a2', 'ask-diagnoser')
const given = make(opened, cast.l1, { move: 'assign', agentId: 'b1' }, cast.b1)
const late = (desk: Desk, target: 'acknowledge' | 'resolve', tier: number | null, since = 1) =>
  make(later(desk, 10 * 1440), clock, { move: 'mark-target-missed', target, tier, since })

/** The last event of that kind, as it stands on the desk now. */
function happened(desk: Desk, type: FactType) {
  const event = desk.events.findLast(({ fact }) => fact.type === type)
  if (!event) throw new Error(`"${type}" did not happen`)
  return { event, ticket: ticketOf(desk), over: overSince(desk.events, desk.plan) }
}

type Case = [moment: NoticeMoment, type: FactType, desk: Desk, to: WantedNotice['to'], person: string, as: ToldAs]

describe('A notice', () => {
  test.each<Case>([
    // Of a tier that has to take it, and of nobody who only follows.
    ['opened', 'opened', opened, 'tier', 'a1', 'asks'],
    ['opened', 'opened', opened, 'tier-lead', 'l1', 'asks'],
    ['opened', 'opened', opened, 'followers', 'oth', 'news'],
    ['opened', 'opened', held1, 'tier', 'b1', 'done'],
    ['assigned', 'assigned', given, 'assignee', 'b1', 'asks'],
    ['assigned', 'assigned', given, 'tier-lead', 'l1', 'news'],
    // A handover is for the tier above; whoever sent it, and the trail, only hear of it.
    ['escalated', 'handover-offered', offered, 'tier', 'a2', 'asks'],
    ['escalated', 'handover-offered', offered, 'assignee', 'a1', 'news'],
    ['escalated', 'handover-offered', offered, 'trail', 'a1', 'news'],
    ['escalated', 'handover-offered', held2, 'tier', 'b2', 'done'],
    ['sent-back', 'sent-back', does(offered, 'a2', 'send-back'), 'assignee', 'a1', 'asks'],
    ['sent-back', 'sent-back', does(offered, 'a2', 'send-back'), 'tier', 'b1', 'news'],
    // What a requester wrote is for whoever has it; for all of the tier while nobody has.
    ['answered', 'answered', wrote, 'assignee', 'a1', 'asks'],
    ['answered', 'answered', wrote, 'tier', 'a1', 'asks'],
    ['answered', 'answered', wrote, 'tier', 'b1', 'news'],
    ['answered', 'answered', does(opened, 'req', 'answer'), 'tier', 'b1', 'asks'],
    ['answered', 'answered', wrote, 'followers', 'oth', 'news'],
    // A solution is for those who have to learn it.
    ['handed-down', 'diagnosed', diagnosed, 'trail', 'a1', 'asks'],
    ['handed-down', 'diagnosed', diagnosed, 'trail', 'a3', 'news'],
    ['handed-down', 'diagnosed', diagnosed, 'assignee', 'a1', 'asks'],
    ['handed-down', 'diagnosed', diagnosed, 'tier', 'b1', 'news'],
    ['handed-down', 'diagnosed', diagnosed, 'tier-lead', 'l1', 'news'],
    ['handed-down', 'diagnosed', does(diagnosed, 'a1', 'take-note'), 'trail', 'a1', 'done'],
    ['handed-down', 'diagnosed', does(diagnosed, 'a1', 'take-note'), 'trail', 'a2', 'asks'],
    ['diagnosed', 'diagnosed', diagnosed, 'trail', 'a1', 'news'],
    ['question-on-solution', 'question-asked', questioned, 'diagnoser', 'a3', 'asks'],
    ['question-on-solution', 'question-asked', questioned, 'tier', 'b1', 'news'],
    ['reopened', 'reopened', does(closed(plan), 'req', 'reopen'), 'assignee', 'a1', 'asks'],
    ['reopened', 'reopened', does(closed(plan), 'req', 'reopen'), 'tier', 'b1', 'news'],
    ['reopened', 'reopened', does(closed(plan), 'req', 'reopen'), 'trail', 'a2', 'news'],
    // A target is for whoever can still reach it, and for the lead.
    ['target-missed', 'target-missed', late(opened, 'acknowledge', 1), 'tier', 'b1', 'asks'],
    ['target-missed', 'target-missed', late(held2, 'resolve', null), 'assignee', 'a2', 'asks'],
    ['target-missed', 'target-missed', late(held2, 'resolve', null), 'tier', 'b1', 'news'],
    ['target-missed', 'target-missed', late(held2, 'resolve', null), 'tier-lead', 'l1', 'asks'],
    ['target-missed', 'target-missed', late(held2, 'resolve', null), 'followers', 'oth', 'news'],
    [
      'target-missed',
      'target-missed',
      late(offered, 'acknowledge', 2, offered.events.length),
      'assignee',
      'a1',
      'news',
    ],
    [
      'target-missed',
      'target-missed',
      late(offered, 'acknowledge', 2, offered.events.length),
      'tier',
      'b2',
      'asks',
    ],
    ['target-at-risk', 'lead-warned', does(held1, 'b1', 'warn-lead'), 'tier-lead', 'l1', 'asks'],
    ['target-at-risk', 'lead-warned', does(held1, 'b1', 'warn-lead'), 'trail', 'a1', 'news'],
  ])('"%s" after "%s"', (moment, type, desk, to, person, as) => {
    expect([to, person, toldAs({ moment, to }, happened(desk, type), person)]).toEqual([to, person, as])
  })

  test.each(['replied', 'asked', 'contacted', 'resolved', 'closed', 'diagnosed'] as const)(
    'of what was "%s" is news, whoever hears it',
    (moment) => {
      for (const to of noticeReceivers)
        expect(
          toldAs({ moment, to }, happened(applied(does(diagnosed, 'a1', 'take-note')), 'contacted'), 'a1'),
        ).toBe('news')
    },
  )

  test('to followers or the requester never asks anything', () => {
    for (const moment of noticeMoments)
      for (const to of ['followers', 'requester'] as const)
        expect(toldAs({ moment, to }, happened(diagnosed, 'diagnosed'), 'a1')).toBe('news')
  })
})

describe('Of one event', () => {
  const ofDiagnosis = (desk: Desk) =>
    forBells(
      [
        { moment: 'diagnosed', to: 'trail', people: ['a1', 'a2', 'b1'] },
        { moment: 'handed-down', to: 'trail', people: ['a1', 'a2', 'b1'] },
      ],
      happened(desk, 'diagnosed'),
    )

  test('whoever is asked something hears that, and the others the news: each once', () => {
    expect(ofDiagnosis(diagnosed)).toEqual([
      { moment: 'handed-down', isNews: false, to: ['a1', 'a2'] },
      { moment: 'diagnosed', isNews: true, to: ['b1'] },
    ])
  })

  test('whoever did it already hears nothing any more, also when the job runs late', () => {
    expect(ofDiagnosis(does(diagnosed, 'a1', 'take-note'))).toEqual([
      { moment: 'handed-down', isNews: false, to: ['a2'] },
      { moment: 'diagnosed', isNews: true, to: ['b1'] },
    ])
  })

  test('somebody in two places is told once', () => {
    const both = [
      { moment: 'opened', to: 'tier', people: ['a1', 'l1'] },
      { moment: 'opened', to: 'tier-lead', people: ['l1'] },
    ] as const
    expect(forBells(both, happened(opened, 'opened'))).toEqual([
      { moment: 'opened', isNews: false, to: ['a1', 'l1'] },
    ])
  })
})
