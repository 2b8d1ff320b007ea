import type { Platform } from '../platform.ts'
import { secretsOf } from '../secrets.ts'

type Payload = Readonly<Record<string, unknown>>

/**
 * What waits in the outbox can hold a one-time link, and holds words of people: it is stored so that whoever reads the
 * database, or a copy of it, without the data folder can do nothing with it.
 */
export async function sealPayload(
  { dataFolder }: Pick<Platform, 'dataFolder'>,
  id: string,
  payload: Payload,
): Promise<Payload> {
  return { sealed: (await secretsOf(dataFolder)).seal(JSON.stringify(payload), contextOf(id)) }
}

/** Also opens what was put out before payloads were sealed. */
export async function openPayload(
  { dataFolder }: Pick<Platform, 'dataFolder'>,
  id: string,
  stored: Payload,
): Promise<unknown> {
  const { sealed } = stored
  if (typeof sealed !== 'string') return stored
  return JSON.parse((await secretsOf(dataFolder)).open(sealed, contextOf(id)))
}

function contextOf(id: string): string {
  return `outbox ${id}`
}
