import { EventEmitter } from 'node:events'
import {
  type CronItem,
  type Job as RunnerJob,
  parseCronItems,
  run,
  type Runner,
  type Task,
  type TaskList,
} from 'graphile-worker'
import type pg from 'pg'
import type { Platform } from '../platform.ts'
import type { Jobs } from './enqueue.ts'
import { jobLogger } from './job-logger.ts'
import { patientPool } from './patient-pool.ts'
import { keepRescuing } from './rescue.ts'

export type WorkerSetup = {
  readonly jobs: Jobs
  /** Jobs that wait for other servers. They run apart, so that no slow mail server makes a target's job late. */
  readonly slowJobs?: Jobs
  /** Jobs that recur: name → crontab pattern in UTC. */
  readonly schedule?: Readonly<Record<string, string>>
}

export type Worker = { readonly stop: () => Promise<void> }

/** Jobs fetched ahead by a node that is too busy to begin them are given back after this time, for another node. */
const fetchedAheadMs = 2_000

type Lane = {
  readonly jobs: Jobs
  readonly concurrency: number
  readonly pollMs: number
  /** How many jobs are fetched ahead. */
  readonly ahead: number
  readonly schedule: Readonly<Record<string, string>>
}

/** Runs jobs on this node until `stop`, which lets running jobs finish. */
export async function startWorker(platform: Platform, setup: WorkerSetup): Promise<Worker> {
  const { jobs, slowJobs = {}, schedule = {} } = setup
  const pool = ownPool(platform)
  const runners = new Set<string>()
  const rescue = keepRescuing(platform, runners)
  const quick: Lane = { jobs, concurrency: 8, pollMs: 500, ahead: 64, schedule }
  const slow: Lane = { jobs: slowJobs, concurrency: 6, pollMs: 1000, ahead: 7, schedule: {} }
  const lanes = [quick, slow].filter((lane) => Object.keys(lane.jobs).length > 0)
  const running = await Promise.all(lanes.map((lane) => keepRunning(platform, pool, lane, runners)))
  return {
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()))
      await rescue.stop()
      await pool.end()
    },
  }
}

/** The runner reads times as Date, our own connections as text; so it has connections of its own. */
function ownPool({ owner, log }: Platform): pg.Pool {
  const { types: _ours, ...options } = owner.options
  const pool = patientPool({ ...options, max: 8, application_name: 'tierwise jobs' })
  const report = (err: Error) => log.warn({ err }, 'the job runner lost a database connection')
  pool.on('error', report)
  pool.on('connect', (client) => client.on('error', report))
  return pool
}

/** The runner gives up when the database is away for long; it is started again until told to stop. */
async function keepRunning(platform: Platform, pool: pg.Pool, lane: Lane, runners: Set<string>): Promise<Worker> {
  let stopping = false
  let current = await startLane(platform, pool, lane, runners)
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await current.promise.catch((err: unknown) => platform.log.error({ err }, 'the job runner stopped'))
      if (stopping) return
      await new Promise((resolve) => setTimeout(resolve, 1000))
      if (stopping) return
      const next = await startLane(platform, pool, lane, runners).catch((err: unknown) => {
        platform.log.error({ err }, 'the job runner could not start')
        return null
      })
      if (next) current = next
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      stopping = true
      await current
        .stop()
        .catch((err: unknown) => platform.log.debug({ err }, 'the job runner had stopped already'))
      await watching
    },
  }
}

async function startLane(platform: Platform, pgPool: pg.Pool, lane: Lane, runners: Set<string>): Promise<Runner> {
  const events = new EventEmitter()
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => runners.add(workerPool.id))
  events.on('pool:release', ({ workerPool }: { workerPool: { id: string } }) => runners.delete(workerPool.id))
  events.on('job:error', ({ job, error: err }: { job: RunnerJob; error: unknown }) => {
    platform.log.warn({ err, ...describe(job) }, 'a job failed and is tried again')
  })
  events.on('job:failed', ({ job, error: err }: { job: RunnerJob; error: unknown }) => {
    platform.log.error({ err, ...describe(job) }, 'a job failed for good')
  })
  return run({
    pgPool,
    events,
    logger: jobLogger(platform.log),
    noHandleSignals: true,
    concurrency: lane.concurrency,
    pollInterval: lane.pollMs,
    taskList: taskList(platform, lane.jobs),
    parsedCronItems: parseCronItems(
      Object.entries(lane.schedule).map(
        ([task, match]): CronItem => ({ task, match, options: { maxAttempts: 3 } }),
      ),
    ),
    preset: { worker: { localQueue: { size: lane.ahead, ttl: fetchedAheadMs } } },
  })
}

function taskList(platform: Platform, jobs: Jobs): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]): [string, Task] => [
      name,
      (payload, { job: { attempts, max_attempts: most } }) =>
        job(platform, payload as never, { isLast: attempts >= most }),
    ]),
  )
}

function describe(job: RunnerJob): Record<string, unknown> {
  return { job: job.task_identifier, jobId: job.id, attempt: job.attempts, of: job.max_attempts }
}
