-- Triage: the checks of known issues that were made on a ticket, and whether an issue helped there. An issue is named by its text id,
-- which a supplied one has without a row.

-- What was made of a check, the last word of it. `words` as the check read then: an issue may be edited afterwards.
create table triage_checks (
  org_id uuid not null,
  ticket_id uuid not null,
  issue_id text not null check (length(issue_id) between 1 and 100),
  -- SHA-256 of the words.
  check_key text not null check (check_key ~ '^[0-9a-f]{64}$'),
  words jsonb not null,
  state text not null check (state in ('done', 'found', 'not-applicable')),
  note text not null default '' check (length(note) <= 2000),
  by_person uuid not null,
  at timestamptz(3) not null,
  primary key (org_id, ticket_id, issue_id, check_key),
  foreign key (org_id, ticket_id) references tickets (org_id, id) on delete cascade,
  foreign key (org_id, by_person) references persons (org_id, id)
);

-- Whether an issue helped on a ticket: as somebody said, or as the contact with the requester ended. The ranking of candidates
-- counts these by issue, platform and wave, which are those of the ticket then.
create table triage_outcomes (
  org_id uuid not null,
  ticket_id uuid not null,
  issue_id text not null check (length(issue_id) between 1 and 100),
  helped boolean not null,
  said_by text not null check (said_by in ('agent', 'contact')),
  platform text,
  wave text,
  by_person uuid,
  at timestamptz(3) not null,
  primary key (org_id, ticket_id, issue_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id) on delete cascade,
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index triage_outcomes_issue on triage_outcomes (org_id, issue_id);

do $$
declare
  name text;
begin
  foreach name in array array['triage_checks', 'triage_outcomes'] loop
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
