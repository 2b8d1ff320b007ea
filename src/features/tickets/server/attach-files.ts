import type { Actor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import { filesById, keepFiles, type StoredFile } from '#platform/files/files.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { TicketEvent } from '../domain/events.ts'
import { story } from '../domain/story.ts'
import { isForRequester } from '../domain/visibility.ts'
import { isStaff } from './staff.ts'
import { filesOn, insertTicketFiles, ticketsWithFile } from './store/files.ts'

/**
 * Ties the files that events name to their ticket. Only a file that the mover uploaded, or that is on the ticket already: naming the
 * file of another is refused, or it would be a way to read it.
 */
export async function attachFiles(
  tx: Tx,
  ticketId: string,
  actor: Actor,
  added: readonly TicketEvent[],
): Promise<void> {
  const named = story(added).flatMap(({ files }, index) => {
    const isOpen = added[index] !== undefined && isForRequester(added[index].fact)
    return files.map((id) => ({ id, isOpen }))
  })
  if (named.length === 0) return
  const found = await filesById(
    tx,
    named.map(({ id }) => id),
  )
  const before = await filesOn(tx, ticketId)
  const may = (id: string) => {
    const file = found.find((one) => one.id === id)
    return file !== undefined && (before.has(id) || ownerIs(file, actor))
  }
  if (!named.every(({ id }) => may(id))) throw new Refused({ code: 'unknown-file' })
  await insertTicketFiles(tx, ticketId, named)
  await keepFiles(
    tx,
    named.map(({ id }) => id),
  )
}

function ownerIs(file: StoredFile, actor: Actor): boolean {
  return file.ownerId === (actor.kind === 'person' ? actor.personId : null)
}

/** Staff read what is on a ticket; its requester what was shown to them. */
export async function mayReadTicketFile(tx: Tx, signedIn: SignedIn, file: StoredFile): Promise<boolean> {
  const on = await ticketsWithFile(tx, file.id)
  return isStaff(signedIn.roles)
    ? on.length > 0
    : on.some(({ isOpen, requesterId }) => isOpen && requesterId === signedIn.personId)
}
