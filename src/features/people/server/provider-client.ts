import * as oidc from 'openid-client'
import { servesManyDirectories } from '#features/people/domain/identity.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import { Refused } from '#platform/errors.ts'
import { refuse } from './judged.ts'
import type { PeopleServices } from './services.ts'
import type { ProviderRow } from './store/providers.ts'
import { sha256 } from './tokens.ts'

// oxlint-disable-next-line typescript/no-deprecated -- marked so that nobody uses it lightly; only for this machine itself
const withoutTls = oidc.allowInsecureRequests

type Known = { readonly configuration: Promise<oidc.Configuration>; readonly until: number }

/** What a provider says about itself is read at most every ten minutes: keys and addresses change rarely. */
const knownForMs = 600_000
const known = new Map<string, Known>()

/** The connection to a provider, by what it publishes about itself. Refuses when it cannot be read. */
export async function providerClient(
  platform: Pick<Platform, 'dataFolder' | 'log'>,
  services: PeopleServices,
  provider: ProviderRow,
): Promise<oidc.Configuration> {
  const name = sha256(
    JSON.stringify([provider.id, provider.issuer, provider.clientId, provider.clientSecret, provider.tenants]),
  ).toString('hex')
  const before = known.get(name)
  if (before && before.until > Date.now()) return before.configuration
  const configuration = discover(platform, services, provider)
  known.set(name, { configuration, until: Date.now() + knownForMs })
  try {
    return await configuration
  } catch (err) {
    known.delete(name)
    if (err instanceof Refused) throw err
    platform.log.warn({ err, provider: provider.id }, 'a sign-in provider could not be read')
    return refuse('provider-not-reachable')
  }
}

async function discover(
  { dataFolder }: Pick<Platform, 'dataFolder'>,
  services: PeopleServices,
  provider: ProviderRow,
): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer)
  const sealed = provider.clientSecret
  const secret = sealed === null ? null : (await secretsOf(dataFolder)).open(sealed, secretContext(provider.id))
  const configuration = await oidc.discovery(
    issuer,
    provider.clientId,
    {},
    secret === null ? oidc.None() : oidc.ClientSecretPost(secret),
    {
      timeout: 10,
      execute: isOwnMachine(issuer)
        ? [withoutTls, oidc.enableNonRepudiationChecks]
        : [oidc.enableNonRepudiationChecks],
      ...(services.fetch ? { [oidc.customFetch]: services.fetch as oidc.CustomFetch } : {}),
    },
  )
  const published = configuration.serverMetadata().issuer
  if (servesManyDirectories(published) && provider.tenants.length === 0) refuse('provider-needs-tenants')
  return configuration
}

/** A client secret can only be opened for the provider it was given for. */
export function secretContext(providerId: string): string {
  return `oidc-provider ${providerId}`
}

export function redirectAddress(baseUrl: string, providerId: string): string {
  return `${baseUrl}/api/v1/sign-in/provider/${providerId}/answer`
}

/** Without TLS only on this machine itself. */
function isOwnMachine({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
