import { mayAdminister } from '#features/people/domain/authority.ts'
import { normalName } from '#features/people/domain/text.ts'
import type { OidcProvider } from '#features/people/contract/views.ts'
import { newId } from '#platform/database/id.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from './signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import { type By, found, idOf, mustBeAllowed, refuse } from './judged.ts'
import { providerClient, redirectAddress, secretContext } from './provider-client.ts'
import type { PeopleServices } from './services.ts'
import { recordChange } from './store/changes.ts'
import { deleteProvider, findProvider, findProviders, type ProviderRow, putProvider } from './store/providers.ts'

export type GivenProvider = {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly tenants: readonly string[]
  readonly createsRequesters: boolean
  readonly enabled: boolean
}

export function providerView(baseUrl: string, provider: ProviderRow): OidcProvider {
  const { id, name, issuer, clientId, clientSecret, tenants, createsRequesters, enabled } = provider
  return {
    id,
    name,
    issuer,
    clientId,
    hasSecret: clientSecret !== null,
    tenants: [...tenants],
    createsRequesters,
    enabled,
    redirectAddress: redirectAddress(baseUrl, id),
  }
}

/** Adds a provider (no id) or changes one; an enabled one is asked for its settings first, so that a typing error shows now. */
export async function saveProvider(
  platform: Platform,
  services: PeopleServices,
  { orgId, actor }: SignedIn,
  id: string | null,
  given: { readonly [Part in keyof GivenProvider]?: GivenProvider[Part] | undefined },
): Promise<ProviderRow> {
  mustBeAllowed(actor, mayAdminister)
  const before = id === null ? null : found(await inOrganisation(platform, orgId, (tx) => findProvider(tx, id)))
  const provider = await changed(platform, before ?? newProvider(), given)
  if (provider.enabled) await providerClient(platform, services, provider)
  await inOrganisation(platform, orgId, async (tx) => {
    if (before) found(await findProvider(tx, before.id))
    await putProvider(tx, provider)
    await recordChange(tx, {
      by: actor.personId,
      what: before ? 'provider-changed' : 'provider-added',
      subject: provider.id,
      ...(before ? { before: forRecord(before) } : {}),
      after: { ...forRecord(provider), secretChanged: before?.clientSecret !== provider.clientSecret },
    })
  })
  return provider
}

export async function removeProvider(tx: Tx, by: By, id: string): Promise<void> {
  mustBeAllowed(by, mayAdminister)
  const provider = found(await findProvider(tx, id))
  await deleteProvider(tx, id)
  await recordChange(tx, { by: idOf(by), what: 'provider-removed', subject: id, before: forRecord(provider) })
}

/** Where one can sign in, for the sign-in page. */
export async function offeredProviders(tx: Tx): Promise<{ readonly id: string; readonly name: string }[]> {
  return (await findProviders(tx)).filter((one) => one.enabled).map(({ id, name }) => ({ id, name }))
}

function newProvider(): ProviderRow {
  return {
    id: newId(),
    name: '',
    issuer: '',
    clientId: '',
    clientSecret: null,
    tenants: [],
    createsRequesters: false,
    enabled: true,
  }
}

async function changed(
  { dataFolder }: Platform,
  before: ProviderRow,
  given: { readonly [Part in keyof GivenProvider]?: GivenProvider[Part] | undefined },
): Promise<ProviderRow> {
  const { clientSecret } = given
  const sealed =
    clientSecret === undefined || clientSecret === null
      ? clientSecret
      : (await secretsOf(dataFolder)).seal(clientSecret, secretContext(before.id))
  return {
    id: before.id,
    name: given.name === undefined ? before.name : (normalName(given.name, 60) ?? refuse('name-not-valid')),
    issuer: given.issuer ?? before.issuer,
    clientId: given.clientId ?? before.clientId,
    // A secret belongs to one issuer: it is never sent to another address than it was given for.
    clientSecret:
      sealed !== undefined
        ? sealed
        : given.issuer === undefined || given.issuer === before.issuer
          ? before.clientSecret
          : null,
    tenants: given.tenants ?? before.tenants,
    createsRequesters: given.createsRequesters ?? before.createsRequesters,
    enabled: given.enabled ?? before.enabled,
  }
}

function forRecord({ name, issuer, clientId, tenants, createsRequesters, enabled }: ProviderRow) {
  return { name, issuer, clientId, tenants, createsRequesters, enabled }
}
