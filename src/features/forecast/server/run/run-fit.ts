import { Worker } from 'node:worker_threads'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Assumptions } from '../../domain/assumptions/assumptions.ts'
import type { Fitted } from '../../domain/fit/fit-assumptions.ts'
import type { Observation } from '../../domain/fit/observe.ts'

export type FitGiven = {
  readonly observations: readonly Observation[]
  readonly plan: SupportPlan
  readonly assumptions: Assumptions
  readonly period: { readonly from: string; readonly to: string }
}

/** Fits in a worker thread: 8,000 tickets take two thirds of a second, in which nobody else should have to wait. */
export async function runFit(given: FitGiven): Promise<Fitted> {
  const thread = new Worker(new URL('./fit-worker.ts', import.meta.url))
  try {
    return await new Promise<Fitted>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', () => reject(new Error('The fit ended without an answer')))
      thread.postMessage(given)
    })
  } finally {
    await thread.terminate()
  }
}
