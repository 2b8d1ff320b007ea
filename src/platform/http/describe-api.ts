import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Access, Method, Route } from './contract-types.ts'

declare module 'fastify' {
  interface FastifySchema {
    readonly upload?: boolean
    readonly mutates?: boolean
    readonly 'x-access'?: Access
  }
}

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Fixed, for programs'),
    detail: z.string().describe('Words for people'),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    reference: z.string().optional().describe('Where the mistake stands in the log'),
  })
  .meta({ id: 'Problem' })

const contentOf = {
  bytes: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
  page: { description: 'A page', content: { 'text/html': { schema: z.string() } } },
  events: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } },
} as const

/** How a route of a contract looks to Fastify: what it checks, and what the OpenAPI document says. */
export function schemaOf(method: Method, path: string, route: Route): FastifySchema {
  const { params, query, body, answer, access, form, summary } = route
  const tag = /^\/api\/v1\/([^/]+)/.exec(path)?.[1]
  const good = form && form !== 'upload' ? contentOf[form] : (answer ?? z.undefined().describe('Done; no content'))
  return {
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body }),
    ...(summary && { summary }),
    ...(tag ? { tags: [tag] as readonly string[] } : { hide: true }),
    ...(form === 'upload' && { upload: true }),
    response: { [statusOf(route)]: good, default: problemResponse },
    security: access === 'anyone' ? [] : [{ cookie: [] }, { token: [] }],
    'x-access': access,
    mutates: method !== 'GET' && form === undefined,
  }
}

const problemResponse = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: ProblemSchema } },
}

export function statusOf({ status, answer, form }: Route): number {
  return status ?? (answer || form ? 200 : 204)
}

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tierwise', version: '1', description: 'Everything the pages do, the API can.' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A personal API token' },
          cookie: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-tierwise',
            description: 'The sign-in of a browser',
          },
        },
      },
    },
    transform: (document) => {
      const { upload, mutates, ...schema } = (document.schema ?? {}) as FastifySchema
      const transformed = jsonSchemaTransform({ ...document, schema })
      const more = { ...(upload && uploadForm), ...(mutates && { headers: keyHeader }) }
      return { ...transformed, schema: { ...transformed.schema, ...more } }
    },
    transformObject: jsonSchemaTransformObject,
  })
}

const keyHeader = {
  type: 'object',
  properties: {
    'Idempotency-Key': { type: 'string', maxLength: 200, description: 'Repeats with it do nothing twice' },
  },
}

const uploadForm = {
  consumes: ['multipart/form-data'],
  body: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  },
}
