import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import { Forbidden } from '#platform/errors.ts'
import type { SignedIn } from './signed-in.ts'
import { found, refuse } from './judged.ts'
import { isPassword } from './password-hash.ts'
import { findPasswordHash } from './store/credentials.ts'
import { findPerson } from './store/persons.ts'
import { noteProof, wasProven } from './store/sign-ins.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'

/** How long a proof protects changes of what one signs in with: a browser that is left open is not enough. */
export const freshMinutes = 10

/** What protects the sign-in is only changed by whoever showed a moment ago, in this browser, who they are. */
export async function mustBeFresh(tx: Tx, { by, signInId }: SignedIn): Promise<void> {
  if (by !== 'cookie') throw new Forbidden('not-allowed')
  if (!(await wasProven(tx, signInId, freshMinutes))) refuse('proof-needed')
}

export async function proveWithPassword(
  platform: Transactions,
  signedIn: SignedIn,
  password: string,
  address: string,
): Promise<void> {
  const { orgId, personId, by, signInId } = signedIn
  if (by !== 'cookie') throw new Forbidden('not-allowed')
  const { email, hash } = await inOrganisation(platform, orgId, async (tx) => ({
    email: found(await findPerson(tx, personId)).email,
    hash: await findPasswordHash(tx, personId),
  }))
  const attempt = { orgId, email, address }
  await countAttempt(platform, attempt)
  if (!(await isPassword(password, hash))) refuse('sign-in-failed')
  await inOrganisation(platform, orgId, async (tx) => {
    await forgetAttempts(tx, attempt)
    await noteProof(tx, signInId)
  })
}
