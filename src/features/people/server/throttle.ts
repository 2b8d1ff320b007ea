import { inOrganisation, type Transactions, type Tx } from '#platform/database/transaction.ts'
import { Declined } from '#platform/http/problems.ts'
import { clearAttempts, countAttempts } from './store/credentials.ts'
import { sha256 } from './tokens.ts'

const windowMinutes = 15
/** Wrong passwords per window: for one account from one address, for one account, from one address. */
export const most = { accountFromAddress: 10, account: 50, address: 100 } as const

/** Wrong codes of a second factor per window. A code has a million values, of which three are right at a time. */
export const mostCodes = { accountFromAddress: 10, account: 20, address: 100 } as const

type Limits = Readonly<Record<keyof typeof most, number>>
type Attempt = { readonly orgId: string; readonly email: string; readonly address: string }

/**
 * Counts an attempt before its password is looked at, in a transaction of its own, so that guesses in parallel and guesses
 * that fail count too. An address that nobody has counts alike: it tells nothing about who exists.
 */
export async function countAttempt(
  platform: Transactions,
  attempt: Attempt,
  limits: Limits = most,
): Promise<void> {
  const counts = await inOrganisation(platform, attempt.orgId, (tx) =>
    countAttempts(tx, countedOf(attempt), windowMinutes),
  )
  const highest = [limits.accountFromAddress, limits.account, limits.address]
  if (counts.some((count, index) => count > (highest[index] ?? 0))) {
    throw new Declined(429, 'too-many-attempts', {
      values: { count: windowMinutes },
      headers: { 'retry-after': String(windowMinutes * 60) },
    })
  }
}

type CodeAttempt = { readonly orgId: string; readonly personId: string; readonly address: string }

/** A right password does not end this count: only a right code does. */
export async function countCode(platform: Transactions, attempt: CodeAttempt): Promise<void> {
  await countAttempt(platform, asAttempt(attempt), mostCodes)
}

export async function forgetCodes(tx: Tx, attempt: CodeAttempt): Promise<void> {
  await forgetAttempts(tx, asAttempt(attempt))
}

function asAttempt({ orgId, personId, address }: CodeAttempt): Attempt {
  return { orgId, email: `second factor of ${personId}`, address }
}

const resetsPerHour = 3

/** Whether another link for a new password may be mailed to this address: a mailbox is not flooded by who types its name. */
export async function mayMailReset(tx: Tx, email: string): Promise<boolean> {
  const [asked = 0] = await countAttempts(tx, [sha256(`reset ${email}`)], 60)
  return asked <= resetsPerHour
}

/** A right password ends the count for the account, not for the network address: others may be guessing from there. */
export async function forgetAttempts(tx: Tx, attempt: Attempt): Promise<void> {
  await clearAttempts(tx, countedOf(attempt).slice(0, 2))
}

function countedOf({ email, address }: Attempt): Buffer[] {
  return [sha256(`both ${email} ${address}`), sha256(`account ${email}`), sha256(`address ${address}`)]
}
