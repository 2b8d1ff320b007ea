import { sql } from 'kysely'
import type { BridgeFacts, MeetingFacts } from '#features/plan/domain/check/desk-facts.ts'
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

/** Over how many weeks the forecast looks at who came to bridges. */
const weeks = 8

/** What a forecast goes by: how many come beyond the quorum, and how often a bridge is called beside those of the plan. */
export async function bridgeFacts(tx: Tx): Promise<BridgeFacts> {
  const since = new Date(Date.parse(tx.now) - weeks * 7 * 86_400_000).toISOString()
  const { rows } = await sql<BridgeFacts>`
    with held as (
      select m.id, m.plan_bridge, extract(epoch from m.ended_at - m.began_at) / 60 as minutes,
        (select coalesce(sum(greatest(0, a.came - a.needed)), 0) from bridge_attendance a
          where a.org_id = m.org_id and a.meeting_id = m.id) as beyond
      from bridge_meetings m
      where m.org_id = ${tx.orgId} and m.state = 'ended' and m.starts_at >= ${since}
    )
    select (count(*) filter (where plan_bridge is not null))::int as held,
      coalesce(round(avg(beyond) filter (where plan_bridge is not null), 2), 0)::float8 as "beyondQuorum",
      round((count(*) filter (where plan_bridge is null))::numeric / ${weeks}, 2)::float8 as "adHocPerWeek",
      (round(avg(minutes) filter (where plan_bridge is null)))::int as "adHocMinutes"
    from held`.execute(tx.db)
  const facts = rows[0]
  if (!facts) throw new Error('The facts of bridges are one row')
  return facts
}
