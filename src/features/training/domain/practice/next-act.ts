import type { Language } from '#features/people/domain/person.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { highestTier } from '#features/plan/domain/lookup.ts'
import { evidenceAsked } from '#features/tickets/domain/evidence.ts'
import type { Move } from '#features/tickets/domain/moves.ts'
import type { Ticket } from '#features/tickets/domain/ticket.ts'
import { tiersInTurn, tiersToNote } from '#features/tickets/domain/trail.ts'
import { chanceOf } from '../chance.ts'
import { categoryFor, type Exercise, expectedOf } from './exercise.ts'
import { type EvidenceFiles, filledIn, materialOf, saysSomething } from './material.ts'

/** Somebody of the exercise who is no person: the requester, a colleague in another tier, the vendor. */
export type Partner =
  | { readonly is: 'requester' }
  | { readonly is: 'colleague'; readonly tier: number }
  | { readonly is: 'vendor' }
export type Act = { readonly by: Partner; readonly move: Exclude<Move, { move: 'open' }> }

/** The words of the partners, in the language of the exercise. */
export type Say = (key: string, values?: Readonly<Record<string, string | null>>) => string

export type PracticeScene = {
  readonly plan: SupportPlan
  readonly ticket: Ticket
  readonly exercise: Exercise
  readonly say: Say
  readonly language: Language
  readonly files: EvidenceFiles
}

/** A ticket goes back to the trainee over the same thing once; then the colleague goes on with what there is. */
const mostReturns = 2

/** What a partner does next, or null when it is the trainee's turn, or nobody's. */
export function nextAct(scene: PracticeScene): Act | null {
  const { ticket } = scene
  if (ticket.stage.name === 'closed') return null
  if (ticket.waiting?.for === 'requester') return answers(scene)
  if (ticket.waiting?.for === 'vendor') return vendorAnswers(scene)
  if (ticket.stage.name === 'confirming') return { by: requester, move: { move: 'confirm', satisfaction: 5 } }
  if (ticket.stage.name === 'delivering') return onTheWayDown(scene)
  if (ticket.offer) return ticket.offer.to === scene.exercise.tier ? null : judgesHandover(scene, ticket.offer)
  return ticket.stage.tier === scene.exercise.tier ? null : investigates(scene, ticket.stage.tier)
}

/** The trainee has done all that is theirs: the ticket is closed, and they have taken note of what others found. */
export function isPlayedOut({ ticket, exercise }: Pick<PracticeScene, 'ticket' | 'exercise'>): boolean {
  return ticket.stage.name === 'closed' && !tiersToNote(ticket).includes(exercise.tier)
}

const requester: Partner = { is: 'requester' }
const colleague = (tier: number): Partner => ({ is: 'colleague', tier })

function answers({ exercise, say, files }: PracticeScene): Act {
  const material = materialOf(exercise)
  const code = material.code === null ? say('noCode') : say('code', { code: material.code })
  const sent = [files.screenshot, files.log].filter((file) => file !== null)
  const text = [say('answer', { ...material, code }), say('answerFiles')].join('\n\n')
  return { by: requester, move: { move: 'answer', text, files: sent, source: 'portal' } }
}

function vendorAnswers(scene: PracticeScene): Act {
  return { by: { is: 'vendor' }, move: { move: 'vendor-answered', text: scene.say('vendorAnswer', said(scene)) } }
}

function onTheWayDown(scene: PracticeScene): Act | null {
  const { plan, ticket, exercise, say } = scene
  const open = ticket.questions.some((question) => question.answer === null)
  const byTier = ticket.diagnosis?.byTier ?? 0
  if (open && byTier !== exercise.tier) {
    const question = ticket.questions.find((one) => one.answer === null)
    const text = say('questionAnswer', said(scene))
    if (question)
      return { by: colleague(byTier), move: { move: 'answer-question', questionId: question.id, text } }
  }
  const noting = tiersInTurn(plan, ticket).find((tier) => tier !== exercise.tier)
  if (noting !== undefined) return { by: colleague(noting), move: { move: 'take-note' } }
  const { contactTier } = plan.process
  const turn = ticket.stage.name === 'delivering' && ticket.stage.tier === contactTier
  if (!turn || contactTier === exercise.tier) return null
  const text = ticket.diagnosis?.wordingForRequester ?? say('contacted')
  return {
    by: colleague(contactTier),
    move: { move: 'contact', channel: 'phone', outcome: 'applied', text, retryAt: null },
  }
}

