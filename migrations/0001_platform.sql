-- Plumbing under every feature: answers kept for repeats, jobs, outbox, live events, files. The role tierwise_app, which does
-- everything for an organisation, is made before the first migration (src/platform/database/migration-requirements.ts).
-- Times here are the database's own: they steer plumbing, no rule of the desk reads them.

-- The answer to a mutation that carried an Idempotency-Key, written in the transaction of its effect.
create table idempotency_keys (
  org_id uuid not null,
  person_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  -- SHA-256 of method, address and body: the same key for something else is a conflict.
  fingerprint bytea not null,
  status smallint not null,
  content_type text,
  body text,
  created_at timestamptz(3) not null default now(),
  primary key (org_id, person_id, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Begins the work under a key: one at a time per key, until the transaction ends. Each statement of a volatile function sees
-- what was committed before it, so the look-up after the lock sees the answer of whoever held the lock before.
create function idempotency_begin(person uuid, wanted text)
  returns table (busy boolean, fingerprint bytea, status smallint, content_type text, body text)
  language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(org || ' ' || person || ' ' || wanted, 7373)) then
    return query select true, null::bytea, null::smallint, null::text, null::text;
    return;
  end if;
  return query
    select false, kept.fingerprint, kept.status, kept.content_type, kept.body
    from public.idempotency_keys kept
    where kept.org_id = org and kept.person_id = person and kept.key = wanted;
end
$$;

-- Effects outside the database: written with what causes them, delivered by a job afterwards.
create table outbox (
  org_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  -- What the other side said when it took it.
  provider_answer text,
  created_at timestamptz(3) not null default now(),
  tried_at timestamptz(3),
  sent_at timestamptz(3),
  primary key (org_id, id),
  check ((state = 'sent') = (sent_at is not null))
);
create index outbox_unsent on outbox (org_id, state, created_at) where state <> 'sent';

-- What listening pages are told. `seq` is taken before the commit, so rows become visible out of order; `xid` and the oldest
-- transaction still running say up to where a listener has certainly heard everything (src/platform/live/README.md).
create table live_events (
  org_id uuid not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  topic text not null check (length(topic) between 1 and 60),
  subject text not null check (length(subject) <= 200),
  data jsonb not null,
  audience jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (org_id, seq)
);
create index live_events_xid on live_events (org_id, xid, seq);
create index live_events_all on live_events (xid, seq);
create index live_events_created on live_events (created_at);

-- A notification is at most 8,000 bytes; of a longer one only the number goes along and listeners read the row.
create function live_announce(topic text, subject text, data jsonb, audience jsonb) returns void
  language plpgsql volatile set search_path = pg_catalog, public as $$
declare
  org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  number bigint;
  message text;
begin
  insert into public.live_events (org_id, topic, subject, data, audience)
    values (org, topic, subject, data, audience) returning seq into number;
  message := json_build_object(
    'seq', number, 'xid', pg_current_xact_id()::text, 'oldest', pg_snapshot_xmin(pg_current_snapshot())::text,
    'orgId', org, 'topic', topic, 'subject', subject, 'data', data, 'audience', audience
  )::text;
  if octet_length(message) > 7900 then
    message := json_build_object(
      'seq', number, 'xid', pg_current_xact_id()::text, 'oldest', pg_snapshot_xmin(pg_current_snapshot())::text, 'orgId', org
    )::text;
  end if;
  perform pg_notify('tierwise_live', message);
end
$$;

-- One row per upload and owner; the bytes lie in the data folder under their hash.
create table files (
  org_id uuid not null,
  id uuid not null,
  -- Null: Tierwise itself brought it in, for example with a mail.
  owner_id uuid,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text not null check (length(type) between 3 and 100),
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz(3) not null default now(),
  -- When something began to refer to it; a file that nobody uses within a day is removed.
  kept_at timestamptz(3),
  primary key (org_id, id)
);
create index files_sha256 on files (sha256);
create index files_unused on files (created_at) where kept_at is null;

-- Signs of life of the machines: job runners, and the write that says a node is ready. Belongs to no organisation; only the
-- owner touches it.
create table heartbeats (
  id text not null primary key,
  seen_at timestamptz(3) not null default now()
);

do $$
declare
  name text;
begin
  foreach name in array array['idempotency_keys', 'outbox', 'live_events', 'files'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    -- The node itself delivers, tells and cleans up for every organisation; it does so as the owner, never for a person.
    execute format('create policy whole on %I to current_user using (true) with check (true)', name);
  end loop;
end
$$;
grant select, insert on idempotency_keys, live_events to tierwise_app;
grant select, insert, update on outbox to tierwise_app;
grant select, insert, update, delete on files to tierwise_app;

-- graphile-worker's own tables are closed to the application role; these two are the only way in, for the own organisation.
create function job_add(task text, payload json, key text, run_at timestamptz, max_attempts integer) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if payload ->> 'orgId' is distinct from nullif(current_setting('app.org_id', true), '') then
    raise exception 'a job is for the organisation of its transaction' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, max_attempts => max_attempts,
    job_key => payload ->> 'orgId' || '/' || task || '/' || key
  );
end
$$;

create function job_remove(task text, key text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.remove_job(current_setting('app.org_id') || '/' || task || '/' || key);
end
$$;

revoke all on function job_add(text, json, text, timestamptz, integer), job_remove(text, text) from public;
grant execute on function job_add(text, json, text, timestamptz, integer), job_remove(text, text) to tierwise_app;
