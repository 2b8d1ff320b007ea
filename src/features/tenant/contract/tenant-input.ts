import { z } from 'zod'
import { clouds } from '../domain/clouds.ts'

const Id = z.string().trim().min(1).max(100)
const Address = z.string().trim().min(8).max(300)
const Pem = z.string().trim().min(1).max(20_000)

/** What proves to Microsoft who asks. Left out: what was kept stays. */
const Credential = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('secret'),
    secret: z.string().trim().min(1).max(500),
    /** When the secret expires, as Microsoft showed when it was made; null: not known. */
    expiresAt: z.iso.datetime().nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('certificate'), privateKey: Pem, certificate: Pem }),
])

export const RegistrationInput = z.strictObject({ clientId: Id, credential: Credential.optional() })
export type RegistrationInput = z.infer<typeof RegistrationInput>

export const TenantInput = z.strictObject({
  tenantId: Id,
  cloud: z.enum(clouds).default('public'),
  /** Of one's own; for the other clouds they are known. */
  loginUrl: Address.optional(),
  graphUrl: Address.optional(),
  /** May these addresses be on this machine or in a private network? */
  allowPrivate: z.boolean().default(false),
  read: RegistrationInput,
  /** A second registration, by which devices can be acted upon; null: nothing is done to devices. */
  act: RegistrationInput.nullable().default(null),
  /** Save what Microsoft refuses too, in place of what it was given to replace: for who prepares. */
  keepRefused: z.boolean().default(false),
})
export type TenantInput = z.input<typeof TenantInput>
