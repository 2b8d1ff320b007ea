import { parentPort } from 'node:worker_threads'
import { simulate, type Steady, steadyModel } from '../../../domain/testing/steady-model.ts'

export type SteadyRun = {
  readonly index: number
  readonly steady: Steady
  readonly replications: number
  readonly seeds: readonly number[]
}

parentPort?.on('message', ({ index, steady, replications, seeds }: SteadyRun) => {
  const model = steadyModel(steady)
  parentPort?.postMessage({ index, found: seeds.map((seed) => simulate(model, replications, seed)) })
})
