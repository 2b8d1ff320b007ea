import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SteadyTier } from '../../../domain/estimate/steady.ts'
import type { Steady } from '../../../domain/testing/steady-model.ts'
import type { SteadyRun } from './steady-worker.ts'

type Asked = { readonly steady: Steady; readonly replications: number; readonly seeds: readonly number[] }
type Found = readonly (readonly SteadyTier[])[]

/**
 * Plays these models in two threads, as the product does: for each, what each seed found. Inside the test runner every call between
 * modules goes through a proxy, which is twenty times slower.
 */
export async function steadyRuns(asked: readonly Asked[]): Promise<readonly Found[]> {
  const found: Found[] = []
  let next = 0
  await Promise.all(
    [0, 1].map(async () => {
      const worker = new Worker(new URL('./steady-worker.ts', import.meta.url))
      while (next < asked.length) {
        const index = next
        next += 1
        found[index] = await answerOf(worker, { index, ...(asked[index] as Asked) })
      }
      await worker.terminate()
    }),
  )
  return found
}

async function answerOf(worker: Worker, run: SteadyRun): Promise<Found> {
  worker.postMessage(run)
  const [answer] = (await once(worker, 'message')) as [{ readonly found: Found }]
  return answer.found
}
