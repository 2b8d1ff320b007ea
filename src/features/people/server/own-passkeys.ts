import type {
  AddedByBrowser,
  AddOptions,
  ProofOptions,
  ProvenByBrowser,
} from '#features/people/contract/passkeys.ts'
import type { Passkey } from '#features/people/contract/second-factor.ts'
import { normalName } from '#features/people/domain/text.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { Forbidden, NotFound } from '#platform/errors.ts'
import type { SignedIn } from './signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { found, refuse } from './judged.ts'
import { addOptions, keepChallenge, proofOptions } from './passkey-challenge.ts'
import { passkeysPossible } from './passkey-place.ts'
import { checkedNewKey, checkedProof } from './passkeys.ts'
import { mustBeFresh } from './prove.ts'
import { firstRecoveryCodes } from './recovery-codes.ts'
import { mustKeepOne, passkeyView } from './second-factor.ts'
import { recordChange } from './store/changes.ts'
import { findOrganisation } from './store/organisations.ts'
import { deletePasskey, findPasskeys, insertPasskey, renamePasskey } from './store/passkeys.ts'
import { findPerson } from './store/persons.ts'
import { noteProof } from './store/sign-ins.ts'

const most = 20

export async function beginPasskey(platform: Platform, signedIn: SignedIn): Promise<AddOptions> {
  const { orgId, personId, signInId } = signedIn
  return inOrganisation(platform, orgId, async (tx) => {
    await mustBeFresh(tx, signedIn)
    if (!passkeysPossible(platform.baseUrl)) refuse('passkeys-not-here')
    const keys = await findPasskeys(tx, personId)
    if (keys.length >= most) refuse('too-many-passkeys')
    const { name: organisation } = await findOrganisation(tx)
    const person = found(await findPerson(tx, personId))
    const challenge = await keepChallenge(tx, { purpose: 'add', boundTo: signInId })
    return addOptions(platform.baseUrl, challenge, person, { organisation, keys })
  })
}

export async function addPasskey(
  platform: Platform,
  signedIn: SignedIn,
  given: { readonly name: string; readonly answer: AddedByBrowser },
): Promise<{ readonly passkey: Passkey; readonly recoveryCodes: string[] }> {
  const { orgId, personId, signInId } = signedIn
  await inOrganisation(platform, orgId, (tx) => mustBeFresh(tx, signedIn))
  const name = passkeyName(given.name)
  const key = await checkedNewKey(platform, orgId, { purpose: 'add', boundTo: signInId }, given.answer)
  return inOrganisation(platform, orgId, async (tx) => {
    const id = newId()
    if ((await findPasskeys(tx, personId)).length >= most) refuse('too-many-passkeys')
    if (!(await insertPasskey(tx, { id, personId, name, ...key }))) refuse('passkey-known')
    await recordChange(tx, { by: personId, what: 'passkey-added', subject: personId, after: { id, name } })
    const recoveryCodes = await firstRecoveryCodes(tx, personId)
    return { passkey: await viewOf(tx, personId, id), recoveryCodes }
  })
}

export async function nameOwnPasskey(tx: Tx, personId: string, id: string, given: string): Promise<Passkey> {
  if (!(await renamePasskey(tx, personId, id, passkeyName(given)))) throw new NotFound()
  return viewOf(tx, personId, id)
}

export async function removePasskey(tx: Tx, signedIn: SignedIn, id: string): Promise<void> {
  const { personId } = signedIn
  await mustBeFresh(tx, signedIn)
  const { name } = await viewOf(tx, personId, id)
  await deletePasskey(tx, personId, id)
  await mustKeepOne(tx, personId)
  await recordChange(tx, { by: personId, what: 'passkey-removed', subject: personId, before: { id, name } })
}

/** What a passkey of this person has to sign, to show again who they are. */
export async function askForProof(
  platform: Platform,
  { orgId, personId, signInId, by }: SignedIn,
): Promise<ProofOptions> {
  if (by !== 'cookie') throw new Forbidden('not-allowed')
  return inOrganisation(platform, orgId, async (tx) => {
    const challenge = await keepChallenge(tx, { purpose: 'prove', boundTo: signInId })
    return proofOptions(platform.baseUrl, challenge, await findPasskeys(tx, personId))
  })
}

export async function proveWithPasskey(
  platform: Platform,
  { orgId, personId, signInId, by }: SignedIn,
  answer: ProvenByBrowser,
): Promise<void> {
  if (by !== 'cookie') throw new Forbidden('not-allowed')
  const key = await checkedProof(platform, orgId, { purpose: 'prove', boundTo: signInId }, answer)
  if (key.personId !== personId) refuse('passkey-refused')
  await inOrganisation(platform, orgId, (tx) => noteProof(tx, signInId))
}

async function viewOf(tx: Tx, personId: string, id: string): Promise<Passkey> {
  return passkeyView(found((await findPasskeys(tx, personId)).find((one) => one.id === id)))
}

function passkeyName(given: string): string {
  return normalName(given, 80) ?? refuse('name-not-valid')
}
