import type { ProofOptions, ProvenByBrowser } from '#features/people/contract/passkeys.ts'
import type { Me } from '#features/people/contract/views.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { isCodeOfApp } from './authenticator.ts'
import { found, refuse } from './judged.ts'
import { keepChallenge, newChallenge, proofOptions } from './passkey-challenge.ts'
import { checkedProof } from './passkeys.ts'
import { isRecoveryCode } from './recovery-codes.ts'
import { beginSignIn, type Browser, organisationFor } from './sign-in.ts'
import { findPerson } from './store/persons.ts'
import { deleteHalfSignIn, findHalfSignIn } from './store/second-factors.ts'
import { countCode, forgetCodes } from './throttle.ts'
import { type Token, readToken } from './tokens.ts'
import { meView } from './views.ts'

export type Entered = { readonly me: Me; readonly token: string }

/** The second half: a code of the app, or a recovery code. Attempts are counted before the code is looked at. */
export async function finishWithCode(
  platform: Platform,
  half: Token | null,
  code: string,
  browser: Browser,
): Promise<Entered> {
  if (half === null) return refuse('second-factor-over')
  const { orgId } = half
  const begun = await inOrganisation(platform, orgId, (tx) => findHalfSignIn(tx, half.hash))
  if (!begun) return refuse('second-factor-over')
  const { personId } = begun
  const attempt = { orgId, personId, address: browser.address }
  await countCode(platform, attempt)
  return inOrganisation(platform, orgId, async (tx) => {
    const isRight = (await isCodeOfApp(platform, tx, personId, code)) || (await isRecoveryCode(tx, personId, code))
    if (!isRight) return refuse('code-not-right')
    const person = found(await findPerson(tx, personId))
    if (person.disabledAt !== null || !(await deleteHalfSignIn(tx, begun.id))) return refuse('second-factor-over')
    await forgetCodes(tx, attempt)
    const token = await beginSignIn(tx, person, begun.means, browser)
    return { me: await meView(tx, person, { lacksSecondFactor: false }), token }
  })
}

/** The same for every organisation, also one that is not there: who has a passkey is for the browser to know. */
export async function askPasskey(
  platform: Platform,
  organisation: string | undefined,
  browserMark: string,
): Promise<ProofOptions> {
  const orgId = await organisationFor(platform, organisation)
  const challenge =
    orgId === null
      ? newChallenge()
      : await inOrganisation(platform, orgId, (tx) =>
          keepChallenge(tx, { purpose: 'sign-in', boundTo: browserMark }),
        )
  return proofOptions(platform.baseUrl, challenge, [])
}

/** A passkey is two factors: something one has, unlocked by something one is or knows. */
export async function signInWithPasskey(
  platform: Platform,
  given: { readonly organisation?: string | undefined; readonly answer: ProvenByBrowser },
  browserMark: string | null,
  browser: Browser,
): Promise<Entered> {
  const orgId = await organisationFor(platform, given.organisation)
  if (orgId === null || browserMark === null) return refuse('passkey-refused')
  const key = await checkedProof(platform, orgId, { purpose: 'sign-in', boundTo: browserMark }, given.answer)
  return inOrganisation(platform, orgId, async (tx) => {
    const person = found(await findPerson(tx, key.personId))
    if (person.disabledAt !== null) return refuse('passkey-refused')
    const token = await beginSignIn(tx, person, 'passkey', browser)
    return { me: await meView(tx, person, { lacksSecondFactor: false }), token }
  })
}

/** The half sign-in of this browser, from its cookie. */
export function halfOf(cookie: string | undefined): Token | null {
  return readToken(cookie ?? '')
}
