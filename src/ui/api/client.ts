import type { z } from 'zod'
import { newKey } from './intent.ts'
import { ApiProblem, type ProblemBody, Unreachable } from './problem.ts'

type Schema = z.ZodType
type ContractRoute = {
  readonly access: unknown
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly answer?: Schema
}
type Contract = Readonly<Record<string, ContractRoute>>

type Part<Name extends string, S> = S extends Schema
  ? {} extends z.input<S>
    ? { readonly [K in Name]?: z.input<S> }
    : { readonly [K in Name]: z.input<S> }
  : unknown
type Parts<R> = (R extends { params: infer S } ? Part<'params', S> : unknown) &
  (R extends { query: infer S } ? Part<'query', S> : unknown) &
  (R extends { body: infer S } ? Part<'body', S> : unknown)
export type CallOptions = {
  /** The intent's idempotency key (see `useIntent`); a fresh one per call when left out. */
  readonly key?: string
  readonly signal?: AbortSignal
}
type Arguments<R> = {} extends Parts<R> ? [input?: Parts<R> & CallOptions] : [input: Parts<R> & CallOptions]
type Answer<R> = R extends { answer: infer S extends Schema } ? z.output<S> : undefined

export type Api<C extends Contract> = <K extends keyof C & string>(
  route: K,
  ...input: Arguments<C[K]>
) => Promise<Answer<C[K]>>

type AnyInput = CallOptions & {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
}

/** Somebody to tell that the sign-in is over; set once by the application. */
let onSignedOut: () => void = () => {}
export function whenSignedOut(tell: () => void): void {
  onSignedOut = tell
}

/** A typed caller of one feature's contract; the contract is imported as a type, so no zod reaches the browser. */
export function client<C extends Contract>(): Api<C> {
  return ((route: string, input: AnyInput = {}) => call(route, input)) as Api<C>
}

async function call(route: string, input: AnyInput): Promise<unknown> {
  const [method = 'GET', template = ''] = route.split(' ')
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  const httpRequest: RequestInit = { method, headers, credentials: 'same-origin' }
  if (input.signal) httpRequest.signal = input.signal
  if (input.body !== undefined) {
    headers.set('content-type', 'application/json')
    httpRequest.body = JSON.stringify(input.body)
  }
  if (method !== 'GET') headers.set('idempotency-key', input.key ?? newKey())
  const address = addressOf(template, input)
  const response = await fetchTwice(address, httpRequest)
  return answerOf(response)
}

/** `/api/v1/tickets/:id` with its params filled in and the query behind it; empty query values are left out. */
export function addressOf(template: string, input: Pick<AnyInput, 'params' | 'query'>): string {
  const path = template.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = input.params?.[name]
    if (value === undefined || value === null) throw new Error(`The path ${template} needs ${name}`)
    return encodeURIComponent(String(value as string | number))
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one as string | number))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** A lost connection is tried once more: reads are harmless and writes carry their idempotency key. */
async function fetchTwice(address: string, httpRequest: RequestInit): Promise<Response> {
  try {
    return await fetch(address, httpRequest)
  } catch (cause) {
    if (httpRequest.signal?.aborted) throw cause
    await new Promise((resolve) => setTimeout(resolve, 400))
    try {
      return await fetch(address, httpRequest)
    } catch (again) {
      if (httpRequest.signal?.aborted) throw again
      throw new Unreachable('The server could not be reached', { cause: again })
    }
  }
}

/** Reads an answer of the API: its JSON, nothing for 204, or an `ApiProblem`. */
export async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return response.status === 204 ? undefined : response.json()
  const body = await problemBody(response)
  if (response.status === 401) onSignedOut()
  throw new ApiProblem(response.status, body)
}

async function problemBody(response: Response): Promise<ProblemBody> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) return {}
  try {
    return (await response.json()) as ProblemBody
  } catch {
    return {}
  }
}
