import { randomBytes } from 'node:crypto'
import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import { insertSealedKey, loadSealedKey } from './store/keys.ts'

/** Keys that were committed; they never change. */
const opened = new Map<string, Uint8Array>()

/** The same where no transaction is open; asks the database only once in a while. */
export async function threadKeyOf(platform: Transactions & Folder, orgId: string): Promise<Uint8Array> {
  return opened.get(placeOf(platform, orgId)) ?? inOrganisation(platform, orgId, (tx) => threadKey(platform, tx))
}

type Folder = Pick<Platform, 'dataFolder'>

const placeOf = ({ dataFolder }: Folder, orgId: string): string => `${dataFolder} ${orgId}`

/** The key that signs this organisation's Message-IDs and reply addresses; made when it is first asked for. */
export async function threadKey(platform: Folder, tx: Tx): Promise<Uint8Array> {
  const place = placeOf(platform, tx.orgId)
  const held = opened.get(place)
  if (held !== undefined) return held
  const secrets = await secretsOf(platform.dataFolder)
  const context = `mail key of ${tx.orgId}`
  const known = await loadSealedKey(tx)
  if (known !== null) {
    const key = Buffer.from(secrets.open(known, context), 'base64url')
    opened.set(place, key)
    return key
  }
  await insertSealedKey(tx, secrets.seal(randomBytes(32).toString('base64url'), context))
  const made = await loadSealedKey(tx)
  if (made === null) throw new Error('The key for mail could not be made')
  return Buffer.from(secrets.open(made, context), 'base64url')
}
