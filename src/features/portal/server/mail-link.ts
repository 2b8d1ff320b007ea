import { z } from 'zod'
import type { Instant } from '#features/people/domain/instant.ts'
import { secretsOf } from '#platform/secrets.ts'

/** Whom a link lets in, to which ticket, until when. */
const Visit = z.strictObject({
  orgId: z.uuid(),
  ticketId: z.uuid(),
  personId: z.uuid(),
  until: z.iso.datetime(),
})
export type Visit = z.infer<typeof Visit>

const context = 'portal mail link'
const validDays = 60

/** The address of a ticket for its requester; what it says is sealed, and stands in the fragment. */
export async function mailLink(
  platform: { readonly dataFolder: string; readonly baseUrl: string },
  now: Instant,
  visit: Omit<Visit, 'until'>,
): Promise<string> {
  const secrets = await secretsOf(platform.dataFolder)
  const until = new Date(Date.parse(now) + validDays * 86_400_000).toISOString()
  return `${platform.baseUrl}/visit#token=${secrets.seal(JSON.stringify({ ...visit, until }), context)}`
}

/** Null for whatever this installation did not seal, and for what is over. */
export async function readMailLink(
  platform: { readonly dataFolder: string },
  now: Instant,
  token: string,
): Promise<Visit | null> {
  const secrets = await secretsOf(platform.dataFolder)
  let text: string
  try {
    text = secrets.open(token, context)
  } catch {
    // A wrong token fails in as many ways as there are wrong tokens; all of them mean the same.
    return null
  }
  const visit = Visit.safeParse(JSON.parse(text))
  return visit.success && now < visit.data.until ? visit.data : null
}
