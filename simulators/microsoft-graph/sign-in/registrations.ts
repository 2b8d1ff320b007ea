import { randomBytes } from 'node:crypto'

/** An app registration of the tenant, with its application permissions. */
export type Registration = {
  readonly clientId: string
  readonly name: string
  secret: string
  secretExpiresAt: number | null
  /** PEM texts of certificates with which it may prove itself. */
  readonly certificates: string[]
  readonly permissions: Set<string>
}

export const readPermissions = [
  'User.Read.All',
  'GroupMember.Read.All',
  'Organization.Read.All',
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementApps.Read.All',
  'ServiceHealth.Read.All',
  'OnlineMeetings.ReadWrite.All',
  'Mail.ReadWrite',
  'Mail.Send',
] as const
export const actPermissions = [
  'DeviceManagementManagedDevices.PrivilegedOperations.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
] as const

/** Nothing secret: whoever runs the simulator reads them on its first lines. */
export const readRegistration = {
  clientId: '7c0e9d34-2a7b-4f58-8f6c-1b9a3e5d4c20',
  secret: 'simulated-secret-to-read',
} as const
export const actRegistration = {
  clientId: 'e2d4b6a8-1c3e-4f50-9a7b-6d8c0e2f4a61',
  secret: 'simulated-secret-to-act',
} as const

export function usualRegistrations(): Map<string, Registration> {
  return new Map([
    [readRegistration.clientId, registration('Support desk (reads)', readRegistration, readPermissions)],
    [actRegistration.clientId, registration('Support desk (acts)', actRegistration, actPermissions)],
  ])
}

export function registration(
  name: string,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
  permissions: readonly string[],
): Registration {
  return { clientId, name, secret, secretExpiresAt: null, certificates: [], permissions: new Set(permissions) }
}

export type Tokens = {
  readonly issue: (clientId: string, claims: Readonly<Record<string, unknown>>, until: number) => string
  /** Whose token it is, if it still holds. */
  readonly holder: (token: string, now: number) => { readonly clientId: string; readonly audience: string } | null
  readonly expire: (token: string) => void
  readonly expireAll: () => void
}

/** Tokens look like Microsoft's, and are opaque to whoever has them. */
export function makeTokens(): Tokens {
  const issued = new Map<
    string,
    { readonly clientId: string; readonly audience: string; readonly until: number }
  >()
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')
  return {
    issue: (clientId, claims, until) => {
      const token = `${part({ typ: 'JWT', alg: 'RS256', kid: 'simulator' })}.${part(claims)}.${randomBytes(64).toString('base64url')}`
      issued.set(token, { clientId, audience: String(claims['aud']), until })
      return token
    },
    holder: (token, now) => {
      const found = issued.get(token)
      return found && found.until > now ? found : null
    },
    expire: (token) => issued.delete(token),
    expireAll: () => issued.clear(),
  }
}
