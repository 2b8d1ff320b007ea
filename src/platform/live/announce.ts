import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'

/** Who may hear of it: persons by id, and everybody with one of the roles. Whoever is not named hears nothing. */
export type Audience = {
  readonly persons?: readonly string[]
  readonly roles?: readonly string[]
}

export type Announcement = {
  /** What kind of thing changed, such as `ticket`. */
  readonly topic: string
  /** The id of the thing. */
  readonly subject: string
  /** Small: what changed, not its content. Pages fetch the content, as the person may see it. */
  readonly data?: Readonly<Record<string, unknown>>
  readonly audience: Audience
}

/** Tells the listening pages, if and when the transaction commits. */
export async function announce(tx: Tx, { topic, subject, data = {}, audience }: Announcement): Promise<void> {
  const words = [JSON.stringify(data), JSON.stringify(audience)] as const
  await sql`select live_announce(${topic}, ${subject}, ${words[0]}::jsonb, ${words[1]}::jsonb)`.execute(tx.db)
}
