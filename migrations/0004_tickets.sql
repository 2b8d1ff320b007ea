-- Tickets: append-only events are the record of truth; the row is what evolve makes of them, written in the same transaction.

create table tickets (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  number bigint not null,
  version integer not null,
  plan_version_id uuid not null,
  -- The whole projection, exactly what evolve returns.
  state jsonb not null,
  -- Taken from state for filtering and sorting. text, not enum: only leakproof operators use an index under row-level security.
  subject text not null,
  kind text not null check (kind in ('incident', 'request')),
  stage text not null check (stage in ('investigating', 'delivering', 'confirming', 'closed')),
  -- The tier whose turn it is; null once closed.
  tier smallint,
  offered_to smallint,
  waiting text check (waiting in ('requester', 'vendor', 'until')),
  requester_id uuid not null,
  assignee_id uuid,
  priority smallint not null check (priority between 1 and 4),
  category text,
  platform text,
  phase text,
  wave text,
  on_bridge boolean not null default false,
  opened_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  closed_at timestamptz(3),
  -- The nearest running target, for lists.
  due_at timestamptz(3),
  due_target text,
  -- Sorts tickets without a target last, without nulls in the cursor.
  due_order timestamptz(3) not null
    generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  -- When the clock has to look at this ticket again.
  clock_at timestamptz(3),
  -- Hash of the last event: the next one is chained to it.
  last_hash bytea not null,
  -- Everything written about it; and only what its requester may read, so that a search cannot tell what a note says.
  search tsvector not null default ''::tsvector,
  search_open tsvector not null default ''::tsvector,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, requester_id) references persons (org_id, id),
  foreign key (org_id, assignee_id) references persons (org_id, id)
);

-- Queue of a tier and every list sorted by last change.
create index tickets_open_tier on tickets (org_id, tier, changed_at desc, id desc) where stage <> 'closed';
create index tickets_changed on tickets (org_id, changed_at desc, id desc);
create index tickets_opened on tickets (org_id, opened_at desc, id desc);
create index tickets_due on tickets (org_id, due_order, id) where stage <> 'closed';
create index tickets_priority on tickets (org_id, priority, changed_at desc, id desc) where stage <> 'closed';
-- My work.
create index tickets_assignee on tickets (org_id, assignee_id, changed_at desc, id desc) where stage <> 'closed';
-- A requester's own tickets.
create index tickets_requester on tickets (org_id, requester_id, changed_at desc, id desc);
-- The sweep that finds due moments whose job was lost.
create index tickets_clock on tickets (org_id, clock_at) where clock_at is not null;
create index tickets_search on tickets using gin (search);

-- Who has to do what next on an open ticket: projected from its state, so that "what must I do now?" is one index look-up.
create table ticket_duties (
  org_id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('investigate', 'accept', 'take-note', 'contact', 'answer-question')),
  tier smallint not null,
  -- Whose duty it is; null: anybody's in the tier.
  person_id uuid,
  due_at timestamptz(3),
  primary key (org_id, ticket_id, kind, tier),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

create index ticket_duties_person on ticket_duties (org_id, person_id, due_at);
create index ticket_duties_tier on ticket_duties (org_id, tier, kind, due_at);

