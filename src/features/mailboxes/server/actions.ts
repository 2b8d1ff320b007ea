import type { Tx } from '#platform/database/transaction.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { MailboxInput } from '../contract/mailbox-view.ts'
import { sealedSettings } from './settings.ts'
import { insertMailbox, listMailboxes } from './store/mailboxes.ts'

/** Whether mail leaves here at all: invitations and the like are only offered by mail where it does. */
export async function mailIsSetUp(tx: Tx): Promise<boolean> {
  return (await listMailboxes(tx)).some((mailbox) => mailbox.enabled && mailbox.smtp !== null)
}

/** Adds a mailbox; null where its address is taken. */
export async function addMailbox(platform: Platform, orgId: string, input: MailboxInput): Promise<string | null> {
  const id = newId()
  const settings = await sealedSettings(platform, id, input, null)
  return inOrganisation(platform, orgId, async (tx) => ((await insertMailbox(tx, id, settings)) ? id : null))
}
