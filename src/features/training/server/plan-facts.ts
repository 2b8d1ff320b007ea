import { sql } from 'kysely'
import type { PlannedTraining, RetrainingDue } from '#features/plan/domain/check/desk-facts.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What the check of a plan and its forecast go by: training sessions to come with who has a seat, and who has to train again by when. */
export async function trainingFacts(
  tx: Tx,
): Promise<{ readonly trainings: readonly PlannedTraining[]; readonly retraining: readonly RetrainingDue[] }> {
  const trainings = await sql<PlannedTraining>`
    select s.course_key as course, to_char(s.starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as starts,
      round(extract(epoch from s.ends_at - s.starts_at) / 60)::int as minutes, s.seats,
      (select count(*)::int from training_sign_ups u
        where u.org_id = s.org_id and u.session_id = s.id and u.state = 'seated') as people
    from training_sessions s
    where s.org_id = ${tx.orgId} and s.cancelled_at is null and s.ends_at > ${tx.now}
    order by s.starts_at, s.id limit 500`.execute(tx.db)
  const retraining = await sql<RetrainingDue>`
    select d.tier, count(distinct d.person_id)::int as people,
      to_char(d.due_at at time zone 'utc', 'YYYY-MM-DD') as due
    from retraining_duties d
    join persons p on p.org_id = d.org_id and p.id = d.person_id and p.disabled_at is null
    where d.org_id = ${tx.orgId} and d.done_at is null and d.taken_over_at is null and d.suspended_at is null
    group by d.tier, 3 order by 3, d.tier`.execute(tx.db)
  return { trainings: trainings.rows, retraining: retraining.rows }
}
