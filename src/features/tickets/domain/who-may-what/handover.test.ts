import { expect, test } from 'vitest'
import { outcomes } from '../testing/outcomes.ts'
import { stations, does } from '../testing/scenes.ts'
import { testPlan } from '../testing/test-plan.ts'
import { make, opening } from '../testing/desk.ts'
import { cast } from '../testing/cast.ts'

const waiver = { reason: 'The director stands still' }
const fastLane = { move: 'escalate', asked: 'Now', evidence: [], waiver, fastLane: true } as const

test('handover: a1 offers it to tier 2', () => {
  expect(outcomes(stations().offered)).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, withdraw
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, ask
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 | not-for-the-system: clock mail | else not-taking-part
note, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
resume
    else not-waiting
escalate, diagnose, open-vendor-case
    else handover-offered
accept, send-back
    yes: a2 b2 | lead: l2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
warn-lead, link
    yes: a1 b1 a2 b2 e1 clock | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
vendor-answered
    else not-waiting-for-vendor
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
bring-to-bridge
    yes: a1 clock | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: mail | else not-in-tier
take-off-bridge
    else not-brought-to-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})

test('handover: a1 takes the fast lane to tier 3', () => {
  expect(outcomes(make(does(stations().held1, 'l1', 'reprioritise'), cast.l1, fastLane))).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, withdraw
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, ask
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 a3 b3 e1 | lead: l1 l3 | not-certified: x1 x3 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
resume
    else not-waiting
escalate, diagnose, open-vendor-case
    else handover-offered
accept, send-back
    yes: a3 b3 | lead: l3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
warn-lead, link
    yes: a1 b1 a3 b3 e1 clock | lead: l1 l3 | not-certified: x1 x3 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
vendor-answered
    else not-waiting-for-vendor
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
bring-to-bridge
    yes: a1 clock | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: mail | else not-in-tier
take-off-bridge
    else not-brought-to-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})

test('handover: the phase works by bridge', () => {
  expect(outcomes(stations(testPlan(), { ...opening, phase: 'pilot', wave: 'pilot' }).offered)).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, withdraw
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, ask
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, add-evidence, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
answer
    yes: req | else only-the-requester
resume
    else not-waiting
escalate, diagnose, open-vendor-case
    else handover-offered
accept, send-back
    yes: a2 b2 | lead: l2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
warn-lead, link, take-off-bridge
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
vendor-answered
    else not-waiting-for-vendor
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
bring-to-bridge
    else already-on-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})
