import { planReaders } from '#features/plan/domain/versions/version.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { StoredFile } from '#platform/files/files.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import { isOnCommitment } from './store/commitments.ts'

/** Staff read what shows that a commitment is met. */
export async function mayReadCommitmentFile(tx: Tx, { roles }: SignedIn, file: StoredFile): Promise<boolean> {
  return planReaders.some((role) => roles.includes(role)) && isOnCommitment(tx, file.id)
}
