import { onlyOrganisation, recordChange } from '#features/people/server/actions.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { InvalidInput, NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import { OutboundRefused, resolveOutside } from '#platform/outbound/guard.ts'
import type { Platform } from '#platform/platform.ts'
import { TenantInput } from '../../contract/tenant-input.ts'
import { checksFor, type Purpose } from '../../domain/checks.ts'
import { addressesOf, type Addresses, baseAddress, directoryIdOf } from '../../domain/clouds.ts'
import { forgetChecks } from '../store/checks.ts'
import { forgetLinks } from '../store/directory.ts'
import {
  findTenant,
  lockTenant,
  putTenant,
  type RegistrationRow,
  registrationOf,
  removeTenant,
  type TenantRow,
} from '../store/tenants.ts'
import { connectionOf } from './clients.ts'
import { sealedRegistration } from './credential.ts'
import { refusalOf } from './refusal.ts'

/** Connects the organisation's tenant, or changes how. `by`: the person who did; null: the installation itself. */
export async function connectTenant(
  platform: Platform,
  orgId: string,
  given: TenantInput,
  by: string | null = null,
): Promise<TenantRow> {
  const input = TenantInput.parse(given)
  await checkAddresses(platform, input)
  return inOrganisation(platform, orgId, async (tx) => {
    await lockTenant(tx)
    const before = await findTenant(tx)
    const after = await nextTenant(platform, tx, input, before)
    // Who is who, and what works, is of one tenant: nothing of the former stays.
    if (before !== null && before.id !== after.id) await removeTenant(tx, before.id)
    await putTenant(tx, after)
    if (before?.id === after.id && before.graphUrl !== after.graphUrl) await forgetLinks(tx, after.id)
    const changed = changedRegistrations(before, after)
    // What was tried with what is no longer there says nothing.
    if (before?.id === after.id)
      await forgetChecks(
        tx,
        after.id,
        changed.flatMap((purpose) => checksFor([purpose]).map(({ key }) => key)),
      )
    await recordChange(tx, {
      by,
      what: before === null ? 'tenant-connected' : 'tenant-changed',
      subject: after.id,
      ...(before === null ? {} : { before: forRecord(before) }),
      after: { ...forRecord(after), secretChanged: changed },
    })
    await tellTenant(tx)
    return after
  })
}

export type RefusedSignIn = {
  readonly code: 'sign-in-not-accepted'
  readonly purpose: Purpose
  readonly said: string
}

/**
 * Whether Microsoft refuses what would replace a secret or certificate that is kept; null: it does not, or did not say. Nothing is kept of
 * what is given.
 */
export async function refusedSignIn(
  platform: Platform,
  orgId: string,
  given: TenantInput,
): Promise<RefusedSignIn | null> {
  const input = TenantInput.parse(given)
  await checkAddresses(platform, input)
  const { before, after } = await inOrganisation(platform, orgId, async (tx) => {
    const kept = await findTenant(tx)
    return { before: kept, after: await nextTenant(platform, tx, input, kept) }
  })
  if (before === null) return null
  const replaced = changedRegistrations(before, after).filter(
    (purpose) => (registrationOf(before, purpose)?.sealed ?? null) !== null,
  )
  for (const purpose of replaced) {
    const connection = await connectionOf(platform, after, purpose)
    const said = connection && (await refusalOf(platform, connection))
    if (said !== null) return { code: 'sign-in-not-accepted', purpose, said }
  }
  return null
}

/** Takes the tenant away: its secrets, and everything that was known of who is who there. */
export async function disconnectTenant(tx: Tx, by: string): Promise<void> {
  await lockTenant(tx)
  const before = await findTenant(tx)
  if (before === null) throw new NotFound('tenant')
  await removeTenant(tx, before.id)
  await recordChange(tx, { by, what: 'tenant-disconnected', subject: before.id, before: forRecord(before) })
  await tellTenant(tx)
}

