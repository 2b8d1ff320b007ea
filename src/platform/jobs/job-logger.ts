import { Logger as RunnerLogger } from 'graphile-worker'
import type { Logger } from '../log.ts'

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** What the job runner says goes to our log; failures of jobs are logged by the runner's events, with more detail. */
export function jobLogger(log: Logger): RunnerLogger {
  return new RunnerLogger((scope) => (level, message, meta) => {
    if (scope.taskIdentifier === undefined && !(meta && 'failure' in meta))
      log[levels[level]]({ scope, ...meta }, message)
  })
}
