import type { World } from '../world.ts'
import type { Answer, Call } from './call.ts'
import type { Area } from './problems.ts'
import type { Limited } from './throttle.ts'

export type Route = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `:name` stands for one segment. */
  readonly path: string
  readonly betaOnly?: boolean
  readonly area: Area
  readonly limited: Limited
  /** Any of these application permissions. */
  readonly needs: readonly string[]
  /** What it takes from a bucket. */
  readonly cost?: number
  readonly answer: (call: Call, world: World) => Answer | Promise<Answer>
}

export type Matched = { readonly route: Route; readonly at: Readonly<Record<string, string>> }

/** The first route of this method that fits; `users('id')` is another way of writing `users/id`. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Matched | null {
  const segments = segmentsOf(path)
  for (const route of routes) {
    if (route.method !== method) continue
    const wanted = route.path.split('/').slice(1)
    if (wanted.length !== segments.length) continue
    const at: Record<string, string> = {}
    const fits = wanted.every((part, index) => {
      const segment = segments[index] ?? ''
      if (!part.startsWith(':')) return part.toLowerCase() === segment.toLowerCase()
      at[part.slice(1)] = segment
      return segment !== ''
    })
    if (fits) return { route, at }
  }
  return null
}

/** The methods for which there is something at this path. */
export function methodsAt(routes: readonly Route[], path: string): readonly string[] {
  const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
  return methods.filter((method) => matchRoute(routes, method, path) !== null)
}

/** A slash too many, and `delta()` or `microsoft.graph.delta()` for `delta`, are other ways of writing the same. */
export function segmentsOf(path: string): string[] {
  return path
    .replace(/\('([^']*)'\)/g, '/$1')
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) =>
      decodeURIComponent(segment).replace(/^(?:microsoft\.graph\.)?(delta|createOrGet)(?:\(\))?$/i, '$1'),
    )
}
