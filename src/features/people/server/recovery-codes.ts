import { randomBytes } from 'node:crypto'
import { recoveryCode, recoveryCodeCount, recoveryCodeFrom } from '#features/people/domain/second-factor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { recordChange } from './store/changes.ts'
import { findFactors, putRecoveryCodes, takeRecoveryCode } from './store/second-factors.ts'
import { sha256 } from './tokens.ts'

/** New recovery codes, in clear for the only time; earlier ones no longer work. */
export async function makeRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeFrom(randomBytes(16)))
  await putRecoveryCodes(
    tx,
    personId,
    codes.map((code) => hashOf(personId, recoveryCode(code) ?? code)),
  )
  await recordChange(tx, { by: personId, what: 'recovery-codes-made', subject: personId })
  return codes
}

/** Ten with the first second factor; nothing when there are some already. */
export async function firstRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const { recoveryCodes } = await findFactors(tx, personId)
  return recoveryCodes > 0 ? [] : makeRecoveryCodes(tx, personId)
}

/** Whether this is a recovery code of this person; it is used up. */
export async function isRecoveryCode(tx: Tx, personId: string, typed: string): Promise<boolean> {
  const code = recoveryCode(typed)
  if (code === null || !(await takeRecoveryCode(tx, personId, hashOf(personId, code)))) return false
  const { recoveryCodes: left } = await findFactors(tx, personId)
  await recordChange(tx, { by: personId, what: 'recovery-code-used', subject: personId, after: { left } })
  return true
}

/** 80 random bits, so a plain hash cannot be reversed. */
function hashOf(personId: string, code: string): Buffer {
  return sha256(`recovery ${personId} ${code}`)
}
