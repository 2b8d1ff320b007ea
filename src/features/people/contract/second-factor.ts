import { z } from 'zod'
import { AddOptions, AddedByBrowser, ProofOptions, ProvenByBrowser } from './passkeys.ts'
import { Id, Instant, Me } from './views.ts'

const Slug = z.string().min(1).max(40)
/** What somebody typed: a code of an app, or a recovery code. */
const Code = z.string().min(1).max(64)
const PasskeyName = z.string().min(1).max(80)

export const Passkey = z
  .strictObject({ id: Id, name: z.string(), addedAt: Instant, usedAt: Instant.nullable() })
  .meta({ id: 'Passkey' })
export type Passkey = z.infer<typeof Passkey>

const RecoveryCodes = z.array(z.string())

/** What protects one's own sign-in beside the password. */
export const OwnSecondFactor = z
  .strictObject({
    /** Since when an authenticator app is asked for. */
    appSince: Instant.nullable(),
    passkeys: z.array(Passkey),
    /** How many recovery codes are left. */
    recoveryCodes: z.int(),
    /** The organisation asks for a second factor: the last one can be replaced but not turned off. */
    required: z.boolean(),
    /** One showed so shortly ago who one is that what follows needs no new proof. */
    proven: z.boolean(),
    /** With what one can show again who one is. */
    provesWith: z.array(z.enum(['password', 'passkey'])),
    /** Passkeys belong to the address of this desk; they need TLS, or this machine itself, and a name. */
    passkeysPossible: z.boolean(),
  })
  .meta({ id: 'OwnSecondFactor' })
export type OwnSecondFactor = z.infer<typeof OwnSecondFactor>

const PasskeyId = z.strictObject({ id: Id })

/** Proofs are not repeated under an Idempotency-Key: each counts once, also when it is refused. */
export const secondFactorRoutes = {
  'POST /api/v1/sign-in/second-factor': {
    access: 'anyone',
    summary: 'Finish signing in with a code of an app, or a recovery code',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ code: Code }),
    answer: Me,
  },
  'POST /api/v1/sign-in/passkey/challenge': {
    access: 'anyone',
    summary: 'What a passkey has to sign to sign in',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ organisation: Slug.optional() }),
    answer: ProofOptions,
  },
  'POST /api/v1/sign-in/passkey': {
    access: 'anyone',
    summary: 'Sign in with a passkey',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ organisation: Slug.optional(), answer: ProvenByBrowser }),
    answer: Me,
  },

  'GET /api/v1/me/second-factor': {
    access: 'person',
    practice: 'home',
    summary: 'What protects your sign-in beside the password',
    answer: OwnSecondFactor,
  },
  'POST /api/v1/me/proof': {
    access: 'person',
    summary: 'Show again who you are, with your password',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ password: z.string().min(1).max(1024) }),
  },
  'POST /api/v1/me/proof/passkey/challenge': {
    access: 'person',
    summary: 'What your passkey has to sign to show again who you are',
    unkeyed: true,
    answer: ProofOptions,
  },
  'POST /api/v1/me/proof/passkey': {
    access: 'person',
    summary: 'Show again who you are, with a passkey',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ answer: ProvenByBrowser }),
  },
  'POST /api/v1/me/authenticator': {
    access: 'person',
    summary: 'Begin with an authenticator app; its secret is told once',
    unkeyed: true,
    answer: z.strictObject({
      /** In base32, for typing. */
      secret: z.string(),
      /** For the drawing that the app reads. */
      address: z.string(),
    }),
  },
  'POST /api/v1/me/authenticator/confirm': {
    access: 'person',
    summary: 'Use the authenticator app from now on, when its code is right',
    rate: 'sign-in',
    unkeyed: true,
    body: z.strictObject({ code: Code }),
    /** New ones, told once; empty when there are some already. */
    answer: z.strictObject({ recoveryCodes: RecoveryCodes }),
  },
  'DELETE /api/v1/me/authenticator': {
    access: 'person',
    summary: 'Use no authenticator app any more',
    unkeyed: true,
  },
  'POST /api/v1/me/recovery-codes': {
    access: 'person',
    summary: 'Make new recovery codes; earlier ones no longer work',
    unkeyed: true,
    answer: z.strictObject({ recoveryCodes: RecoveryCodes }),
  },
  'POST /api/v1/me/passkeys/challenge': {
    access: 'person',
    summary: 'What a new passkey is made from',
    unkeyed: true,
    answer: AddOptions,
  },
  'POST /api/v1/me/passkeys': {
    access: 'person',
    summary: 'Add a passkey',
    status: 201,
    unkeyed: true,
    body: z.strictObject({ name: PasskeyName, answer: AddedByBrowser }),
    answer: z.strictObject({ passkey: Passkey, recoveryCodes: RecoveryCodes }),
  },
  'PATCH /api/v1/me/passkeys/:id': {
    access: 'person',
    summary: 'Rename a passkey',
    params: PasskeyId,
    body: z.strictObject({ name: PasskeyName }),
    answer: Passkey,
  },
  'DELETE /api/v1/me/passkeys/:id': {
    access: 'person',
    summary: 'Remove a passkey',
    unkeyed: true,
    params: PasskeyId,
  },
  'POST /api/v1/people/:id/second-factor/reset': {
    access: ['administrator'],
    summary: 'Take away the second factor of somebody who lost it; they are told by mail',
    params: PasskeyId,
  },
} as const
