import { highestTier } from '#features/plan/domain/lookup.ts'
import { type Decision, happens, type Permit, permitted, type Rule, type Scene } from '../decision.ts'
import { checkGiven, evidenceFacts, evidenceMissing, withGiven } from '../evidence.ts'
import { requireTexts } from '../given.ts'
import type { MoveOf } from '../moves.ts'
import { type Refused, refuse } from '../refusals.ts'
import { during, endWaiting, notOffered, notWithVendor, tierNow } from '../when.ts'
import { hold } from '../who.ts'

/** Tier 4 is outside: the ticket waits for it, and keeps its owner here. */
export const openVendorCase: Rule<'open-vendor-case'> = {
  permit: (scene) =>
    during(scene, 'investigating') ??
    notOffered(scene) ??
    notWithVendor(scene) ??
    vendorIsNext(scene) ??
    holdAsOpener(scene),
  decide: (scene, move) =>
    requireTexts({ text: move.text }) ?? checkGiven(scene.plan, move.evidence) ?? openCase(scene, move),
}

/** The vendor's answer, typed in by the owner or arrived by mail; the owner's tier diagnoses as usual. */
export const vendorAnswered: Rule<'vendor-answered'> = {
  permit: (scene) => {
    if (scene.ticket.waiting?.for !== 'vendor') return refuse({ code: 'not-waiting-for-vendor' })
    const byMail = scene.actor.kind === 'system' && scene.actor.name === 'mail'
    return byMail ? permitted : hold(scene, tierNow(scene.plan, scene.ticket))
  },
  decide: (_, { text }) => requireTexts({ text }) ?? happens({ type: 'vendor-answered', words: { text } }),
}

function openCase({ plan, ticket }: Scene, move: MoveOf<'open-vendor-case'>): Decision {
  const { vendor } = plan.teams
  if (!vendor) return refuse({ code: 'no-vendor' })
  const { severity, caseNumber, text, evidence } = move
  if (!vendor.severities.some((one) => one.key === severity))
    return refuse({ code: 'not-in-plan', field: 'severity', value: severity })
  const step = { from: tierNow(plan, ticket), to: vendor.level }
  const missing = evidenceMissing(plan, ticket, withGiven(ticket, evidence), step)
  if (missing.length > 0) return refuse({ code: 'evidence-missing', missing })
  return happens(...evidenceFacts(evidence), ...endWaiting(ticket), {
    type: 'vendor-case-opened',
    severity,
    caseNumber,
    words: { text },
  })
}

function vendorIsNext({ plan, ticket }: Scene): Refused | null {
  if (!plan.teams.vendor) return refuse({ code: 'no-vendor' })
  const last = highestTier(plan).level
  return tierNow(plan, ticket) === last ? null : refuse({ code: 'not-the-last-tier', last })
}

function holdAsOpener(scene: Scene): Permit {
  const { plan, ticket, actor } = scene
  const held = hold(scene, tierNow(plan, ticket))
  if (!held.ok) return held
  const openers = plan.teams.vendor?.openers ?? []
  const belongs =
    actor.kind === 'person' && openers.some((team) => [...actor.teams, ...actor.leads].includes(team))
  return belongs ? held : refuse({ code: 'not-a-case-opener' })
}
