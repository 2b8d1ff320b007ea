import { flushCompileCache } from 'node:module'
import { createLog } from '#platform/log.ts'
import { buildWeb } from './build-web.ts'

/** At the end of an installation: builds the pages, and reads the program once so that it is kept compiled. */
await Promise.all([
  buildWeb(createLog('error')).catch((error: unknown) => {
    // The first start builds them again and tells what is wrong, to somebody who looks.
    console.error(`The web pages were not built yet: ${error instanceof Error ? error.message : String(error)}`)
  }),
  import('commander').then(() => import('./start.ts')).then(() => import('./desk.ts')),
])
flushCompileCache()
