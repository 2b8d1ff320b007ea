import { sql } from 'kysely'
import type { MeetingFacts } from '#features/plan/domain/check/desk-facts.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** Of how many meetings the check of a plan says how they went. */
const lookedBack = 6

/** What the check of a plan goes by: how many of a bridge's last meetings had their quorum at some moment. */
export async function meetingFacts(tx: Tx): Promise<Readonly<Record<string, MeetingFacts>>> {
  const { rows } = await sql<{ readonly bridge: string } & MeetingFacts>`
    select last.plan_bridge as bridge, count(*)::int as held,
      (count(*) filter (where r.quorum_seconds > 0))::int as quorate
    from (select m.*, row_number() over (partition by m.plan_bridge order by m.starts_at desc, m.id desc) as nth
      from bridge_meetings m
      where m.org_id = ${tx.orgId} and m.plan_bridge is not null and m.state = 'ended') last
    left join bridge_rooms r on r.org_id = last.org_id and r.meeting_id = last.id
    where last.nth <= ${lookedBack}
    group by last.plan_bridge`.execute(tx.db)
  return Object.fromEntries(rows.map(({ bridge, held, quorate }) => [bridge, { held, quorate }]))
}
