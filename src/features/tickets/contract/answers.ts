import { z } from 'zod'

export const Id = z.uuid()
export const At = z.iso.datetime()

/** A person as the desk names them; the address is for those who work tickets. */
export const PersonRef = z.object({ id: Id, name: z.string(), email: z.string().nullable() })
export type PersonRef = z.infer<typeof PersonRef>

/** A refusal as clients get it: its code, and what its words need. */
export const RefusalAnswer = z.looseObject({ code: z.string() })

export const EventAuthor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: Id }),
  z.object({ kind: z.literal('system'), name: z.enum(['clock', 'mail', 'detection']) }),
])
