import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the program under trial listens and keeps its data. */
export type Place = { readonly dataFolder: string; readonly port: number; readonly url: string }

export async function placeFor(dataFolder: string): Promise<Place> {
  const port = await freePort()
  return { dataFolder, port, url: `http://127.0.0.1:${port}` }
}

/** Starts the program as `npm start` does, and comes back when it is ready. */
export async function startProgram(place: Place): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'bin/tierwise.mjs'), 'start'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(place.port),
      TIERWISE_HOST: '127.0.0.1',
      TIERWISE_DATA: place.dataFolder,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilReady(place)
  return child
}

/** Waits until the desk can write; gives the seconds that it took, at most a minute. */
export async function untilReady({ url }: Place): Promise<number> {
  const start = Date.now()
  for (let turn = 0; turn < 300; turn += 1) {
    if (await isReady(url)) return (Date.now() - start) / 1000
    await pause(200)
  }
  throw new Error('The program was not ready within a minute')
}

export function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

export async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const gone = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await gone
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as AddressInfo
      probe.close(() => done(free))
    })
  })
}
