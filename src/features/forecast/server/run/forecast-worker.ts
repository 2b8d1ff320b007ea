import { parentPort } from 'node:worker_threads'
import { play } from '../../domain/estimate/play.ts'
import type { Part } from './run-forecast.ts'

if (!parentPort) throw new Error('Runs as a worker thread')
const port = parentPort

port.on('message', ({ model, score, seed, first, end }: Part) => {
  port.postMessage(play(model, score, seed, first, end))
})
