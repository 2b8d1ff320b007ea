import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import type { PlanDocument } from '../../../domain/outline/plan-document.ts'
import type { DocumentFailure } from '../../../domain/versions/documents.ts'

export type HeavyFormat = 'pdf' | 'docx'
export type RenderTask = { readonly document: PlanDocument; readonly format: HeavyFormat }
export type Rendered = { readonly bytes: Uint8Array } | { readonly error: string }

/** The plan itself is the reason that no document came of it: the same would happen again. */
export class DocumentFailed extends Error {
  override readonly name = 'DocumentFailed'
  readonly code: DocumentFailure

  constructor(code: DocumentFailure, message: string) {
    super(message)
    this.code = code
  }
}

/** A starter plan takes two seconds; this is for a large one on a machine that has much else to do. */
const limitMs = 180_000
const script = join(import.meta.dirname, 'render-process.ts')

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes the document in a process of its own, which ends with it and gives back its memory: some two hundred megabytes
 * for a PDF, of which a thread would keep most. One at a time, so that ten people do not take two gigabytes.
 */
export async function renderApart(document: PlanDocument, format: HeavyFormat): Promise<Uint8Array> {
  const turn = last.then(() => renderNow({ document, format }))
  last = turn.catch(() => undefined)
  return turn
}

async function renderNow(task: RenderTask): Promise<Uint8Array> {
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<Rendered>()
  const said: Buffer[] = []
  child.stderr?.on('data', (bytes: Buffer) => said.push(bytes))
  const late = setTimeout(
    () => reject(new DocumentFailed('document-too-slow', `No ${task.format} within ${limitMs / 1000} s`)),
    limitMs,
  )
  child.once('message', (rendered: Rendered) => resolve(rendered))
  child.once('error', reject)
  child.once('exit', (code, signal) => reject(endedEarly(code, signal, Buffer.concat(said).toString())))
  try {
    // Whoever waits for a document can wait a moment longer than whoever waits for a page.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    child.send(task)
    const rendered = await promise
    if ('error' in rendered) throw new DocumentFailed('document-broken', rendered.error)
    return rendered.bytes
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
  }
}

function endedEarly(code: number | null, signal: string | null, said: string): Error {
  if (said.includes('heap out of memory')) return new DocumentFailed('document-too-large', said.slice(-2000))
  return new Error(`The process that makes documents ended with ${code ?? signal}: ${said.slice(-2000)}`)
}
