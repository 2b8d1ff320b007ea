import { GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import type { Platform } from '#platform/platform.ts'
import { type Failed, type Field, known, stale } from '../../domain/field.ts'

/** Reads one part by itself: what goes wrong becomes its failure, beside what was known before. */
export type Attempt = <Value>(
  before: Field<Value> | undefined,
  read: () => Promise<Value>,
) => Promise<Field<Value>>

export function attempts(platform: Pick<Platform, 'clock' | 'log'>): Attempt {
  return async (before, read) => {
    try {
      return known(await read(), platform.clock.now())
    } catch (error) {
      return stale(before ?? null, failedBy(platform, error))
    }
  }
}

/** There is something to say that is no failure of Microsoft's: nobody has the address, or who had it is gone. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere'
  readonly code: 'not-in-tenant' | 'gone'

  constructor(code: NothingThere['code']) {
    super(code)
    this.code = code
  }
}

export function failedBy({ clock, log }: Pick<Platform, 'clock' | 'log'>, error: unknown): Failed {
  const at = clock.now()
  if (error instanceof NothingThere) return { code: error.code, permission: null, at }
  if (error instanceof GraphFailure) return { code: error.code, permission: error.permission, at }
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name))
    return { code: 'unreachable', permission: null, at }
  log.error({ err: error }, 'an answer of Microsoft Graph could not be read')
  return { code: 'bad-answer', permission: null, at }
}
