import { knownIssues } from '#features/knowledge/server/actions.ts'
import type { Actor, PersonActor } from '#features/people/domain/actor.ts'
import type { Role } from '#features/people/domain/person.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { starterPlan } from '#features/plan/domain/starter/starter-plan.ts'
import { evidenceAsked } from '#features/tickets/domain/evidence.ts'
import type { Move } from '#features/tickets/domain/moves.ts'
import { type Desk, later, make, newDesk, opening, ticketOf } from '#features/tickets/domain/testing/desk.ts'
import { tiersToNote } from '#features/tickets/domain/trail.ts'
import { categoryFor, drawExercise, type Exercise, expectedOf } from '../practice/exercise.ts'
import { filledIn, materialOf } from '../practice/material.ts'
import {
  isPlayedOut,
  nextAct,
  type Partner,
  poorItem,
  type PracticeScene,
  wantingIn,
} from '../practice/next-act.ts'
import { scoreOf } from '../practice/score.ts'

export const plan: SupportPlan = starterPlan({ startDay: '2026-10-01', owner: 'Contoso' })

function person(personId: string, roles: readonly Role[], tier: number | null): PersonActor {
  const team = plan.teams.tiers.find(({ level }) => level === tier)?.team
  const forever = { from: '2026-01-01T00:00:00.000Z', until: null, override: null }
  return {
    kind: 'person',
    personId,
    roles,
    teams: team ? [team] : [],
    leads: [],
    certifications: tier === null ? [] : [{ tier, ...forever }],
  }
}

export const trainee = (tier: number) => person('trainee', ['requester', 'agent'], tier)

function actorOf(partner: Partner): Actor {
  if (partner.is === 'requester') return person('req', ['requester'], null)
  if (partner.is === 'vendor') return { kind: 'system', name: 'mail' }
  return person(`colleague-${partner.tier}`, ['requester', 'agent'], partner.tier)
}

const say: PracticeScene['say'] = (key) => (key === 'poorAnswer' ? 'unknown' : `words of ${key}`)
const files = { screenshot: 'file-screen', log: 'file-log' }

export function exerciseFor(tier: number, seed: number, seen: readonly string[] = []): Exercise {
  const drawn = drawExercise(knownIssues(), { plan, tier, platform: null, seen, seed })
  if (!drawn) throw new Error(`Nothing to draw for tier ${tier}`)
  return { ...drawn, namedIssue: null }
}

/** How somebody plays; what is left out they do well. */
export type Player = {
  readonly named?: (exercise: Exercise) => string | null
  /** Answers of a handover that say nothing. */
  readonly empty?: boolean
  readonly acceptsAnything?: boolean
  readonly handsUp?: boolean
  readonly solves?: boolean
  readonly asks?: boolean
}

export type Played = { readonly exercise: Exercise; readonly desk: Desk; readonly acts: number }

/** Plays an exercise to its end: the partners as Tierwise plays them, the trainee as told. Every move has to be a legal one. */
export function playThrough(tier: number, seed: number, player: Player = {}): Played {
  const exercise = exerciseFor(tier, seed)
  const me = trainee(tier)
  let desk = make(newDesk(plan), actorOf({ is: 'requester' }), { ...opening, category: null, platform: null })
  let acts = 0
  for (let turn = 0; turn < 60; turn += 1) {
    const ticket = ticketOf(desk)
    if (isPlayedOut({ ticket, exercise })) return { exercise, desk, acts }
    const act = nextAct({ plan, ticket, exercise, say, language: 'en', files })
    if (act) {
      desk = later(make(desk, actorOf(act.by), act.move), 0.1)
      acts += 1
    } else {
      desk = later(make(desk, me, turnOf({ desk, exercise, player })), 1)
    }
  }
  throw new Error(`Not played out: tier ${tier}, seed ${seed}`)
}

type Turn = { readonly desk: Desk; readonly exercise: Exercise; readonly player: Player }

/** What the trainee does when it is their turn. */
function turnOf({ desk, exercise, player }: Turn): Exclude<Move, { move: 'open' }> {
  const ticket = ticketOf(desk)
  const { tier } = exercise
  const mine = desk.events.filter(({ by }) => by.kind === 'person' && by.personId === 'trainee')
  if (ticket.offer) {
    const wanting = wantingIn({ plan, ticket, exercise }, ticket.offer.from, ticket.offer.to)
    if (wanting.length === 0 || player.acceptsAnything) return { move: 'accept' }
    return { move: 'send-back', missing: wanting.map(({ key }) => key), reason: 'This says nothing' }
  }
  if (ticket.stage.name === 'investigating') {
    if (ticket.assigneeId === null) return { move: 'claim' }
    const category = categoryFor(plan, exercise) ?? ''
    if (ticket.category === null) return { move: 'categorise', category, platform: exercise.platform }
    const hasAsked = mine.some(({ fact }) => fact.type === 'asked')
    if (!hasAsked && tier === plan.process.contactTier && player.asks !== false)
      return { move: 'ask', text: 'Which device is it?', files: [] }
    const solves = player.solves ?? (player.handsUp ? false : expectedOf(exercise) === 'solve')
    const wasSentBack = desk.events.some(({ fact }) => fact.type === 'sent-back' && fact.to === tier)
    if (solves || (player.handsUp && expectedOf(exercise) === 'solve' && wasSentBack)) return diagnosing
    const asked = evidenceAsked(plan, ticket, tier, tier + 1)
    const given = filledIn(asked, materialOf(exercise), () => 'It says what it should', files)
    const empty = player.empty && !wasSentBack
    return {
      move: 'escalate',
      asked: 'What is the cause?',
      evidence: given.map((one, index) =>
        empty && asked[index]?.kind === 'text' ? { ...one, value: '??' } : one,
      ),
      waiver: null,
      fastLane: false,
    }
  }
  if (tiersToNote(ticket).includes(tier)) return { move: 'take-note' }
  return { move: 'contact', channel: 'phone', outcome: 'applied', text: 'Done together', retryAt: null }
}

const diagnosing = {
  move: 'diagnose',
  rootCause: 'The cause',
  solution: 'The solution',
  wordingForRequester: 'It is mended',
  knownIssue: { kind: 'one-off', reason: 'Practice' },
  presentTiers: [],
} as const

export function scoreFor({ exercise, desk }: Played, player: Player = {}) {
  const id = player.named ? player.named(exercise) : exercise.issue.id
  const named = knownIssues().find((issue) => issue.id === id) ?? null
  return scoreOf({ plan, exercise, named, traineeId: 'trainee', events: desk.events })
}

/** Whether the colleague below left something open in the first handover. */
export function wasPoor({ exercise, desk }: Played): boolean {
  const offered = desk.events.find(({ fact }) => fact.type === 'handover-offered')
  if (offered?.fact.type !== 'handover-offered' || offered.fact.to !== exercise.tier) return false
  const ticket = { ...ticketOf(desk), bounces: 0 }
  return poorItem({ plan, ticket, exercise }, exercise.tier - 1) !== null
}