/** Accepts what can be worked with; else sends it back with what is missing, or because the tier below can solve it. */
function judgesHandover(scene: PracticeScene, offer: NonNullable<Ticket['offer']>): Act {
  const { ticket, exercise, say } = scene
  const accept: Act = { by: colleague(offer.to), move: { move: 'accept' } }
  if (offer.from !== exercise.tier || ticket.bounces >= mostReturns) return accept
  const missing = wantingIn(scene, offer.from, offer.to).map((item) => item.key)
  const back = (reason: string): Act => ({
    by: colleague(offer.to),
    move: { move: 'send-back', missing, reason },
  })
  if (missing.length > 0) return back(say('incomplete'))
  if (expectedOf(exercise) === 'solve' && ticket.bounces === 0) return back(say('solveIt', said(scene)))
  return accept
}

/** Items that were answered with nothing, or with a code that is not on the screen. */
export function wantingIn(
  { plan, ticket, exercise }: Pick<PracticeScene, 'plan' | 'ticket' | 'exercise'>,
  from: number,
  to: number,
): readonly EvidenceItem[] {
  return evidenceAsked(plan, ticket, from, to).filter((item) => {
    const given = ticket.evidence.find((one) => one.key === item.key)
    if (!given) return false
    return !saysSomething(item, given, exercise.issue)
  })
}

function investigates(scene: PracticeScene, tier: number): Act | null {
  const { plan, ticket, exercise, say } = scene
  const by = colleague(tier)
  if (ticket.assigneeId === null) return { by, move: { move: 'claim' } }
  if (ticket.category === null || ticket.platform === null) {
    const category = categoryFor(plan, exercise)
    if (category) return { by, move: { move: 'categorise', category, platform: exercise.platform } }
  }
  const above = tier > exercise.tier
  if (above && (exercise.issue.typicalTier <= tier || tier >= highestTier(plan).level))
    return { by, move: { move: 'diagnose', ...diagnosis(scene), presentTiers: [] } }
  const asked = evidenceAsked(plan, ticket, tier, tier + 1)
  const evidence = filledIn(asked, materialOf(exercise), evidenceWords(scene), scene.files).map((given) =>
    given.key === poorItem(scene, tier) ? { ...given, value: say('poorAnswer'), files: [] } : given,
  )
  return { by, move: { move: 'escalate', asked: say('asked'), evidence, waiver: null, fastLane: false } }
}

/** Of ten handovers that a trainee gets, about four leave one thing open: whoever looks sends it back. */
const poorHandovers = 0.4

/** The item that the colleague below answers with nothing the first time; null for a good handover. */
export function poorItem(
  { plan, ticket, exercise }: Pick<PracticeScene, 'plan' | 'ticket' | 'exercise'>,
  from: number,
): string | null {
  if (from + 1 !== exercise.tier || ticket.bounces > 0) return null
  const chance = chanceOf(exercise.seed + 3)
  if (chance() >= poorHandovers) return null
  const texts = evidenceAsked(plan, ticket, from, from + 1).filter(
    ({ kind, required }) => required && kind === 'text',
  )
  return texts[Math.floor(chance() * texts.length)]?.key ?? null
}

function evidenceWords(scene: PracticeScene) {
  const { exercise, say } = scene
  const material = materialOf(exercise)
  const code = material.code ?? say('noCode')
  return (item: EvidenceItem): string => say(`evidence.${item.kind}`, { ...said(scene), ...material, code })
}

function diagnosis(scene: PracticeScene) {
  const words = said(scene)
  const { say } = scene
  return {
    rootCause: words.cause,
    solution: words.fix,
    wordingForRequester: say('wording', words),
    knownIssue: { kind: 'one-off', reason: say('oneOff') } as const,
  }
}

/** What the known issue says, in the language of the exercise. */
function said({ exercise: { issue }, language }: PracticeScene) {
  return {
    symptom: issue.symptom[language],
    cause: issue.cause[language],
    checks: issue.checks[language].join(' '),
    fix: issue.fix[language].join(' '),
  }
}
