import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'

/** What the process is given: which module makes the document (its `make`), and of what. */
export type ApartTask = { readonly script: string; readonly given: unknown }
export type Made = { readonly bytes: Uint8Array } | { readonly error: string }

/** What the document is to say is the reason that none came of it: the same would happen again. */
export class DocumentFailed extends Error {
  override readonly name = 'DocumentFailed'
  readonly code: 'document-broken' | 'document-too-slow' | 'document-too-large'

  constructor(code: DocumentFailed['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** A starter plan takes two seconds; this is for a large one on a machine that has much else to do. */
const limitMs = 180_000
const process = join(import.meta.dirname, 'apart-process.ts')

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes a document in a process of its own, which ends with it and gives back its memory: some two hundred megabytes for a PDF, of
 * which a thread would keep most. One at a time, so that ten people do not take two gigabytes. `script` is the path of the module
 * that makes it: `make(given) → bytes`.
 */
export async function makeApart(script: string, given: unknown): Promise<Uint8Array> {
  const turn = last.then(() => makeNow({ script, given }))
  last = turn.catch(() => undefined)
  return turn
}

async function makeNow(task: ApartTask): Promise<Uint8Array> {
  const child = fork(process, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Made>()
  const said: Buffer[] = []
  child.stderr?.on('data', (bytes: Buffer) => said.push(bytes))
  const late = setTimeout(
    () => reject(new DocumentFailed('document-too-slow', `No document within ${String(limitMs / 1000)} s`)),
    limitMs,
  )
  child.once('message', (made: Made) => resolve(made))
  child.once('error', reject)
  child.once('exit', (code, signal) => reject(endedEarly(code, signal, Buffer.concat(said).toString())))
  try {
    // Whoever waits for a document can wait a moment longer than whoever waits for a page.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    child.send(task)
    const made = await promise
    if ('error' in made) throw new DocumentFailed('document-broken', made.error)
    return made.bytes
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
  }
}

function endedEarly(code: number | null, signal: string | null, said: string): Error {
  if (said.includes('heap out of memory')) return new DocumentFailed('document-too-large', said.slice(-2000))
  return new Error(`The process that makes documents ended with ${code ?? signal}: ${said.slice(-2000)}`)
}
