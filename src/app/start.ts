import { flushCompileCache } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from '#platform/config.ts'
import { OperatorMustAct } from '#platform/errors.ts'
import type { Logger } from '#platform/log.ts'
import type { Platform } from '#platform/platform.ts'
import { buildWeb } from './build-web.ts'
import { openDatabaseServer, runningDatabase } from './database.ts'
import { endSignal } from './end-signal.ts'

type Stop = () => Promise<void>

export type StartSettings = {
  readonly config: Config
  readonly log: Logger
  /** Opens a living example in a data folder of its own, instead of the organisation's desk. */
  readonly demo?: boolean
}

/** Runs the whole of Tierwise in this process until it is told to stop, also while it is still starting. */
export async function start({ config: given, log, demo = false }: StartSettings): Promise<void> {
  const port = given.port === 0 ? await freePort() : given.port
  const config = { ...given, port, ...(demo ? placeOfDemo(given) : {}) }
  const end = endSignal(log)
  const stops: Stop[] = []
  const opened = open({ config, log, demo }, stops, end.fail)
  opened.catch(() => {})
  try {
    await Promise.race([opened, end.signalled])
    await end.signalled
    log.info('stopping')
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

/** Never in the database of the organisation's own desk, whatever the settings say. */
function placeOfDemo({ dataFolder }: Config): Pick<Config, 'dataFolder' | 'databaseUrl'> {
  return { dataFolder: join(dataFolder, 'demo'), databaseUrl: undefined }
}

/** Opens everything, one after the other; `stops` says at any moment what has to be closed again. */
async function open(
  { config, log, demo }: Required<StartSettings>,
  stops: Stop[],
  onLost: (error: unknown) => void,
): Promise<void> {
  const build = () =>
    buildWeb(log, () => console.log('Building the web pages; this is only needed when they changed.'))
  // Beside the database, unless one runs already: then this start may still be refused.
  const early = runningDatabase(config) === undefined ? build() : undefined
  early?.catch(() => {})
  const opening = openDatabaseServer(config, log, onLost)
  stops.push(async () => {
    const server = await opening.catch(() => undefined)
    await server?.stop()
  })
  // Read while PostgreSQL starts in its own process: together they are most of the time that a start takes.
  const { openDesk } = await import('./desk.ts')
  const { url } = await opening
  const desk = await openDesk({
    config,
    url,
    log,
    ...(demo ? { begin: (platform) => openDemo(platform, stops) } : {}),
  })
  stops.push(desk.close)
  await (early ?? build())
  const app = await desk.buildServer()
  stops.push(() => app.close())
  const links = await desk.administratorLinks()
  await listen(app, config)
  const worker = await desk.runWorker()
  stops.push(worker.stop)
  console.log(`Tierwise is running: ${desk.baseUrl}`)
  for (const { organisation, link } of links) {
    console.log(
      `Nobody is administrator of ${organisation} yet. This link makes whoever opens it first so:\n  ${link}`,
    )
  }
  flushCompileCache()
}

/** Fills the demo the first time, and says whom to sign in as. */
async function openDemo(platform: Platform, stops: Stop[]): Promise<void> {
  const { prepareDemo } = await import('./demo/prepare.ts')
  console.log('Opening the demo. The first time, six weeks of work are played, which takes a while.')
  const { accounts, tenant } = await prepareDemo(platform)
  stops.push(tenant.close)
  const lines = accounts.accounts.map(({ email, part }) => `  ${email.padEnd(34)} ${part}`)
  console.log(`Sign in as any of these, with the password ${accounts.password}\n${lines.join('\n')}`)
}

/** Every address of this machine, also where it has no IPv6. */
async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host: host ?? '::' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAFNOSUPPORT' && host === undefined) {
      await app.listen({ port, host: '0.0.0.0' })
      return
    }
    throw listenProblem(error, code, port, host)
  }
}

function listenProblem(cause: unknown, code: string | undefined, port: number, host: string | undefined): unknown {
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
    return new OperatorMustAct('port-in-use', message, { cause })
  }
  if (code === 'EACCES') {
    const message = `This user may not listen on port ${port}. Choose one from 1024 up, and put a proxy before it: PORT=7373 npm start`
    return new OperatorMustAct('port-not-allowed', message, { cause })
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    const message = `This machine has no address ${host}. Correct TIERWISE_HOST, or leave it out to listen on every address.`
    return new OperatorMustAct('host-unknown', message, { cause })
  }
  return cause
}

/** Links bear the address before the server listens, so "any port" is settled first. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
