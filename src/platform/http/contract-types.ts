import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Platform } from '../platform.ts'
import type { SignedIn } from './signed-in.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteKey = `${Method} /${string}`

/** Who may call: anyone, any signed-in person, or a person with one of these roles. */
export type Access = 'anyone' | 'person' | readonly string[]

/**
 * Where a route acts for somebody who practises: there (`open`), or in the real organisation all the same (`home`). Without it, they
 * read there and change nothing.
 */
export type Practice = 'open' | 'home'

export type Rate = 'sign-in' | { readonly max: number; readonly seconds: number }

/** What one route takes, gives and asks of its caller. */
export type Route = {
  readonly access: Access
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** Absent: 204, no content. */
  readonly answer?: z.ZodType
  /** 200 when absent. */
  readonly status?: number
  /** One line for the reference page. */
  readonly summary?: string
  /** How often one address may call it: 'sign-in' is tight, for guessing; otherwise the general limit holds. */
  readonly rate?: Rate
  /** Not JSON: `bytes` answers with a file, `page` with HTML or a redirect, `events` with a stream, `upload` takes a multipart form. */
  readonly form?: 'bytes' | 'page' | 'events' | 'upload'
  /** For whoever is practising; see `Practice`. */
  readonly practice?: Practice
  /** Largest JSON body in bytes; 1 MiB when absent. */
  readonly bodyLimit?: number
  /** No answer is kept under an Idempotency-Key: work that must not hold a transaction, such as a talk with another server. */
  readonly unkeyed?: true
  /** Its handler says itself where a text cannot be kept; elsewhere such input is refused before the handler. */
  readonly readsAnyText?: true
}

export type Contract = Readonly<Record<RouteKey, Route>>

/** What a handler gets. `signedIn` is a person wherever the contract does not say 'anyone'. */
export type Call<R extends Route> = {
  readonly params: R extends { params: infer Schema extends z.ZodType } ? z.output<Schema> : undefined
  readonly query: R extends { query: infer Schema extends z.ZodType } ? z.output<Schema> : undefined
  readonly body: R extends { body: infer Schema extends z.ZodType } ? z.output<Schema> : undefined
  readonly signedIn: R['access'] extends 'anyone' ? SignedIn | null : SignedIn
  readonly platform: Platform
  readonly httpRequest: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * Returns what the answer's schema takes; undeclared fields never leave. Only a route with a `form` may answer by
 * itself instead (a file, a page, a stream) and return `reply`: other answers leave after their effect is committed.
 */
export type Handler<R extends Route> = (
  call: Call<R>,
) => Promise<
  | (R extends { answer: infer Schema extends z.ZodType } ? z.input<Schema> : void)
  | (R extends { form: string } ? FastifyReply : never)
>

export type Handlers<C extends Contract> = {
  readonly [Key in keyof C]: C[Key] extends Route ? Handler<C[Key]> : never
}
