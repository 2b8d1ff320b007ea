import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { NotFound } from '../errors.ts'
import { policyOfPage } from './protect.ts'

/** The build writes this mark wherever a nonce has to stand (src/app/web/vite.config.ts). */
const nonceMark = '__CSP_NONCE__'

/** Serves the built web pages: files under their names, and the page itself for every other address. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html')
  if (!existsSync(index)) throw new Error(`The web pages have not been built: ${index} is missing`)
  const pieces = readFileSync(index, 'utf8').split(nonceMark)
  await app.register(fastifyStatic, {
    root: folder,
    // A wildcard would answer for the pages' own addresses too.
    wildcard: false,
    index: false,
    globIgnore: ['**/index.html', '**/*.br', '**/*.gz', '**/*.map'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (res, path) => {
      res.header('content-security-policy', "default-src 'self'; frame-ancestors 'none'; base-uri 'none'")
      res.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.route({
    method: 'GET',
    url: '/*',
    schema: { hide: true },
    handler: async (httpRequest, reply) => {
      if (isNoPage(httpRequest.url)) throw new NotFound('No such route')
      return sendPage(reply, app.platform.baseUrl, (nonce) => pieces.join(nonce))
    },
  })
}

/** Sends HTML with a nonce of its own. */
export function sendPage(reply: FastifyReply, baseUrl: string, html: (nonce: string) => string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', policyOfPage(nonce, baseUrl.startsWith('https:')))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html(nonce))
}

/** What can only be a mistake must not look like a page. */
function isNoPage(url: string): boolean {
  return /^\/(?:api|health|assets)(?:[/?]|$)/.test(url)
}
