import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import type { Platform } from '#platform/platform.ts'
import type { Exercise } from '../../domain/practice/exercise.ts'
import { type EvidenceFiles, materialOf } from '../../domain/practice/material.ts'
import { screenPicture } from './screen-picture.ts'

type For = { readonly exercise: Exercise; readonly ownerId: string }

/** What a partner can attach: a picture of the screen with the code, and a log in which it stands. */
export async function filesFor(platform: Platform, tx: Tx, { exercise, ownerId }: For): Promise<EvidenceFiles> {
  const { code, device, system, serial, account } = materialOf(exercise)
  const at = tx.now
  const log = [
    `${at} device="${device}" os="${system}" serial=${serial}`,
    `${at} account=${account} area=${exercise.issue.area}`,
    `${at} MDM session begins`,
    `${at} ERROR ${code ?? 'no code'}: ${exercise.issue.symptom.en}`,
    `${at} MDM session ends`,
    '',
  ].join('\n')
  const put = async (name: string, bytes: Uint8Array) =>
    (await addFile(tx, await storeBlob(platform, bytes), { name, ownerId, id: newId() })).id
  return {
    screenshot: await put('screen.png', screenPicture(code ?? '')),
    log: await put('device-log.txt', Buffer.from(log)),
  }
}
