import { happens, type Permit, type Rule, type Scene } from '../decision.ts'
import type { TicketFact } from '../events.ts'
import { requireTexts } from '../given.ts'
import { refuse } from '../refusals.ts'
import { tiersInTurn, tiersToLearn, tiersToNote, tierToAct } from '../trail.ts'
import { during } from '../when.ts'
import { tiersWorked, workIn, workInAny } from '../who.ts'

/**
 * A tier confirms that it understands the solution. With `together` a tier between may do so after the requester was helped, so the
 * duty outlives the delivery.
 */
export const takeNote: Rule<'take-note'> = {
  permit: (scene) => {
    if (!scene.ticket.diagnosis) return during(scene, 'delivering') ?? refuse({ code: 'nothing-to-note' })
    const toNote = tiersToNote(scene.ticket)
    return toNote.length === 0 ? refuse({ code: 'nothing-to-note' }) : inTurn(scene, toNote)
  },
  decide: (scene) => {
    const noting = notingTiers(scene)
    const left = tiersToNote(scene.ticket).filter((tier) => !noting.includes(tier))
    const delivering = tierToAct(scene.plan, left)
    return happens(
      ...noting.map((tier): TicketFact => ({ type: 'note-taken', tier, onBridge: false, delivering })),
    )
  },
}

/** Instead of taking note: a question to whoever made the diagnosis. */
export const askDiagnoser: Rule<'ask-diagnoser'> = {
  permit: (scene) => handedDown(scene) ?? workInAny(scene, learning(scene)),
  decide: (scene, { text }) => {
    const tier = tiersWorked(scene, learning(scene))[0]
    if (tier === undefined) return refuse({ code: 'not-taking-part' })
    const questionId = String(scene.ticket.version + 1)
    return requireTexts({ text }) ?? happens({ type: 'question-asked', questionId, tier, words: { text } })
  },
}

export const answerQuestion: Rule<'answer-question'> = {
  permit: (scene) => {
    const { diagnosis, questions } = scene.ticket
    const open = questions.some((question) => question.answer === null)
    return diagnosis && open ? workIn(scene, diagnosis.byTier) : refuse({ code: 'no-open-question' })
  },
  decide: ({ ticket }, { questionId, text }) => {
    const open = ticket.questions.some((question) => question.id === questionId && question.answer === null)
    if (!open) return refuse({ code: 'unknown-question' })
    return requireTexts({ text }) ?? happens({ type: 'question-answered', questionId, words: { text } })
  },
}

function handedDown(scene: Scene) {
  if (!scene.ticket.diagnosis) return during(scene, 'delivering')
  return learning(scene).length === 0 ? refuse({ code: 'nothing-to-note' }) : null
}

function learning({ ticket }: Scene): readonly number[] {
  return tiersToLearn(ticket).map((entry) => entry.tier)
}

/** Step by step, a tier takes note when the tier above it has. */
function inTurn(scene: Scene, toNote: readonly number[]): Permit {
  const permit = workInAny(scene, toNote)
  if (!permit.ok || notingTiers(scene).length > 0) return permit
  return refuse({ code: 'other-tier-first', tier: tierToAct(scene.plan, toNote) })
}

/** The duties that this person can do: by training if there are any, else by override. */
function notingTiers(scene: Scene): readonly number[] {
  return tiersWorked(scene, tiersInTurn(scene.plan, scene.ticket))
}
