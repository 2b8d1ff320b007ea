import { priorityOf } from '#features/plan/domain/lookup.ts'
import { categoryOf, checkCategory } from '../category.ts'
import { type Decision, happens, permitted, type Rule, type Scene } from '../decision.ts'
import { requireTexts } from '../given.ts'
import type { MoveOf } from '../moves.ts'
import { refuse } from '../refusals.ts'
import { whileOpen } from '../when.ts'
import { isClock, takePart } from '../who.ts'

export const reprioritise: Rule<'reprioritise'> = {
  permit: (scene) => whileOpen(scene) ?? takePart(scene),
  decide: ({ plan, ticket }, { impact, urgency, reason }) => {
    if (impact === ticket.impact && urgency === ticket.urgency) return refuse({ code: 'nothing-to-change' })
    const priority = priorityOf(plan, impact, urgency)
    return (
      requireTexts({ reason }) ?? happens({ type: 'reprioritised', impact, urgency, priority, words: { reason } })
    )
  },
}

/** Also of a closed ticket: figures should be right. */
export const categorise: Rule<'categorise'> = {
  permit: takePart,
  decide: ({ plan, ticket }, { category, platform }) => {
    const wrong = checkCategory(plan, category, platform)
    if (wrong) return wrong
    const same = category === ticket.category && platform === ticket.platform
    const kind = categoryOf(plan, category)?.kind ?? ticket.kind
    return same
      ? refuse({ code: 'nothing-to-change' })
      : happens({ type: 'categorised', category, platform, kind })
  },
}

/** Also by Tierwise itself, which finds tickets that came in alike. */
export const link: Rule<'link'> = {
  permit: (scene) => (isClock(scene.actor) ? permitted : takePart(scene)),
  decide: ({ ticket }, { ticketId, kind }, { linkedTicketExists }) => {
    if (ticketId === ticket.id) return refuse({ code: 'cannot-link-to-itself' })
    if (ticket.links.some((one) => one.ticketId === ticketId)) return refuse({ code: 'already-linked' })
    return linkedTicketExists ? happens({ type: 'linked', ticketId, kind }) : refuse({ code: 'unknown-ticket' })
  },
}

export const unlink: Rule<'unlink'> = {
  permit: (scene) => (scene.ticket.links.length === 0 ? refuse({ code: 'not-linked' }) : takePart(scene)),
  decide: ({ ticket }, { ticketId }) =>
    ticket.links.some((one) => one.ticketId === ticketId)
      ? happens({ type: 'unlinked', ticketId })
      : refuse({ code: 'not-linked' }),
}

export const tag: Rule<'tag'> = { permit: takePart, decide: tags }

function tags({ ticket }: Scene, move: MoveOf<'tag'>): Decision {
  const blank = move.add.find((one) => one.trim() === '')
  if (blank !== undefined) return refuse({ code: 'text-required', field: 'add' })
  const remove = ticket.tags.filter((one) => move.remove.includes(one))
  const add = [...new Set(move.add.map((one) => one.trim()))].filter((one) => !ticket.tags.includes(one))
  return add.length + remove.length === 0
    ? refuse({ code: 'nothing-to-change' })
    : happens({ type: 'tagged', add, remove })
}
