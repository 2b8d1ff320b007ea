import { normalName } from '#features/people/domain/text.ts'
import type { ApiToken } from '#features/people/contract/views.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from './signed-in.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import { refuse } from './judged.ts'
import { recordChange } from './store/changes.ts'
import { deleteApiToken, deleteSignIn, findApiTokens, insertApiToken } from './store/sign-ins.ts'
import { newApiToken } from './tokens.ts'

const mostTokens = 50

/** A token can do what its person can, but not make more tokens: a leaked one ends when it expires or is withdrawn. */
export async function makeApiToken(
  tx: Tx,
  { personId, by }: SignedIn,
  given: { readonly name: string; readonly days: number },
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  if (by === 'api-token') throw new Forbidden('not-allowed')
  if ((await findApiTokens(tx, personId)).length >= mostTokens) refuse('too-many-tokens')
  const id = newId()
  const name = normalName(given.name, 80) ?? refuse('name-not-valid')
  const secret = newApiToken(tx.orgId)
  const expiresAt = new Date(Date.parse(tx.now) + given.days * 86_400_000).toISOString()
  await insertApiToken(tx, { id, personId, name, tokenHash: secret.hash, expiresAt })
  await recordChange(tx, {
    by: personId,
    what: 'api-token-made',
    subject: personId,
    after: { id, name, expiresAt },
  })
  return { token: { id, name, createdAt: tx.now, expiresAt, usedAt: null }, secret: secret.text }
}

export async function withdrawApiToken(tx: Tx, personId: string, id: string): Promise<void> {
  if (!(await deleteApiToken(tx, personId, id))) throw new NotFound()
  await recordChange(tx, { by: personId, what: 'api-token-withdrawn', subject: personId, before: { id } })
}

export async function endOwnSignIn(tx: Tx, personId: string, id: string): Promise<void> {
  if (!(await deleteSignIn(tx, personId, id))) throw new NotFound()
}
