import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Model } from '../../domain/engine/model.ts'
import { type Played, type Score, together } from '../../domain/estimate/play.ts'
import { type Forecast, outcome, type Prepared } from '../../domain/forecast.ts'

/** What one worker plays at a time. */
export type Part = {
  readonly model: Model
  readonly score: Score
  readonly seed: number
  readonly first: number
  readonly end: number
}

export type RunOptions = {
  readonly seed: number
  readonly replications: number
  /** Ends the run: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
  /** Told after each part how many replications have been played. */
  readonly onProgress?: (done: number) => void
  readonly workers?: number
}

/** Parts are small, so that progress is even and no worker is left with the last one for long. */
const partsPerWorker = 4
const largestPart = 25

/**
 * Plays a plan in worker threads: as many as there are processors, or fewer when there is little to play. The outcome does not depend
 * on how many.
 */
export async function runForecast(prepared: Prepared, options: RunOptions): Promise<Forecast> {
  const { seed, replications, signal, onProgress } = options
  signal?.throwIfAborted()
  const workers = Math.min(options.workers ?? availableParallelism(), replications)
  const size = Math.max(1, Math.min(largestPart, Math.ceil(replications / (workers * partsPerWorker))))
  const parts: Played[] = []
  let next = 0
  let done = 0
  const threads = Array.from(
    { length: workers },
    () => new Worker(new URL('./forecast-worker.ts', import.meta.url)),
  )
  try {
    await Promise.all(
      threads.map(async (thread) => {
        for (;;) {
          const index = next
          const first = index * size
          if (first >= replications) return
          next += 1
          const end = Math.min(replications, first + size)
          parts[index] = await played(
            thread,
            { model: prepared.model, score: prepared.score, seed, first, end },
            signal,
          )
          done += end - first
          onProgress?.(done)
        }
      }),
    )
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  return outcome(prepared, together(parts), seed)
}

function played(thread: Worker, part: Part, signal: AbortSignal | undefined): Promise<Played> {
  return new Promise((resolve, reject) => {
    const end = () => {
      thread.off('message', done)
      thread.off('error', fail)
      signal?.removeEventListener('abort', abort)
    }
    const done = (answer: Played) => {
      end()
      resolve(answer)
    }
    const fail = (error: unknown) => {
      end()
      reject(error instanceof Error ? error : new Error('The forecast failed', { cause: error }))
    }
    const abort = () => fail(signal?.reason)
    thread.on('message', done)
    thread.on('error', fail)
    signal?.addEventListener('abort', abort)
    thread.postMessage(part)
  })
}
