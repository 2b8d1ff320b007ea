import type { OwnSecondFactor } from '#features/people/contract/second-factor.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { mayAdminister } from '#features/people/domain/authority.ts'
import { isAskedOf, type SecondFactor } from '#features/people/domain/second-factor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Forbidden } from '#platform/errors.ts'
import type { SignedIn } from './signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { announceChange } from './announce-change.ts'
import { found, must, refuse } from './judged.ts'
import { passkeysPossible } from './passkey-place.ts'
import { freshMinutes } from './prove.ts'
import type { PeopleServices } from './services.ts'
import { recordChange } from './store/changes.ts'
import { findMeans } from './store/credentials.ts'
import { findOrganisation } from './store/organisations.ts'
import { deletePasskeysOf, findPasskeys, type PasskeyRow } from './store/passkeys.ts'
import { findPerson } from './store/persons.ts'
import { wasProven } from './store/sign-ins.ts'
import {
  deleteAuthenticator,
  deleteHalfSignInsOf,
  deleteRecoveryCodes,
  type FactorsRow,
  findFactors,
} from './store/second-factors.ts'

/** With what a second factor can be given; empty when none is asked for beside the password. */
export function factorsOf({ appSince, passkeys, recoveryCodes }: FactorsRow): SecondFactor[] {
  if (appSince === null && passkeys === 0) return []
  return [
    ...(appSince === null ? [] : (['app'] as const)),
    ...(passkeys === 0 ? [] : (['passkey'] as const)),
    ...(recoveryCodes === 0 ? [] : (['recovery-code'] as const)),
  ]
}

export function passkeyView({ id, name, addedAt, usedAt }: PasskeyRow): OwnSecondFactor['passkeys'][number] {
  return { id, name, addedAt, usedAt }
}

export async function ownSecondFactor(
  tx: Tx,
  { baseUrl }: Pick<Platform, 'baseUrl'>,
  { personId, signInId }: Pick<SignedIn, 'personId' | 'signInId'>,
): Promise<OwnSecondFactor> {
  const { appSince, recoveryCodes } = await findFactors(tx, personId)
  const passkeys = await findPasskeys(tx, personId)
  const hasPassword = (await findMeans(tx, personId)).includes('password')
  return {
    appSince,
    passkeys: passkeys.map(passkeyView),
    recoveryCodes,
    required: await isRequiredOf(tx, personId),
    proven: await wasProven(tx, signInId, freshMinutes - 2),
    provesWith: [
      ...(hasPassword ? (['password'] as const) : []),
      ...(passkeys.length === 0 ? [] : (['passkey'] as const)),
    ],
    passkeysPossible: passkeysPossible(baseUrl),
  }
}

/** After one was removed: the last one stays where the organisation asks for it. Without any, recovery codes are over. */
export async function mustKeepOne(tx: Tx, personId: string): Promise<void> {
  if (factorsOf(await findFactors(tx, personId)).length > 0) return
  if (await isRequiredOf(tx, personId)) refuse('second-factor-kept')
  await deleteRecoveryCodes(tx, personId)
}

async function isRequiredOf(tx: Tx, personId: string): Promise<boolean> {
  const { secondFactorFor } = await findOrganisation(tx)
  return isAskedOf(secondFactorFor, found(await findPerson(tx, personId)).roles)
}

/**
 * For somebody who lost it. They sign in with their password alone until they set up another, and are told: a reset that
 * they did not ask for is somebody else's. Nobody resets their own: that would need no proof.
 */
export async function resetSecondFactor(
  tx: Tx,
  platform: Platform,
  services: PeopleServices,
  by: PersonActor,
  personId: string,
): Promise<void> {
  must(mayAdminister(by))
  const person = found(await findPerson(tx, personId))
  if (by.personId === personId) throw new Forbidden('not-allowed')
  const before = factorsOf(await findFactors(tx, personId))
  await deleteAuthenticator(tx, personId)
  await deletePasskeysOf(tx, personId)
  await deleteRecoveryCodes(tx, personId)
  await deleteHalfSignInsOf(tx, personId)
  if (before.length === 0) return
  await recordChange(tx, {
    by: by.personId,
    what: 'second-factor-reset',
    subject: personId,
    before: { secondFactors: before },
  })
  await announceChange(tx, personId)
  if (!(await services.mail.isSetUp(tx))) return
  const { name: organisation } = await findOrganisation(tx)
  const administrator = found(await findPerson(tx, by.personId)).name
  const say = (part: string) =>
    platform.translate(person.language, `people:mail.second-factor-reset.${part}`, {
      name: person.name,
      organisation,
      administrator,
      address: `${platform.baseUrl}/profile`,
    })
  await services.mail.send(platform, tx, {
    to: person.email,
    name: person.name,
    language: person.language,
    subject: say('subject'),
    text: say('text'),
  })
}
