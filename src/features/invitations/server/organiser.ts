import type { Tx } from '#platform/database/transaction.ts'
import { entryByUid, fillOrganiserAddress } from './store/invitations.ts'

/** The address that this entry was first sent from, and that all later news of it has to come from; null before that. */
export async function organiserAddressOf(tx: Tx, uid: string): Promise<string | null> {
  return (await entryByUid(tx, uid))?.organiserAddress ?? null
}

/** Called when the first mail about an entry leaves. */
export function rememberOrganiser(tx: Tx, uid: string, address: string): Promise<void> {
  return fillOrganiserAddress(tx, uid, address.toLowerCase())
}
