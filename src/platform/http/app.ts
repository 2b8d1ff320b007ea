import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Platform } from '../platform.ts'
import type { Access, Method, Practice, Rate } from './contract-types.ts'
import { describeApi } from './describe-api.ts'
import { answerProblems } from './answer-problems.ts'
import { DoesNotFit } from './input-problems.ts'
import { logRequests } from './log-requests.ts'
import { preferredLanguage } from './preferred-language.ts'
import { protect } from './protect.ts'
import type { Identification, Language, SignedIn } from './signed-in.ts'

/** One line of the route table, for the route × actor matrix. */
export type ServedRoute = {
  readonly method: Method
  readonly path: string
  readonly access: Access
  readonly form: string | undefined
}

declare module 'fastify' {
  interface FastifyInstance {
    platform: Platform
    identification: Identification
    /** Every route of every contract that is served. */
    served: ServedRoute[]
    signInsPerMinute: number
  }
  interface FastifyContextConfig {
    access?: Access
    rate?: Rate
    practice?: Practice
  }
  interface FastifyRequest {
    signedIn: SignedIn | null
    language: Language
  }
}

export type AppOptions = {
  /** Whose X-Forwarded-* headers count: addresses, networks, `loopback`; nobody's when absent. */
  readonly trustProxy?: readonly string[]
  /** How often one address may try to sign in, per minute. */
  readonly signInsPerMinute?: number
}

export const largestUpload = 25 * 1024 * 1024

/** A server with all protections and no routes yet; `serve` adds those of a contract. */
export async function createApp(
  platform: Platform,
  identification: Identification,
  { trustProxy = [], signInsPerMinute = 30 }: AppOptions = {},
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: trustProxy.length > 0 && [...trustProxy],
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    // Open event streams would otherwise keep the server from closing.
    forceCloseConnections: true,
    requestTimeout: 120_000,
    return503OnClosing: true,
  })
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (input) => {
    const parsed = schema.safeParse(input, { reportInput: true })
    return parsed.success ? { value: parsed.data } : { error: new DoesNotFit(parsed.error) }
  })
  app.setSerializerCompiler<z.ZodType>(
    ({ schema }) =>
      (value) =>
        JSON.stringify(schema.parse(value)),
  )
  app.decorate('platform', platform)
  app.decorate('identification', identification)
  app.decorate('served', [])
  app.decorateRequest('signedIn', null)
  app.decorateRequest('language', 'en')
  app.addHook('onRequest', async (httpRequest) => {
    httpRequest.language = preferredLanguage(httpRequest.headers['accept-language'])
  })
  if (trustProxy.length === 0) tellOfProxies(app, platform)
  logRequests(app, platform)
  answerProblems(app, platform)
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: largestUpload, files: 1, fields: 10, fieldSize: 4096 } })
  await protect(app, platform, { signInsPerMinute })
  await describeApi(app)
  return app
}

/** Behind a proxy that is not named, everybody has the proxy's address: limits per address would hit them all at once. */
function tellOfProxies(app: FastifyInstance, { log }: Platform): void {
  let told = false
  app.addHook('onRequest', async ({ headers, ip }) => {
    if (told || headers['x-forwarded-for'] === undefined) return
    told = true
    log.warn({ from: ip }, 'X-Forwarded-For is ignored: name your reverse proxy in TIERWISE_TRUST_PROXY')
  })
}
