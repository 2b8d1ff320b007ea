import type { Tx } from '#platform/database/transaction.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { aliasAddress, signAlias } from '#integrations/mail/thread-token.ts'
import type { MailboxInput } from '../contract/mailbox-view.ts'
import { sealedSettings } from './settings.ts'
import { listHealth } from './store/health.ts'
import { insertMailbox, listMailboxes } from './store/mailboxes.ts'
import { threadKey } from './thread-key.ts'

export type { Correspondence, LetterOfOthers } from './correspondence.ts'

/** Whether mail leaves here at all: invitations and the like are only offered by mail where it does. */
export async function mailIsSetUp(tx: Tx): Promise<boolean> {
  return (await listMailboxes(tx)).some((mailbox) => mailbox.enabled && mailbox.sends !== 'none')
}

/** The address that people write to when they need help: the oldest mailbox that takes mail in; null while there is none. */
export async function deskMailAddress(tx: Tx): Promise<string | null> {
  return (await listMailboxes(tx)).find(({ enabled, receives }) => enabled && receives !== 'none')?.address ?? null
}

/** What opens the address of a correspondence of its own, which belongs to whatever has this id. */
export async function aliasFor(platform: Platform, tx: Tx, id: string): Promise<string> {
  return signAlias(await threadKey(platform, tx), id)
}

/** The address of a correspondence at the mailbox that mail leaves by; null while there is none, or where it takes no sub-addresses. */
export async function addressOfAlias(tx: Tx, alias: string): Promise<string | null> {
  const mailbox = (await listMailboxes(tx)).find(({ enabled, sends }) => enabled && sends !== 'none')
  return mailbox?.subAddresses ? aliasAddress(mailbox.address, alias) : null
}

/** Adds a mailbox; null where its address is taken. */
export async function addMailbox(platform: Platform, orgId: string, input: MailboxInput): Promise<string | null> {
  const id = newId()
  const settings = await sealedSettings(platform, id, input, null)
  return inOrganisation(platform, orgId, async (tx) => ((await insertMailbox(tx, id, settings)) ? id : null))
}

/** Whether mail comes in and goes out, where a mailbox says so: the worst of all that are in use. `none`: mail is not set up. */
export async function mailHealth(tx: Tx): Promise<'works' | 'fails-in' | 'fails-out' | 'none'> {
  const used = (await listMailboxes(tx)).filter(({ enabled }) => enabled)
  if (!used.some(({ sends }) => sends !== 'none')) return 'none'
  const failing = (await listHealth(tx)).filter(
    ({ mailboxId, failures }) => failures > 0 && used.some(({ id }) => id === mailboxId),
  )
  if (failing.some(({ direction }) => direction === 'out')) return 'fails-out'
  return failing.length > 0 ? 'fails-in' : 'works'
}