create table ticket_followers (
  org_id uuid not null,
  person_id uuid not null,
  ticket_id uuid not null,
  primary key (org_id, person_id, ticket_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

create index ticket_followers_ticket on ticket_followers (org_id, ticket_id);

-- Which ticket a file belongs to, and whether its requester may read it.
create table ticket_files (
  org_id uuid not null,
  file_id uuid not null,
  ticket_id uuid not null,
  is_open boolean not null,
  primary key (org_id, file_id, ticket_id),
  foreign key (org_id, file_id) references files (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);

-- What a person is told in the desk; also what makes a notice go out once, however often its job runs.
create table ticket_notices (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  ticket_id uuid not null,
  event_number integer not null,
  moment text not null,
  channel text not null check (channel in ('mail', 'desk')),
  at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, ticket_id, event_number, person_id, channel),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- The bell: what I have not read yet, newest first.
create index ticket_notices_person on ticket_notices (org_id, person_id, at desc) where channel = 'desk';

create table ticket_events (
  org_id uuid not null,
  ticket_id uuid not null,
  number integer not null check (number > 0),
  type text not null,
  at timestamptz(3) not null,
  author_kind text not null check (author_kind in ('person', 'system')),
  author_id uuid,
  author_system text,
  facts jsonb not null,
  -- What people typed, and the key of its digest: both are destroyed when a person is erased, the digest stays in the chain.
  words jsonb,
  words_key bytea,
  words_digest bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (org_id, ticket_id, number),
  foreign key (org_id, ticket_id) references tickets (org_id, id) deferrable initially deferred,
  check ((author_kind = 'person') = (author_id is not null))
);

-- Figures and replay read events by time.
create index ticket_events_at on ticket_events (org_id, at);

create function ticket_events_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and new.words is null and new.words_key is null
     and (new.org_id, new.ticket_id, new.number, new.type, new.at, new.author_kind, new.author_id, new.author_system,
          new.facts, new.words_digest, new.previous_hash, new.hash)
         is not distinct from
         (old.org_id, old.ticket_id, old.number, old.type, old.at, old.author_kind, old.author_id, old.author_system,
          old.facts, old.words_digest, old.previous_hash, old.hash)
  then
    return new;
  end if;
  raise exception 'ticket events are appended, never changed' using errcode = 'TW001';
end
$$;

create trigger ticket_events_append_only before update or delete on ticket_events
  for each row execute function ticket_events_append_only();

create table ticket_numbers (
  org_id uuid not null references organisations (org_id),
  last bigint not null,
  primary key (org_id)
);

-- Called on its own, outside the ticket's transaction: the counter's row lock is held for microseconds instead of for the commit's
-- fsync, which would put all openings of an organisation in a row. Its commit need not wait for the disk either: the ticket's own
-- commit comes later in the log and flushes it. A refused opening leaves a gap in the numbers.
create function next_ticket_number() returns bigint language plpgsql as $$
declare
  taken bigint;
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into ticket_numbers as numbers (org_id, last)
    values (nullif(current_setting('app.org_id', true), '')::uuid, 1000)
    on conflict (org_id) do update set last = numbers.last + 1
    returning last into taken;
  return taken;
end
$$;

alter table tickets enable row level security;
alter table tickets force row level security;
create policy own_organisation on tickets
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

alter table ticket_events enable row level security;
alter table ticket_events force row level security;
create policy own_organisation on ticket_events
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

alter table ticket_duties enable row level security;
alter table ticket_duties force row level security;
create policy own_organisation on ticket_duties
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

alter table ticket_followers enable row level security;
alter table ticket_followers force row level security;
create policy own_organisation on ticket_followers
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

alter table ticket_files enable row level security;
alter table ticket_files force row level security;
create policy own_organisation on ticket_files
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

alter table ticket_notices enable row level security;
alter table ticket_notices force row level security;
create policy own_organisation on ticket_notices
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

alter table ticket_numbers enable row level security;
alter table ticket_numbers force row level security;
create policy own_organisation on ticket_numbers
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

grant select, insert, update on tickets to tierwise_app;
grant select, insert, update on ticket_events to tierwise_app;
grant select, insert, update, delete on ticket_duties to tierwise_app;
grant select, insert, delete on ticket_followers to tierwise_app;
grant select, insert, update on ticket_files to tierwise_app;
grant select, insert, update on ticket_notices to tierwise_app;
grant select, insert, update on ticket_numbers to tierwise_app;

-- Without this, full text under row-level security reads every ticket of the organisation. Only a superuser may say so: the
-- embedded server does; on an external one the administrator runs this line once (docs/operations/external-postgresql.md).
do $$
begin
  alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
exception when insufficient_privilege then
  raise notice 'search is slower until a superuser marks ts_match_vq leakproof';
end
$$;
