import { Secret, TOTP } from 'otpauth'
import { appCode } from '#features/people/domain/second-factor.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from './signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import { secretsOf } from '#platform/secrets.ts'
import { found, refuse } from './judged.ts'
import { mustBeFresh } from './prove.ts'
import { firstRecoveryCodes } from './recovery-codes.ts'
import { mustKeepOne } from './second-factor.ts'
import { recordChange } from './store/changes.ts'
import { findOrganisation } from './store/organisations.ts'
import { findPerson } from './store/persons.ts'
import {
  type AuthenticatorRow,
  beginAuthenticator,
  confirmAuthenticator,
  deleteAuthenticator,
  findAuthenticator,
  takeStep,
} from './store/second-factors.ts'
import { countCode, forgetCodes } from './throttle.ts'

/** RFC 6238 as every app knows it. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Clocks may differ by one step, either way. */
const drift = 1
const secretBytes = 20

type Begun = { readonly secret: string; readonly address: string }

/** A new secret, which counts once its first code was right. */
export async function beginWithApp(platform: Platform, signedIn: SignedIn): Promise<Begun> {
  const secrets = await secretsOf(platform.dataFolder)
  return inOrganisation(platform, signedIn.orgId, async (tx) => {
    await mustBeFresh(tx, signedIn)
    const { personId } = signedIn
    const { email } = found(await findPerson(tx, personId))
    const { name: organisation } = await findOrganisation(tx)
    const secret = new Secret({ size: secretBytes })
    const sealed = secrets.seal(secret.base32, contextOf(personId))
    if (!(await beginAuthenticator(tx, personId, sealed))) refuse('authenticator-known')
    const app = new TOTP({
      ...form,
      secret,
      issuer: `Tierwise ${organisation}`.replaceAll(':', ' '),
      label: email,
    })
    return { secret: secret.base32, address: app.toString() }
  })
}

/** Uses the app from now on, if its code is right. The first second factor brings recovery codes. */
export async function confirmApp(
  platform: Platform,
  signedIn: SignedIn,
  typed: string,
  address: string,
): Promise<{ readonly recoveryCodes: string[] }> {
  const { orgId, personId } = signedIn
  await inOrganisation(platform, orgId, async (tx) => {
    await mustBeFresh(tx, signedIn)
    const begun = (await findAuthenticator(tx, personId)) ?? refuse('authenticator-not-begun')
    if (begun.confirmedAt !== null) refuse('authenticator-known')
  })
  const attempt = { orgId, personId, address }
  await countCode(platform, attempt)
  return inOrganisation(platform, orgId, async (tx) => {
    const begun = (await findAuthenticator(tx, personId)) ?? refuse('authenticator-not-begun')
    if (!(await isCode(platform, tx, personId, begun, typed))) return refuse('code-not-right')
    await confirmAuthenticator(tx, personId)
    await forgetCodes(tx, attempt)
    await recordChange(tx, { by: personId, what: 'authenticator-added', subject: personId })
    return { recoveryCodes: await firstRecoveryCodes(tx, personId) }
  })
}

export async function stopUsingApp(platform: Platform, signedIn: SignedIn): Promise<void> {
  await inOrganisation(platform, signedIn.orgId, async (tx) => {
    const { personId } = signedIn
    await mustBeFresh(tx, signedIn)
    const before = found(await findAuthenticator(tx, personId))
    await deleteAuthenticator(tx, personId)
    if (before.confirmedAt === null) return
    await mustKeepOne(tx, personId)
    await recordChange(tx, { by: personId, what: 'authenticator-removed', subject: personId })
  })
}

/** Whether the app shows this code now. Its time step is used up: a code that was seen is worth nothing to others. */
export async function isCodeOfApp(platform: Platform, tx: Tx, personId: string, typed: string): Promise<boolean> {
  const app = await findAuthenticator(tx, personId)
  return app !== null && app.confirmedAt !== null && isCode(platform, tx, personId, app, typed)
}

async function isCode(
  platform: Platform,
  tx: Tx,
  personId: string,
  app: AuthenticatorRow,
  typed: string,
): Promise<boolean> {
  const token = appCode(typed)
  if (token === null) return false
  const secret = (await secretsOf(platform.dataFolder)).open(app.secret, contextOf(personId))
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) })
  const timestamp = Date.parse(tx.now)
  const delta = totp.validate({ token, timestamp, window: drift })
  return delta !== null && takeStep(tx, personId, totp.counter({ timestamp }) + delta)
}

/** A secret can only be opened for the person whose app has it. */
function contextOf(personId: string): string {
  return `authenticator ${personId}`
}
