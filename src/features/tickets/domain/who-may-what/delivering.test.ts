import { expect, test } from 'vitest'
import { outcomes } from '../testing/outcomes.ts'
import { stations, does } from '../testing/scenes.ts'
import { testPlan } from '../testing/test-plan.ts'

test('delivering: together: found by tier 3, nobody has taken note', () => {
  expect(outcomes(stations().diagnosed)).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
ask, wait-until, add-evidence, escalate, send-back, diagnose, confirm, rate, close, reopen, open-vendor-case
    else wrong-stage
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
warn-lead, link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
take-note, ask-diagnoser
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer-question
    else no-open-question
contact
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
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

test('delivering: together: tier 1 has taken note, tier 2 asks', () => {
  expect(outcomes(does(does(stations().diagnosed, 'a1', 'take-note'), 'a2', 'ask-diagnoser'))).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
ask, wait-until, add-evidence, escalate, send-back, diagnose, confirm, rate, close, reopen, open-vendor-case
    else wrong-stage
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
warn-lead, link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
take-note
    yes: a2 b2 | lead: l2 | not-certified: x2 | not-for-the-system: clock mail | else not-taking-part
ask-diagnoser
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer-question
    yes: a3 b3 | lead: l3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
contact
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
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

test('delivering: step by step: tier 2 is first', () => {
  expect(outcomes(stations(testPlan({ wayDown: 'step-by-step' })).diagnosed)).toBe(`\
open
    else already-open
claim
    lead: l2 | already-assigned: a2 | held-by-another: b2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a2 | lead: l2 | held-by-another: b2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
release
    yes: a2 | lead: l2 | not-the-holder: b2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
reply
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
ask, wait-until, add-evidence, escalate, send-back, diagnose, confirm, rate, close, reopen, open-vendor-case
    else wrong-stage
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
warn-lead, link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
take-note
    yes: a2 b2 | lead: l2 | other-tier-first: a1 b1 l1 e1 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
ask-diagnoser
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer-question
    else no-open-question
contact
    else other-tier-first
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
    yes: a2 clock | lead: l2 | not-the-holder: b2 | not-certified: x2 | not-for-the-system: mail | else not-in-tier
take-off-bridge
    else not-brought-to-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})

test('delivering: step by step: tier 1 is next', () => {
  expect(outcomes(does(stations(testPlan({ wayDown: 'step-by-step' })).diagnosed, 'a2', 'take-note'))).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
ask, wait-until, add-evidence, escalate, send-back, diagnose, confirm, rate, close, reopen, open-vendor-case
    else wrong-stage
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
warn-lead, link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
take-note
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-taking-part
ask-diagnoser
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer-question
    else no-open-question
contact
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
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

test('delivering: found by tier 1 itself', () => {
  expect(outcomes(does(stations().held1, 'a1', 'diagnose'))).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, note, reprioritise, categorise, tag
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-taking-part
ask, wait-until, add-evidence, escalate, send-back, diagnose, confirm, rate, close, reopen, open-vendor-case
    else wrong-stage
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
warn-lead, link
    yes: a1 b1 e1 clock | lead: l1 | not-certified: x1 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser
    else nothing-to-note
answer-question
    else no-open-question
contact
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
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
