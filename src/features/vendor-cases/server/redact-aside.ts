import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { KnownPersonal } from '../domain/redaction/known-personal.ts'
import type { Hidden, Redaction, ToRead } from '../domain/redaction/redact.ts'

export type ToRedact = {
  readonly texts: readonly (string | ToRead)[]
  readonly known: KnownPersonal
  readonly ticketId: string
  /** Prints of what is shown on purpose. */
  readonly shown: ReadonlySet<string>
  /** What is hidden in what goes along. */
  readonly before: readonly Hidden[]
}

/** Redacts whole logs, which takes seconds, in a thread of its own: nobody else waits for it. */
export async function redactAside(given: ToRedact): Promise<Redaction> {
  const thread = new Worker(new URL('./redact-worker.ts', import.meta.url), { workerData: given })
  try {
    const [redaction]: Redaction[] = await once(thread, 'message')
    if (!redaction) throw new Error('The thread that redacts said nothing')
    return redaction
  } finally {
    await thread.terminate()
  }
}
