import { parentPort } from 'node:worker_threads'
import { fitAssumptions } from '../../domain/fit/fit-assumptions.ts'
import type { FitGiven } from './run-fit.ts'

if (!parentPort) throw new Error('Runs as a worker thread')
const port = parentPort

port.on('message', ({ observations, plan, assumptions, period }: FitGiven) => {
  port.postMessage(fitAssumptions(observations, plan, assumptions, period))
})
