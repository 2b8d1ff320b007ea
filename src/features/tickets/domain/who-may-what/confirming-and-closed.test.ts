import { expect, test } from 'vitest'
import { outcomes } from '../testing/outcomes.ts'
import { stations, applied, closed, does } from '../testing/scenes.ts'
import { later } from '../testing/desk.ts'

test('confirming and closed: the solution is applied, tier 2 has not taken note', () => {
  expect(outcomes(applied(does(stations().diagnosed, 'a1', 'take-note')))).toBe(`\
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
ask, wait-until, add-evidence, escalate, send-back, diagnose, contact, rate, open-vendor-case
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
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
confirm
    yes: req a1 b1 e1 | lead: l1 | not-certified: x1 | not-for-the-system: clock mail | else not-in-tier
close
    quiet-period-runs: clock | else only-the-clock
reopen
    lead: l1 l2 l3 | not-taking-part: oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
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

test('confirming and closed: closed just now', () => {
  expect(outcomes(closed())).toBe(`\
open
    else already-open
claim, assign, release, reply, note, answer, warn-lead, reprioritise, bring-to-bridge, take-off-bridge
    else closed
ask, wait-until, add-evidence, escalate, send-back, diagnose, contact, confirm, close, open-vendor-case
    else wrong-stage
resume
    else not-waiting
withdraw, accept
    else no-handover
take-note
    yes: a2 b2 | lead: l2 | not-certified: x2 | not-for-the-system: clock mail | else not-taking-part
ask-diagnoser
    yes: a1 b1 a2 b2 e1 | lead: l1 l2 | not-certified: x1 x2 | not-for-the-system: clock mail | else not-taking-part
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
rate
    yes: req | else only-the-requester
reopen
    lead: l1 l2 l3 | not-taking-part: oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
vendor-answered
    else not-waiting-for-vendor
categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: clock mail | else yes
link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 | not-for-the-system: mail | else yes
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})

test('confirming and closed: closed longer ago than the reopen window', () => {
  expect(outcomes(later(closed(), 15 * 1440))).toBe(`\
open
    else already-open
claim, assign, release, reply, note, answer, warn-lead, reprioritise, bring-to-bridge, take-off-bridge
    else closed
ask, wait-until, add-evidence, escalate, send-back, diagnose, contact, confirm, close, open-vendor-case
    else wrong-stage
resume
    else not-waiting
withdraw, accept
    else no-handover
take-note
    yes: a2 b2 | lead: l2 | not-certified: x2 | not-for-the-system: clock mail | else not-taking-part
ask-diagnoser
    yes: a1 b1 a2 b2 | lead: l1 l2 | not-certified: x1 x2 e1 | not-for-the-system: clock mail | else not-taking-part
answer-question
    else no-open-question
remind-contact
    nothing-to-remind: clock | else only-the-clock
rate
    yes: req | else only-the-requester
reopen
    else reopen-window-over
vendor-answered
    else not-waiting-for-vendor
categorise, tag
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 e1 | not-for-the-system: clock mail | else yes
link
    lead: l1 l2 l3 | not-taking-part: req oth a4 b4 adm | not-certified: x1 x2 x3 e1 | not-for-the-system: mail | else yes
unlink
    else not-linked
follow
    not-for-requesters: req oth | not-for-the-system: clock mail | else yes
unfollow
    else not-following
mark-target-at-risk, mark-target-missed
    target-not-due: clock | else only-the-clock`)
})
