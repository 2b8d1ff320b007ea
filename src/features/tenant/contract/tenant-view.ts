import { z } from 'zod'
import { clouds } from '../domain/clouds.ts'
import { healths } from '../domain/checks.ts'

const At = z.iso.datetime()

const Registration = z
  .object({
    clientId: z.string(),
    kind: z.enum(['secret', 'certificate']),
    /** False: it was dropped when the address or the tenant was changed, and has to be given again. */
    hasSecret: z.boolean(),
    expiresAt: At.nullable(),
    expiry: z.enum(['unknown', 'far', 'soon', 'expired']),
    refusedSince: At.nullable(),
    /** Where an administrator of the tenant agrees to its permissions. */
    consentAddress: z.string(),
    /** Permissions that the tenant agreed to and Tierwise does not need. */
    beyondNeed: z.array(z.string()),
  })
  .meta({ id: 'TenantRegistration' })
export type RegistrationView = z.infer<typeof Registration>

export const CheckView = z
  .object({
    key: z.string(),
    purpose: z.enum(['read', 'act']),
    permission: z.string().nullable(),
    essential: z.boolean(),
    outcome: z.enum(['works', 'missing', 'failed', 'untried']),
    /** Why not, kebab-case; null where it works. */
    code: z.string().nullable(),
    /** What Microsoft answered, and by which ids it finds that back. */
    status: z.int().nullable(),
    answer: z.string().nullable(),
    requestId: z.string().nullable(),
    activityId: z.string().nullable(),
    triedAt: At.nullable(),
    workedAt: At.nullable(),
  })
  .meta({ id: 'TenantCheck', description: 'What one permission gives, as it was last tried' })
export type CheckView = z.infer<typeof CheckView>

export const TenantView = z
  .object({
    health: z.enum(healths),
    /** Null: no tenant is connected. */
    tenant: z
      .object({
        tenantId: z.string(),
        name: z.string().nullable(),
        cloud: z.enum(clouds),
        loginUrl: z.string(),
        graphUrl: z.string(),
        allowPrivate: z.boolean(),
        since: At,
        read: Registration,
        act: Registration.nullable(),
      })
      .nullable(),
    checks: z.array(CheckView),
    /** Whether addresses in private networks may be named. */
    canBePrivate: z.boolean(),
  })
  .meta({ id: 'Tenant' })
export type TenantView = z.infer<typeof TenantView>
