import { createHash } from 'node:crypto'
import { personById, personsByIds } from '#features/people/server/actions.ts'
import { isStaff } from '#features/people/domain/person.ts'
import type { PlanServices } from '#features/plan/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { Conflict, Forbidden, InvalidInput, NotFound, Refused, unwrap } from '#platform/errors.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { DecisionView, ReadinessView } from '../contract/readiness.ts'
import { type DecisionOutcome, mayMeet, maySign, signers } from '../domain/readiness/decide.ts'
import type { Readiness } from '../domain/readiness/figure.ts'
import { gatherReadiness } from './gather-readiness.ts'
import {
  findDecisions,
  insertDecision,
  type KeptDecision,
  lockCondition,
  lockDecisions,
  markMet,
} from './store/decisions.ts'
import { tellOfRollout } from './tell.ts'

/** The figures of a wave with what was decided on it. */
export async function readinessView(
  platform: Platform,
  signedIn: SignedIn,
  key: string,
  services: PlanServices,
): Promise<ReadinessView> {
  const { planNumber, readiness } = await gatherReadiness(platform, signedIn.orgId, key, services)
  const decisions = await inOrganisation(platform, signedIn.orgId, (tx) => findDecisions(tx, { wave: key }))
  return {
    wave: key,
    planNumber,
    readiness: shown(readiness),
    seen: digest(key, planNumber, readiness, decisions[0]),
    may: { sign: signers.some((role) => signedIn.roles.includes(role)) },
    decisions: decisions.map((one) => decisionView(one, signedIn)),
  }
}

export type GivenDecision = {
  readonly outcome: DecisionOutcome
  readonly reason: string
  readonly conditions: readonly { readonly text: string; readonly owner: string; readonly due: string }[]
  /** Of the figures that were read. */
  readonly seen: string
}

/** Signs in somebody's own name what they read: figures that came out otherwise since have to be read first. */
export async function signDecision(
  platform: Platform,
  signedIn: SignedIn,
  key: string,
  given: GivenDecision,
  services: PlanServices,
): Promise<DecisionView> {
  const gathered = await gatherReadiness(platform, signedIn.orgId, key, services)
  const { planVersionId, planNumber, readiness, wave, today } = gathered
  return inOrganisation(platform, signedIn.orgId, async (tx) => {
    await lockDecisions(tx, key)
    const [last] = await findDecisions(tx, { wave: key })
    unwrap(maySign(given, readiness, wave, today))
    if (digest(key, planNumber, readiness, last) !== given.seen) throw new Conflict('figures-changed')
    const signer = await personById(tx, signedIn.personId)
    if (!signer) throw new NotFound()
    await mustBeStaff(
      tx,
      given.conditions.map(({ owner }) => owner),
    )
    const id = newId()
    const { outcome, reason } = given
    const conditions = given.conditions.map((one) => ({ ...one, id: newId() }))
    const signed = {
      wave: key,
      planNumber,
      outcome,
      reason,
      conditions,
      by: signer.id,
      name: signer.name,
      at: tx.now,
    }
    const hash = sha256({ ...signed, readiness })
    await insertDecision(tx, {
      id,
      wave: key,
      planVersionId,
      outcome,
      reason,
      signedBy: signer,
      readiness,
      hash,
      conditions,
    })
    await tellOfRollout(tx, key)
    const [made] = await findDecisions(tx, { id })
    if (!made) throw new NotFound()
    return decisionView(made, signedIn)
  })
}

async function mustBeStaff(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = await personsByIds(tx, ids)
  const wrong = ids.flatMap((id, index) => {
    const person = known.get(id)
    return person && isStaff(person) && person.disabledAt === null ? [] : [index]
  })
  if (wrong.length > 0)
    throw new InvalidInput(wrong.map((index) => ({ path: `conditions.${index}.owner`, code: 'not-staff' })))
}

export async function meetCondition(tx: Tx, { personId, roles }: SignedIn, id: string): Promise<void> {
  const condition = await lockCondition(tx, id)
  if (!condition) throw new NotFound('There is no such condition')
  if (!mayMeet(condition.ownerId, { id: personId, roles })) throw new Forbidden('condition-not-yours')
  if (condition.metAt !== null) throw new Refused({ code: 'condition-met' })
  await markMet(tx, id, personId)
  await tellOfRollout(tx, condition.wave)
}

/** What was read, apart from when: the same figures of the same plan, with the same decision signed last, give the same digest. */
function digest(
  wave: string,
  planNumber: number,
  readiness: Readiness,
  last: { readonly id: string } | undefined,
): string {
  return sha256({ wave, planNumber, readiness, last: last?.id ?? null })
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

export function decisionView(
  { conditions, readiness, ...kept }: KeptDecision,
  { personId, roles }: Pick<SignedIn, 'personId' | 'roles'>,
): DecisionView {
  return {
    ...kept,
    readiness: shown(readiness),
    conditions: conditions.map((one) => ({
      ...one,
      mayMeet: one.met === null && mayMeet(one.owner.id, { id: personId, roles }),
    })),
  }
}

function shown({ figures, ...counts }: Readiness): ReadinessView['readiness'] {
  return {
    ...counts,
    figures: figures.map((one) => ({
      ...one,
      remarks: one.remarks.map(({ code, values }) => ({ code, values: { ...values } })),
    })),
  }
}
