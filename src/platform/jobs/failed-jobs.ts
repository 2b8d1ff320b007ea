import type { Platform } from '../platform.ts'

export type FailedJob = {
  readonly id: string
  readonly name: string
  readonly orgId: string | null
  readonly attempts: number
  readonly lastError: string | null
  readonly since: string
}

const failed = `from graphile_worker._private_jobs jobs
  join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
  where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null`

/** Jobs that used up their tries, newest first: of one organisation, or of all when none is given. */
export async function failedJobs({ owner }: Pick<Platform, 'owner'>, orgId?: string): Promise<FailedJob[]> {
  const { rows } = await owner.query<FailedJob>(
    `select jobs.id::text, tasks.identifier as name, jobs.payload ->> 'orgId' as "orgId", jobs.attempts::int,
       jobs.last_error as "lastError", jobs.updated_at as since ${failed}
       and ($1::text is null or jobs.payload ->> 'orgId' = $1) order by jobs.updated_at desc limit 200`,
    [orgId ?? null],
  )
  return rows
}

/** Gives a failed job of this organisation one more round of tries. False when there is no such job. */
export async function retryJob({ owner }: Pick<Platform, 'owner'>, orgId: string, id: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select graphile_worker.reschedule_jobs(array[jobs.id], run_at => now(), attempts => 0) ${failed}
       and jobs.id = $1::bigint and jobs.payload ->> 'orgId' = $2`,
    [id, orgId],
  )
  return rowCount === 1
}
