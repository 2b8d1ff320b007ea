-- Triage: bursts of like tickets, and causes that several tickets share.

-- What several tickets have in common. Root cause and solution are those of the first of them that is diagnosed: they are not kept twice.
create table triage_causes (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- The incident at Microsoft that it is, as Microsoft numbers it.
  incident text check (length(incident) between 1 and 100),
  opened_at timestamptz(3) not null,
  opened_by uuid not null,
  closed_at timestamptz(3),
  closed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, opened_by) references persons (org_id, id),
  foreign key (org_id, closed_by) references persons (org_id, id),
  check ((closed_at is null) = (closed_by is null))
);
create index triage_causes_open on triage_causes (org_id, opened_at) where closed_at is null;

-- The tickets of a cause. A ticket has one cause.
create table triage_cause_tickets (
  org_id uuid not null,
  cause_id uuid not null,
  ticket_id uuid not null,
  added_at timestamptz(3) not null,
  added_by uuid not null,
  primary key (org_id, ticket_id),
  foreign key (org_id, cause_id) references triage_causes (org_id, id) on delete cascade,
  foreign key (org_id, ticket_id) references tickets (org_id, id) on delete cascade,
  foreign key (org_id, added_by) references persons (org_id, id)
);
create index triage_cause_tickets_cause on triage_cause_tickets (org_id, cause_id);

-- Like tickets that came in faster than chance makes of what is usual, and what a lead made of it.
create table triage_bursts (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  kind text not null check (kind in ('issue', 'code', 'failure', 'words', 'category', 'wave')),
  -- What makes it this one: `code:80180013`.
  about text not null check (length(about) between 1 and 300),
  -- What they have in common, for the sentence about it.
  common jsonb not null,
  -- How many would have been ordinary, when it was last seen.
  expected double precision not null check (expected >= 0),
  began_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  state text not null check (state in ('open', 'cause', 'let-be', 'over')),
  cause_id uuid,
  answered_at timestamptz(3),
  answered_by uuid,
  primary key (org_id, id),
  foreign key (org_id, cause_id) references triage_causes (org_id, id),
  foreign key (org_id, answered_by) references persons (org_id, id),
  check ((state = 'cause') <= (cause_id is not null))
);
create unique index triage_bursts_open on triage_bursts (org_id, about) where state = 'open';
create index triage_bursts_about on triage_bursts (org_id, about, seen_at);

create table triage_burst_tickets (
  org_id uuid not null,
  burst_id uuid not null,
  ticket_id uuid not null,
  primary key (org_id, burst_id, ticket_id),
  foreign key (org_id, burst_id) references triage_bursts (org_id, id) on delete cascade,
  foreign key (org_id, ticket_id) references tickets (org_id, id) on delete cascade
);
create index triage_burst_tickets_ticket on triage_burst_tickets (org_id, ticket_id);

do $$
declare
  name text;
begin
  foreach name in array array['triage_causes', 'triage_cause_tickets', 'triage_bursts', 'triage_burst_tickets'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert, update, delete on %I to tierwise_app', name);
  end loop;
end
$$;
