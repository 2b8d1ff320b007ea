import type { Answer, Call } from '../http/call.ts'
import { problem } from '../http/problems.ts'
import { type Mailbox, makeMailbox } from '../tenant/mailboxes.ts'
import type { World } from '../world.ts'
import { seenUser } from './users.ts'

/** The mailbox of this path, or why it cannot be opened. Everybody has one. */
export function mailboxOf(call: Call, world: World): Mailbox | Answer {
  const found = seenUser(world, call.at['id'] ?? '')
  if (!found)
    return problem(world, 404, 'ErrorInvalidUser', `The requested user '${call.at['id'] ?? ''}' is invalid.`)
  const mailbox = mailboxFor(world, found.user.id, found.user.userPrincipalName)
  const { faults } = world
  const isOutside = faults.isOn('policies') && faults.on.get('policies')?.mode !== 'meetings'
  if (!mailbox.isOpen || (isOutside && faults.touches('policies', mailbox.userId, mailbox.address)))
    return problem(world, 403, 'ErrorAccessDenied', 'Access to OData is disabled.')
  return mailbox
}

export function mailboxFor(world: World, userId: string, address: string): Mailbox {
  const known = world.tenant.mailboxes.get(userId)
  if (known) return known
  const made = makeMailbox(userId, address, world.chance)
  world.tenant.mailboxes.set(userId, made)
  return made
}
