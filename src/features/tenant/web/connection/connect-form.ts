import type { TenantInput } from '../../contract/tenant-input.ts'
import type { RegistrationView, TenantView } from '../../contract/tenant-view.ts'
import type { Cloud } from '../../domain/clouds.ts'

export type RegistrationFields = {
  readonly clientId: string
  readonly kind: 'secret' | 'certificate'
  /** Empty: what was kept stays. */
  readonly secret: string
  /** A day, as a date field writes it. */
  readonly expires: string
  readonly privateKey: string
  readonly certificate: string
}

export type ConnectFields = {
  readonly tenantId: string
  readonly cloud: Cloud
  readonly loginUrl: string
  readonly graphUrl: string
  readonly allowPrivate: boolean
  readonly read: RegistrationFields
  readonly acts: boolean
  readonly act: RegistrationFields
  /** Asked where Microsoft refused what was given. */
  readonly keepRefused: boolean
}

export function fieldsOf(view: TenantView | null): ConnectFields {
  const tenant = view?.tenant ?? null
  return {
    tenantId: tenant?.tenantId ?? '',
    cloud: tenant?.cloud ?? 'public',
    loginUrl: tenant?.cloud === 'own' ? tenant.loginUrl : '',
    graphUrl: tenant?.cloud === 'own' ? tenant.graphUrl : '',
    allowPrivate: tenant?.allowPrivate ?? false,
    read: registrationFields(tenant?.read ?? null),
    acts: Boolean(tenant?.act),
    act: registrationFields(tenant?.act ?? null),
    keepRefused: false,
  }
}

function registrationFields(registration: RegistrationView | null): RegistrationFields {
  return {
    clientId: registration?.clientId ?? '',
    kind: registration?.kind ?? 'secret',
    secret: '',
    expires: registration?.kind === 'secret' ? (registration.expiresAt?.slice(0, 10) ?? '') : '',
    privateKey: '',
    certificate: '',
  }
}

/** Whether what was kept can stay: it was given for this tenant, these addresses and this registration. */
export function staysKept(fields: ConnectFields, view: TenantView | null, purpose: 'read' | 'act'): boolean {
  const tenant = view?.tenant ?? null
  const registration = tenant?.[purpose] ?? null
  if (tenant === null || registration === null || !registration.hasSecret) return false
  const own = fieldsOf(view)
  return (
    fields.tenantId.trim().toLowerCase() === own.tenantId &&
    fields.cloud === own.cloud &&
    fields.loginUrl.trim() === own.loginUrl &&
    fields.graphUrl.trim() === own.graphUrl &&
    fields[purpose].clientId.trim().toLowerCase() === registration.clientId &&
    fields[purpose].kind === registration.kind
  )
}

function isGiven({ kind, secret, privateKey, certificate }: RegistrationFields): boolean {
  return kind === 'secret' ? secret.trim() !== '' : privateKey.trim() !== '' && certificate.trim() !== ''
}

export function isComplete(fields: ConnectFields, view: TenantView | null): boolean {
  const ready = (purpose: 'read' | 'act') =>
    fields[purpose].clientId.trim() !== '' && (isGiven(fields[purpose]) || staysKept(fields, view, purpose))
  const hasAddress = fields.cloud !== 'own' || (URL.canParse(fields.loginUrl) && URL.canParse(fields.graphUrl))
  return fields.tenantId.trim() !== '' && hasAddress && ready('read') && (!fields.acts || ready('act'))
}

export function inputOf(fields: ConnectFields): TenantInput {
  const { cloud, allowPrivate } = fields
  return {
    tenantId: fields.tenantId.trim(),
    cloud,
    ...(cloud === 'own'
      ? { loginUrl: fields.loginUrl.trim(), graphUrl: fields.graphUrl.trim(), allowPrivate }
      : {}),
    read: registrationInput(fields.read),
    act: fields.acts ? registrationInput(fields.act) : null,
    keepRefused: fields.keepRefused,
  }
}

function registrationInput(fields: RegistrationFields): TenantInput['read'] {
  const clientId = fields.clientId.trim()
  if (!isGiven(fields)) return { clientId }
  const { kind, secret, expires, privateKey, certificate } = fields
  if (kind === 'certificate') return { clientId, credential: { kind, privateKey, certificate } }
  // To the end of the day that Microsoft names.
  const expiresAt = expires === '' ? null : `${expires}T23:59:59.000Z`
  return { clientId, credential: { kind, secret: secret.trim(), expiresAt } }
}
