import { startWorker, type Worker } from '#platform/jobs/worker.ts'
import type { Platform } from '#platform/platform.ts'
import { work } from './features.ts'

/** Runs every feature's jobs on this node, until told to stop. */
export function runWorker(platform: Platform): Promise<Worker> {
  return startWorker(platform, work)
}
