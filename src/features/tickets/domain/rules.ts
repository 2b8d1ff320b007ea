import { hasRole } from '#features/people/domain/actor.ts'
import type { Permit, Rule, Scene } from './decision.ts'
import type { MoveName } from './moves.ts'
import { refuse } from './refusals.ts'
import { assign, claim, release } from './rules/assignment.ts'
import { bringToBridge, takeOffBridge, warnLead } from './rules/attention.ts'
import { categorise, link, reprioritise, tag, unlink } from './rules/classification.ts'
import { close, confirm, rate, reopen } from './rules/confirmation.ts'
import { contact, remindContact } from './rules/contact.ts'
import { addEvidence, answer, ask, note, reply } from './rules/conversation.ts'
import { diagnose } from './rules/diagnosis.ts'
import { follow, unfollow } from './rules/following.ts'
import { accept, escalate, withdraw } from './rules/handover.ts'
import { migrate } from './rules/migration.ts'
import { sendBack } from './rules/send-back.ts'
import { markTargetAtRisk, markTargetMissed } from './rules/targets.ts'
import { openVendorCase, vendorAnswered } from './rules/vendor.ts'
import { resume, waitUntil } from './rules/waiting.ts'
import { answerQuestion, askDiagnoser, takeNote } from './rules/way-down.ts'
import { isRequester } from './who.ts'

type RuledName = Exclude<MoveName, 'open'>

/** Every move on a ticket that exists, and its rule. `open` has none: there is no ticket yet to look at. */
export const rules: { readonly [Name in RuledName]: Rule<Name> } = {
  claim,
  assign,
  release,
  reply,
  note,
  ask,
  answer,
  'wait-until': waitUntil,
  resume,
  'add-evidence': addEvidence,
  escalate,
  withdraw,
  accept,
  'send-back': sendBack,
  'warn-lead': warnLead,
  diagnose,
  'take-note': takeNote,
  'ask-diagnoser': askDiagnoser,
  'answer-question': answerQuestion,
  contact,
  'remind-contact': remindContact,
  confirm,
  rate,
  close,
  reopen,
  'open-vendor-case': openVendorCase,
  'vendor-answered': vendorAnswered,
  reprioritise,
  categorise,
  link,
  unlink,
  tag,
  follow,
  unfollow,
  'bring-to-bridge': bringToBridge,
  'take-off-bridge': takeOffBridge,
  migrate,
  'mark-target-at-risk': markTargetAtRisk,
  'mark-target-missed': markTargetMissed,
}

/** An auditor moves nothing, except as the requester of a ticket of their own. */
export function permitMove(name: RuledName, scene: Scene): Permit {
  const { actor, ticket } = scene
  if (hasRole(actor, 'auditor') && !isRequester(actor, ticket)) return refuse({ code: 'auditor-reads-only' })
  return rules[name].permit(scene)
}
