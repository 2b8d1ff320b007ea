import { z } from 'zod'

/** What browsers take and give for passkeys (WebAuthn level 3), as far as Tierwise uses it. */

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const Piece = Base64Url.min(1).max(8_000)
const CredentialId = Base64Url.min(1).max(1_400)
const Transports = z.array(z.string().max(30)).max(10)
const Attachment = z.enum(['cross-platform', 'platform'])
const KnownKey = z.strictObject({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) })
const isVerified = z.literal('required')

/** What to hand to the browser so that it makes a passkey. */
export const AddOptions = z
  .strictObject({
    challenge: z.string(),
    rp: z.strictObject({ id: z.string(), name: z.string() }),
    user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal('public-key') })),
    timeout: z.int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(KnownKey),
    authenticatorSelection: z.strictObject({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: isVerified,
    }),
  })
  .meta({ id: 'PasskeyAddOptions' })
export type AddOptions = z.infer<typeof AddOptions>

/** What to hand to the browser so that it has a passkey sign. */
export const ProofOptions = z
  .strictObject({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int(),
    userVerification: isVerified,
    /** Empty: any passkey for this desk. */
    allowCredentials: z.array(KnownKey),
  })
  .meta({ id: 'PasskeyProofOptions' })
export type ProofOptions = z.infer<typeof ProofOptions>

const answered = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: Attachment.nullish(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()).default({}),
}

/** What the browser answered when it made a passkey. */
export const AddedByBrowser = z
  .strictObject({
    ...answered,
    response: z.strictObject({
      clientDataJSON: Piece,
      attestationObject: Base64Url.min(1).max(64_000),
      authenticatorData: Piece.optional(),
      transports: Transports.optional(),
      publicKeyAlgorithm: z.int().optional(),
      publicKey: Piece.optional(),
    }),
  })
  .meta({ id: 'PasskeyAdded' })
export type AddedByBrowser = z.infer<typeof AddedByBrowser>

/** What the browser answered when a passkey signed. */
export const ProvenByBrowser = z
  .strictObject({
    ...answered,
    response: z.strictObject({
      clientDataJSON: Piece,
      authenticatorData: Piece,
      signature: Piece,
      userHandle: Base64Url.max(200).nullish(),
    }),
  })
  .meta({ id: 'PasskeyProof' })
export type ProvenByBrowser = z.infer<typeof ProvenByBrowser>
