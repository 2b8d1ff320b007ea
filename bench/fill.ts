import type pg from 'pg'

/** How many words the made-up subjects are drawn from; a search for two of them finds a few tickets in ten thousand. */
const vocabulary = 2000

/**
 * Copies one real ticket until there are `count`, in the database itself: other ids, numbers, times, tiers, priorities and words.
 * Copies of its events come along, so that opening any of them reads what an ordinary ticket has.
 */
export async function fillTickets(owner: pg.Pool, orgId: string, modelId: string, count: number): Promise<void> {
  await owner.query(
    `insert into tickets (org_id, id, number, version, plan_version_id, state, subject, kind, stage, tier, offered_to, waiting,
       requester_id, assignee_id, priority, category, platform, phase, wave, on_bridge, opened_at, changed_at, closed_at, due_at,
       due_target, clock_at, last_hash, search, search_open)
     select m.org_id, made.id, 1000000000 + made.n, m.version, m.plan_version_id,
       jsonb_set(jsonb_set(m.state, '{id}', to_jsonb(made.id::text)), '{subject}', to_jsonb(made.subject)),
       made.subject, m.kind, case when made.n % 10 < 3 then m.stage else 'closed' end,
       case when made.n % 10 < 3 then 1 + made.n % 3 end, null, null, m.requester_id,
       case when made.n % 4 = 0 then null else m.assignee_id end, 1 + made.n % 4, m.category, m.platform, m.phase, m.wave, false,
       made.at, made.at + interval '1 hour', case when made.n % 10 < 3 then null else made.at + interval '5 hours' end,
       made.at + interval '8 hours', 'resolve', null, m.last_hash,
       to_tsvector('english', made.subject), to_tsvector('english', made.subject)
     from tickets m,
       lateral (
         select n, gen_random_uuid() as id, now() - (n * interval '7 seconds') as at,
           'word' || (n * 7919 % ${vocabulary}) || ' word' || (n * 104729 % ${vocabulary}) || ' device ' || n as subject
         from generate_series((select count(*) from tickets where org_id = $1 and number >= 1000000000), $3 - 1) as n
       ) made
     where m.org_id = $1 and m.id = $2`,
    [orgId, modelId, count],
  )
  await owner.query(
    `insert into ticket_events (org_id, ticket_id, number, type, at, author_kind, author_id, author_system, facts, words, words_key,
       words_digest, previous_hash, hash)
     select e.org_id, t.id, e.number, e.type, e.at, e.author_kind, e.author_id, e.author_system, e.facts, e.words, e.words_key,
       e.words_digest, e.previous_hash, e.hash
     from ticket_events e, tickets t
     where e.org_id = $1 and e.ticket_id = $2 and t.org_id = $1 and t.number >= 1000000000
       and not exists (select from ticket_events o where o.org_id = $1 and o.ticket_id = t.id)`,
    [orgId, modelId],
  )
  await owner.query('analyze tickets')
  await owner.query('analyze ticket_events')
}

/** Two words that stand together in one subject in `vocabulary`. */
export function twoWords(turn: number): string {
  const n = 1 + ((turn * 131) % 9_000)
  return `word${(n * 7919) % vocabulary} word${(n * 104_729) % vocabulary}`
}
