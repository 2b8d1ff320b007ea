import { happens, permitted, type Rule, type Scene } from '../decision.ts'
import { checkGiven, evidenceFacts } from '../evidence.ts'
import { requireTextOrFiles, requireTexts } from '../given.ts'
import { type Refused, refuse } from '../refusals.ts'
import { during, notWithVendor, tierNow, whileOpen } from '../when.ts'
import { beRequester, isDetection, takePart, talk } from '../who.ts'

/** Words to the requester. */
export const reply: Rule<'reply'> = {
  permit: (scene) => whileOpen(scene) ?? talk(scene),
  decide: (_, { text, files }) => requireTexts({ text }) ?? happens({ type: 'replied', files, words: { text } }),
}

/** Words among those who work on it; a requester never reads them. What was found in Intune is written beside a report of the same. */
export const note: Rule<'note'> = {
  permit: (scene) => whileOpen(scene) ?? (isDetection(scene) ? permitted : takePart(scene)),
  decide: (_, { text, files }) =>
    requireTextOrFiles(text, files) ?? happens({ type: 'noted', files, words: { text } }),
}

/** A question to the requester; the ticket waits for the answer. */
export const ask: Rule<'ask'> = {
  permit: (scene) => during(scene, 'investigating') ?? notWithVendor(scene) ?? talk(scene),
  decide: (_, { text, files }) => requireTexts({ text }) ?? happens({ type: 'asked', files, words: { text } }),
}

/** The requester's words: they end waiting for them, and never close a ticket. */
export const answer: Rule<'answer'> = {
  permit: (scene) => whileOpen(scene) ?? beRequester(scene),
  decide: (_, { text, files, source }) =>
    requireTextOrFiles(text, files) ?? happens({ type: 'answered', source, files, words: { text } }),
}

export const addEvidence: Rule<'add-evidence'> = {
  permit: (scene) => during(scene, 'investigating') ?? somethingToProve(scene) ?? takePart(scene),
  decide: ({ plan }, { evidence }) => {
    const wrong = checkGiven(plan, evidence)
    if (wrong) return wrong
    const added = evidenceFacts(evidence)
    return added.length > 0 ? happens(...added) : refuse({ code: 'text-required', field: 'evidence' })
  },
}

function somethingToProve({ plan, ticket }: Scene): Refused | null {
  const asked = plan.process.edges.some((edge) => edge.evidence.length > 0)
  return asked ? null : refuse({ code: 'no-tier-above', tier: tierNow(plan, ticket) })
}
