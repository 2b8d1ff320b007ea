import { mayCertify, mayEndCertification, mayOverrideUntil } from '#features/people/domain/authority.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { announceChange } from './announce-change.ts'
import { type By, found, idOf, mustBeAllowed, refuse, subjectFrom } from './judged.ts'
import { recordChange } from './store/changes.ts'
import { findPerson } from './store/persons.ts'
import { endCertification as endRow, insertCertification } from './store/teams.ts'

export type GivenCertification = {
  readonly personId: string
  readonly tier: number
  readonly from?: Instant | undefined
  readonly until: Instant | null
  /** Why somebody may work in the tier without training; null where training gave it. */
  readonly overrideReason: string | null
}

/** Lets somebody work in a tier; its id. A person who gives it does so without training, so with a reason. */
export async function giveCertification(tx: Tx, by: By, given: GivenCertification): Promise<string> {
  const person = found(await findPerson(tx, given.personId))
  mustBeAllowed(by, (actor) => mayCertify(actor, subjectFrom(person)))
  const { personId, tier, until, overrideReason } = given
  const from = given.from ?? tx.now
  if (until !== null && until <= from) refuse('until-before-from')
  const byId = idOf(by)
  if (byId !== null && overrideReason === null)
    throw new Error('A certification that a person gives needs a reason')
  mustBeAllowed(by, () => mayOverrideUntil(from, until))
  const override = byId === null || overrideReason === null ? null : { by: byId, reason: overrideReason }
  const id = newId()
  await insertCertification(tx, { id, personId, tier, from, until, override })
  await recordChange(tx, {
    by: byId,
    what: 'certification-given',
    subject: personId,
    after: { id, tier, from, until, reason: overrideReason },
  })
  await announceChange(tx, personId)
  return id
}

export async function endCertification(tx: Tx, by: By, personId: string, id: string): Promise<void> {
  const person = found(await findPerson(tx, personId))
  mustBeAllowed(by, (actor) => mayEndCertification(actor, subjectFrom(person)))
  const certification = found(person.certifications.find((one) => one.id === id))
  await endRow(tx, personId, id)
  await recordChange(tx, {
    by: idOf(by),
    what: 'certification-ended',
    subject: personId,
    before: { id, tier: certification.tier, from: certification.from, until: certification.until },
  })
  await announceChange(tx, personId)
}
