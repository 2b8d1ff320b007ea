import type { Clock } from '#platform/clock.ts'
import type { Logger } from '#platform/log.ts'
import type { GraphFailure } from './graph-failure.ts'

export type GraphOptions = {
  /** Undefined and null are left out. Written as given: `$select`, `$filter`, … */
  readonly query?: Readonly<Record<string, string | number | null | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly version?: 'v1.0' | 'beta'
  readonly signal?: AbortSignal
  /** Text and bytes go as they are (give their content-type), anything else as JSON. */
  readonly body?: unknown
}

export type BatchCall = {
  readonly id: string
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}
export type BatchAnswer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly failure: GraphFailure }

/** One page of a delta round; the last one has the link with which the next round begins. */
export type DeltaPage = { readonly items: readonly unknown[]; readonly deltaLink: string | null }

/**
 * Speaks with one tenant through one registration. Signs in, keeps below the limits, waits when told to and tries again by itself; what
 * still fails is a `GraphFailure`. Answers are as Microsoft sent them: read them with the readers in `read/`.
 */
export type GraphClient = {
  /** The parsed answer; null where it has no body. */
  readonly get: (path: string, options?: GraphOptions) => Promise<unknown>
  readonly post: (path: string, options?: GraphOptions) => Promise<unknown>
  readonly patch: (path: string, options?: GraphOptions) => Promise<unknown>
  readonly delete: (path: string, options?: GraphOptions) => Promise<unknown>
  /** What is behind a `$value`. */
  readonly bytes: (path: string, options?: GraphOptions) => Promise<Uint8Array>
  /** Page by page, every item once, by Microsoft's own links. */
  readonly pages: (path: string, options?: GraphOptions) => AsyncIterable<readonly unknown[]>
  /** All pages as one list, cut at `limit` items. */
  readonly list: (
    path: string,
    options?: GraphOptions & { readonly limit?: number },
  ) => Promise<readonly unknown[]>
  /** Any number of calls, twenty at a time; each is answered by its id. */
  readonly batch: (
    calls: readonly BatchCall[],
    options?: Pick<GraphOptions, 'version' | 'signal'>,
  ) => Promise<ReadonlyMap<string, BatchAnswer>>
  /** One round from a path (fresh) or a stored link. A link that is too old fails as `gone`. */
  readonly delta: (pathOrLink: string, options?: GraphOptions) => AsyncIterable<DeltaPage>
  /** Gets a token anew and says who answered: for a check of the registration. */
  readonly signIn: (signal?: AbortSignal) => Promise<{ readonly roles: readonly string[] }>
  readonly close: () => Promise<void>
}

export type GraphSurroundings = { readonly clock: Clock; readonly log: Logger }
