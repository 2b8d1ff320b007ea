import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction.ts'
import type { PlanFacts } from '../contract.ts'
import type { DeskFacts, LearningFacts } from '../domain/check/desk-facts.ts'
import type { PlanServices } from './services.ts'

/** What only a running desk knows about a plan. People who can no longer sign in do not count. */
export async function deskFacts(tx: Tx, { learningFacts }: PlanServices): Promise<DeskFacts> {
  return { ...(await peopleFacts(tx)), ...(await learningFacts(tx)) }
}

/** What people and the plan's own look at links know, in one query. */
async function peopleFacts(tx: Tx): Promise<Omit<DeskFacts, keyof LearningFacts>> {
  const { rows } = await sql<Omit<DeskFacts, keyof LearningFacts>>`
    with active as (
      select id, roles from persons where org_id = ${tx.orgId} and disabled_at is null
    ), places as (
      select m.team_key, m.person_id, m.is_lead from memberships m join active on active.id = m.person_id
      where m.org_id = ${tx.orgId}
    )
    select
      (select coalesce(json_object_agg(t.key, json_build_object(
          'members', (select count(*) from places where team_key = t.key),
          'leads', (select count(*) from places where team_key = t.key and is_lead))), '{}')
        from teams t where t.org_id = ${tx.orgId}) as teams,
      (select coalesce(json_agg(json_build_object('tier', c.tier,
          'teams', (select coalesce(json_agg(team_key order by team_key), '[]') from places where person_id = c.person_id),
          'leads', (select coalesce(json_agg(team_key order by team_key), '[]') from places
            where person_id = c.person_id and is_lead),
          'until', to_char(c.until at time zone 'utc', 'YYYY-MM-DD'), 'byOverride', c.by_override) order by c.tier, c.until), '[]')
        from (select tier, person_id, bool_and(override_by is not null) as by_override,
            case when bool_or(valid_until is null) then null else max(valid_until) end as until from certifications
          where org_id = ${tx.orgId} and valid_from <= ${tx.now} and (valid_until is null or valid_until > ${tx.now})
          group by tier, person_id) c
        join active on active.id = c.person_id) as certified,
      (select coalesce(json_object_agg(role, people), '{}')
        from (select role, count(*) as people from active, unnest(roles) as role group by role) r) as roles,
      (select coalesce(json_object_agg(url, json_build_object('checkedAt',
          to_char(checked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'outcome', outcome, 'status', status)), '{}')
        from plan_links where org_id = ${tx.orgId}) as links,
      ${tx.now.slice(0, 10)} as today`.execute(tx.db)
  const facts = rows[0]
  if (!facts) throw new Error('The facts of a desk are one row')
  return facts
}

export function factsView(facts: DeskFacts): PlanFacts {
  const { teams, certified, roles, links, meetings } = facts
  return {
    today: facts.today,
    teams: { ...teams },
    certified: certified.map((person) => ({ ...person, teams: [...person.teams], leads: [...person.leads] })),
    roles: { ...roles },
    links: { ...links },
    trainings: [...facts.trainings],
    retraining: [...facts.retraining],
    meetings: { ...meetings },
    bridges: facts.bridges,
  }
}
