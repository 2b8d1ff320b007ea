import type { Platform } from '../platform.ts'

const everyMs = 3_000
/** A runner that has not been heard of for so long is dead; a crash is noticed within this and one round. */
const deadAfter = '10 seconds'

/**
 * Says that this process's runners are alive, and gives the jobs of dead ones back. The runner's library itself waits
 * four hours. A job whose runner only seemed dead runs twice, as any job may.
 */
export function keepRescuing(
  { owner, log }: Platform,
  runners: ReadonlySet<string>,
): { stop: () => Promise<void> } {
  let round: Promise<void> = Promise.resolve()
  const tick = async () => {
    const mine = [...runners].map((id) => `runner/${id}`)
    await owner.query(
      `insert into heartbeats (id) select unnest($1::text[]) on conflict (id) do update set seen_at = now()`,
      [mine],
    )
    const { rows } = await owner.query<{ dead: string[] | null }>(deadRunners, [[...runners]])
    const dead = rows[0]?.dead ?? []
    if (dead.length === 0) return
    await owner.query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
    log.warn({ runners: dead }, 'gave back the jobs of runners that are gone')
  }
  const look = () => {
    round = round.then(tick).catch((err: unknown) => log.warn({ err }, 'could not look for jobs of dead runners'))
  }
  // At once, too: a process that does not live for long would never come to its first round.
  look()
  const timer = setInterval(look, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}

const deadRunners = `
  select array_agg(distinct locked_by) as dead from (
    select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
    union all
    select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
  ) held
  where locked_by <> all ($1::text[])
    and locked_at < now() - interval '${deadAfter}'
    and not exists (
      select from heartbeats
      where id = 'runner/' || locked_by and seen_at > now() - interval '${deadAfter}'
    )`
