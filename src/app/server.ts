import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { identification } from '#features/people/server/authenticate.ts'
import { serveFiles } from '#platform/files/routes.ts'
import { type AppOptions, createApp } from '#platform/http/app.ts'
import { compressAssets } from '#platform/http/compress-assets.ts'
import { serveHealth } from '#platform/http/health.ts'
import { servePages } from '#platform/http/pages.ts'
import { serveReference } from '#platform/http/reference.ts'
import { createHub } from '#platform/live/hub.ts'
import { serveLive } from '#platform/live/stream.ts'
import type { Platform } from '#platform/platform.ts'
import { fileReaders, serveFeatures } from './features.ts'

const builtPages = fileURLToPath(new URL('../../dist/web/', import.meta.url))

export type ServerOptions = AppOptions & {
  /** Folder of the built web pages; the API alone is served when null. */
  readonly pages?: string | null
}

/** The whole server: every route of every feature, and the web pages. Call `listen` on it, and `close` in the end. */
export async function buildServer(platform: Platform, options: ServerOptions = {}): Promise<FastifyInstance> {
  const { pages = builtPages, ...rest } = options
  const app = await createApp(platform, identification(platform), rest)
  serveHealth(app)
  serveFeatures(app)
  serveFiles(app, fileReaders)
  serveLive(app, { hub: createHub(platform) })
  serveReference(app)
  if (pages !== null) {
    await servePages(app, pages)
    app.addHook('onListen', () => compressLater(app, join(pages, 'assets')))
  }
  await app.ready()
  return app
}

/** Once per build, some seconds after the start, which people wait for. */
function compressLater(app: FastifyInstance, folder: string): void {
  const timer = setTimeout(() => {
    if (!existsSync(folder)) return
    compressAssets(folder).catch((err: unknown) => app.platform.log.warn({ err }, 'the pages were not compressed'))
  }, 5_000)
  timer.unref()
}
