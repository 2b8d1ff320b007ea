import { expect, test } from 'vitest'
import { outcomes } from '../testing/outcomes.ts'
import { stations, does } from '../testing/scenes.ts'

test('investigating: nobody has it yet', () => {
  expect(outcomes(stations().opened)).toBe(`\
open
    else already-open
claim, assign
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release
    else not-assigned
reply, note, ask, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
wait-until, escalate, diagnose
    lead: l1 | not-the-holder: a1 b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
resume
    else not-waiting
withdraw, accept
    else no-handover
send-back
    else lowest-tier
warn-lead, link
    yes: a1 b1 e1 clock | lead: l1 | not-certified: x1 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
open-vendor-case
    else not-the-last-tier
vendor-answered
    else not-waiting-for-vendor
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
bring-to-bridge
    yes: clock | lead: l1 | not-the-holder: a1 b1 e1 | not-certified: x1 | not-for-the-system: mail | else not-in-tier
take-off-bridge
    else not-brought-to-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})

test('investigating: a1 has it in tier 1', () => {
  expect(outcomes(stations().held1)).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, escalate, diagnose
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, note, ask, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
send-back
    else lowest-tier
warn-lead, link
    yes: a1 b1 e1 clock | lead: l1 | not-certified: x1 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
open-vendor-case
    else not-the-last-tier
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

test('investigating: a2 has it in tier 2', () => {
  expect(outcomes(stations().held2)).toBe(`\
open
    else already-open
claim
    lead: l2 | already-assigned: a2 | held-by-another: b2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a2 | lead: l2 | held-by-another: b2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, escalate, diagnose
    yes: a2 | lead: l2 | not-the-holder: b2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
reply, ask
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 | not-for-the-system: clock mail | else not-taking-part
note, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
resume
    else not-waiting
withdraw, accept
    else no-handover
send-back
    yes: a2 b2 | lead: l2 | not-certified: x2 | not-for-the-system: clock mail | else not-in-tier
warn-lead, link
    yes: a1 b1 a2 b2 e1 clock | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
open-vendor-case
    else not-the-last-tier
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

test('investigating: a3 has it in tier 3, the last', () => {
  expect(outcomes(stations().held3)).toBe(`\
open
    else already-open
claim
    lead: l3 | already-assigned: a3 | held-by-another: b3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a3 | lead: l3 | held-by-another: b3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, diagnose, open-vendor-case
    yes: a3 | lead: l3 | not-the-holder: b3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
reply, ask
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, add-evidence, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
answer
    yes: req | else only-the-requester
resume
    else not-waiting
escalate
    else no-tier-above
withdraw, accept
    else no-handover
send-back
    yes: a3 b3 | lead: l3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
warn-lead, link
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
    yes: a3 clock | lead: l3 | not-the-holder: b3 | not-certified: x3 | not-for-the-system: mail | else not-in-tier
take-off-bridge
    else not-brought-to-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})

test('investigating: it waits for the requester', () => {
  expect(outcomes(does(stations().held1, 'a1', 'ask'))).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, resume, escalate, diagnose
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, note, ask, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
withdraw, accept
    else no-handover
send-back
    else lowest-tier
warn-lead, link
    yes: a1 b1 e1 clock | lead: l1 | not-certified: x1 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
open-vendor-case
    else not-the-last-tier
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

test('investigating: it waits until tomorrow', () => {
  expect(outcomes(does(stations().held1, 'a1', 'wait-until'))).toBe(`\
open
    else already-open
claim
    lead: l1 | already-assigned: a1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a1 | lead: l1 | held-by-another: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
release, wait-until, escalate, diagnose
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
reply, note, ask, add-evidence, reprioritise, categorise, tag
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-taking-part
answer
    yes: req | else only-the-requester
resume
    yes: a1 | lead: l1 | not-the-holder: b1 e1 | not-certified: x1 | not-yet: clock | not-for-the-system: mail | else not-in-tier
withdraw, accept
    else no-handover
send-back
    else lowest-tier
warn-lead, link
    yes: a1 b1 e1 clock | lead: l1 | not-certified: x1 | not-for-the-system: mail | else not-taking-part
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
open-vendor-case
    else not-the-last-tier
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

test('investigating: it waits for the vendor', () => {
  expect(outcomes(does(stations().held3, 'a3', 'open-vendor-case'))).toBe(`\
open
    else already-open
claim
    lead: l3 | already-assigned: a3 | held-by-another: b3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
assign
    yes: a3 | lead: l3 | held-by-another: b3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
release, resume
    yes: a3 | lead: l3 | not-the-holder: b3 | not-certified: x3 | not-for-the-system: clock mail | else not-in-tier
reply
    yes: a1 b1 e1 | lead: l1 | not-certified: x1 | tier-does-not-talk-to-requesters: a2 b2 l2 a3 b3 l3 | not-for-the-system: clock mail | else not-taking-part
note, add-evidence, reprioritise, categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
ask, wait-until, escalate, send-back, diagnose, open-vendor-case
    else waiting-for-vendor
answer
    yes: req | else only-the-requester
withdraw, accept
    else no-handover
warn-lead, link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
take-note, ask-diagnoser, contact, confirm, rate, close, reopen
    else wrong-stage
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
vendor-answered
    yes: a3 mail | lead: l3 | not-the-holder: b3 | not-certified: x3 | not-for-the-system: clock | else not-in-tier
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
bring-to-bridge
    yes: a3 clock | lead: l3 | not-the-holder: b3 | not-certified: x3 | not-for-the-system: mail | else not-in-tier
take-off-bridge
    else not-brought-to-bridge
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})