/** Whoever looks after the tenant sees it change. */
export function tellTenant(tx: Tx): Promise<void> {
  return announce(tx, { topic: 'tenant', subject: 'tenant', audience: { roles: ['administrator', 'auditor'] } })
}

/** Private networks belong to whoever runs this machine: only an organisation that has it to itself may name them. */
export async function canBePrivate(platform: Platform): Promise<boolean> {
  return (await onlyOrganisation(platform)) !== null
}

type Given = ReturnType<typeof TenantInput.parse>

async function nextTenant(platform: Platform, tx: Tx, input: Given, before: TenantRow | null): Promise<TenantRow> {
  const tenantId = directoryIdOf(input.tenantId) ?? wrong('tenantId', 'directory-id-not-valid')
  const isSame = before !== null && before.tenantId === tenantId
  const bound = {
    id: isSame ? before.id : newId(),
    tenantId,
    ...addressesFrom(input),
  }
  const registrations: RegistrationRow[] = []
  for (const purpose of ['read', 'act'] as const) {
    const registration = input[purpose]
    if (registration === null) continue
    if (directoryIdOf(registration.clientId) === null) wrong(`${purpose}.clientId`, 'client-id-not-valid')
    const kept = isSame ? registrationOf(before, purpose) : null
    registrations.push(
      await sealedRegistration(
        platform,
        bound,
        purpose,
        registration,
        kept && before ? { tenant: before, registration: kept } : null,
      ),
    )
  }
  return {
    ...bound,
    name: isSame ? before.name : null,
    cloud: input.cloud,
    allowPrivate: input.allowPrivate,
    revision: (before?.revision ?? 0) + 1,
    connectedAt: isSame ? before.connectedAt : tx.now,
    registrations,
  }
}

function addressesFrom({ cloud, loginUrl, graphUrl, allowPrivate }: Given): Addresses {
  if (cloud !== 'own') return addressesOf[cloud]
  const read = (field: keyof Addresses, text: string | undefined): string => {
    const address = baseAddress(text ?? '', { allowPrivate })
    return address.ok ? address.address : wrong(field, address.code)
  }
  return { loginUrl: read('loginUrl', loginUrl), graphUrl: read('graphUrl', graphUrl) }
}

/** By the rule that every connection goes by later: neither clouds' metadata nor, unless allowed, private networks. */
async function checkAddresses(
  platform: Platform,
  { cloud, loginUrl, graphUrl, allowPrivate }: Given,
): Promise<void> {
  if (allowPrivate && !(await canBePrivate(platform))) throw new Refused({ code: 'private-address-not-allowed' })
  if (cloud !== 'own') return
  for (const [field, text] of Object.entries({ loginUrl, graphUrl })) {
    const address = baseAddress(text ?? '', { allowPrivate })
    if (!address.ok) wrong(field, address.code)
    try {
      await resolveOutside(new URL(address.address).hostname, { allowPrivate })
    } catch (error) {
      // A name that nobody has yet may be had by the time it is needed.
      if (error instanceof OutboundRefused && error.code === 'address-not-allowed') wrong(field, error.code)
    }
  }
}

function wrong(path: string, code: string): never {
  throw new InvalidInput([{ path, code }])
}

/** Never with a secret in it. */
function forRecord({ tenantId, cloud, loginUrl, graphUrl, allowPrivate, registrations }: TenantRow) {
  return {
    tenantId,
    cloud,
    loginUrl,
    graphUrl,
    allowPrivate,
    registrations: registrations.map(({ purpose, clientId, kind, expiresAt }) => ({
      purpose,
      clientId,
      kind,
      expiresAt,
    })),
  }
}

/** Of which the secret, or who it is of, is another than before. */
function changedRegistrations(before: TenantRow | null, after: TenantRow): Purpose[] {
  const sealed = (tenant: TenantRow | null, purpose: Purpose) =>
    (tenant && registrationOf(tenant, purpose)?.sealed) ?? null
  return (['read', 'act'] as const).filter((purpose) => sealed(before, purpose) !== sealed(after, purpose))
}
