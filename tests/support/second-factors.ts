import { Secret, TOTP } from 'otpauth'
import type { Instant } from '#platform/clock.ts'
import type { Caller } from './people-server.ts'

/** What an authenticator app shows at a moment, `steps` of half a minute later or earlier. */
export function codeAt(secret: string, now: Instant, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return totp.generate({ timestamp: Date.parse(now) + steps * 30_000 })
}

/** Sets up an authenticator app for whoever is signed in. */
export async function withApp(
  caller: Caller,
  now: () => Instant,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const { body: begun } = await caller.call('POST', '/me/authenticator')
  const { status, body } = await caller.call('POST', '/me/authenticator/confirm', {
    code: codeAt(begun.secret, now()),
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { secret: begun.secret, recoveryCodes: body.recoveryCodes }
}
