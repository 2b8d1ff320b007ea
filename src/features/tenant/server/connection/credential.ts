import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { InvalidInput } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import type { RegistrationInput } from '../../contract/tenant-input.ts'
import type { Purpose } from '../../domain/checks.ts'
import type { RegistrationRow, TenantRow } from '../store/tenants.ts'

type Bound = Pick<TenantRow, 'id' | 'tenantId' | 'loginUrl' | 'graphUrl'>

/** A secret can only be opened for the row, the tenant, the addresses and the registration that it was given for. */
export function secretContext(
  { id, tenantId, loginUrl, graphUrl }: Bound,
  purpose: Purpose,
  clientId: string,
): string {
  return ['tenant', id, purpose, tenantId, loginUrl, graphUrl, clientId].join(' ')
}

/** What the row keeps of a registration. A secret that is not given again stays, unless it would go to another place than before. */
export async function sealedRegistration(
  { dataFolder }: Pick<Platform, 'dataFolder'>,
  tenant: Bound,
  purpose: Purpose,
  { clientId: given, credential }: RegistrationInput,
  before: { readonly tenant: Bound; readonly registration: RegistrationRow } | null,
): Promise<RegistrationRow> {
  const clientId = given.toLowerCase()
  const context = secretContext(tenant, purpose, clientId)
  if (credential === undefined) return keptRegistration(context, purpose, clientId, before)
  const secrets = await secretsOf(dataFolder)
  const fresh = { purpose, clientId, warnedDays: null, refusedSince: null, granted: [] }
  if (credential.kind === 'secret') {
    const { secret, expiresAt } = credential
    return {
      ...fresh,
      kind: 'secret',
      sealed: secrets.seal(secret, context),
      certificate: null,
      expiresAt,
    }
  }
  const { privateKey, certificate, expiresAt } = certificateOf(purpose, credential)
  return { ...fresh, kind: 'certificate', sealed: secrets.seal(privateKey, context), certificate, expiresAt }
}

function keptRegistration(
  context: string,
  purpose: Purpose,
  clientId: string,
  before: { readonly tenant: Bound; readonly registration: RegistrationRow } | null,
): RegistrationRow {
  const stays = before !== null && secretContext(before.tenant, purpose, before.registration.clientId) === context
  if (before !== null && stays) return before.registration
  return {
    purpose,
    clientId,
    kind: 'secret',
    sealed: null,
    certificate: null,
    expiresAt: null,
    warnedDays: null,
    refusedSince: null,
    granted: [],
  }
}

type Certificate = { readonly privateKey: string; readonly certificate: string; readonly expiresAt: string }

/** A certificate with its own key, written in one way. */
function certificateOf(
  purpose: Purpose,
  given: { readonly privateKey: string; readonly certificate: string },
): Certificate {
  const wrong = (field: string, code: string) =>
    new InvalidInput([{ path: `${purpose}.credential.${field}`, code }])
  let certificate: X509Certificate
  let key: KeyObject
  try {
    certificate = new X509Certificate(given.certificate)
  } catch {
    throw wrong('certificate', 'certificate-not-valid')
  }
  try {
    key = createPrivateKey(given.privateKey)
  } catch {
    throw wrong('privateKey', 'private-key-not-valid')
  }
  if (key.asymmetricKeyType !== 'rsa') throw wrong('privateKey', 'private-key-not-rsa')
  if (!certificate.checkPrivateKey(key)) throw wrong('privateKey', 'private-key-of-another')
  return {
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: certificate.toString(),
    expiresAt: certificate.validToDate.toISOString(),
  }
}
