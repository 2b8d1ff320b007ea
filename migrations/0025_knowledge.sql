-- Known issues of an organisation: what it wrote itself, and what it changed of those that Tierwise comes with. The supplied ones stand in the
-- program; a row here exists for one only where the organisation did something with it.

-- A new mark with every change of what the organisation's index holds, so that each process knows when to make it anew.
create table knowledge_revisions (
  org_id uuid not null references organisations (org_id),
  revision uuid not null,
  last_number integer not null default 0 check (last_number >= 0),
  primary key (org_id)
);

create table knowledge_issues (
  org_id uuid not null references organisations (org_id),
  -- A word of the supplied catalogue, or a uuid.
  id text not null check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 100),
  -- KI-12; only what the organisation wrote has one.
  number integer check (number > 0),
  state text not null check (state in ('unfinished', 'draft', 'confirmed', 'published', 'archived')),
  -- The version whose text is used; 0: the supplied text.
  served integer not null check (served >= 0),
  -- A version that awaits a decision, while another is used.
  proposed integer check (proposed > 0),
  last_version integer not null check (last_version >= served),
  written_by uuid,
  written_at timestamptz(3) not null,
  confirmed_by uuid,
  confirmed_at timestamptz(3),
  -- By then somebody looks whether it still holds.
  review_due date,
  -- The ticket whose diagnosis it came from. No reference: tickets know knowledge, not the other way round.
  ticket_id uuid,
  changed_at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, written_by) references persons (org_id, id),
  foreign key (org_id, confirmed_by) references persons (org_id, id)
);

-- Every text that was ever written. Appended, never changed.
create table knowledge_versions (
  org_id uuid not null,
  issue_id text not null,
  version integer not null check (version > 0),
  -- null: back to the supplied text.
  text jsonb,
  -- The supplied text that whoever wrote this saw, for what Tierwise came with.
  base jsonb,
  reason text not null check (length(reason) between 1 and 500),
  by_person uuid,
  at timestamptz(3) not null,
  primary key (org_id, issue_id, version),
  foreign key (org_id, issue_id) references knowledge_issues (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);

-- What happened to an issue beside its texts: proposed, confirmed, published, put away. Appended, never changed.
create table knowledge_acts (
  org_id uuid not null,
  id uuid not null,
  issue_id text not null,
  act text not null check (length(act) between 1 and 40),
  version integer not null check (version >= 0),
  reason text check (length(reason) between 1 and 500),
  by_person uuid,
  at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, issue_id) references knowledge_issues (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index knowledge_acts_issue on knowledge_acts (org_id, issue_id, id desc);

-- "This is not right", with why.
create table knowledge_flags (
  org_id uuid not null,
  id uuid not null,
  issue_id text not null,
  version integer not null check (version >= 0),
  comment text not null check (length(comment) between 1 and 1000),
  by_person uuid not null,
  at timestamptz(3) not null,
  settled_by uuid,
  settled_at timestamptz(3),
  answer text check (length(answer) between 1 and 1000),
  primary key (org_id, id),
  foreign key (org_id, issue_id) references knowledge_issues (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id),
  foreign key (org_id, settled_by) references persons (org_id, id),
  check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (answer is null))
);
create index knowledge_flags_issue on knowledge_flags (org_id, issue_id);
create index knowledge_flags_open on knowledge_flags (org_id) where settled_at is null;

-- That an issue was of use to a ticket, or was not; each once per ticket and kind.
create table knowledge_uses (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  issue_id text not null check (length(issue_id) between 1 and 100),
  ticket_id uuid not null,
  kind text not null check (kind in ('linked', 'helped', 'not-helped', 'first-aid')),
  tier integer check (tier between 1 and 9),
  by_person uuid,
  at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, issue_id, ticket_id, kind),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index knowledge_uses_ticket on knowledge_uses (org_id, ticket_id);

-- Documentation, forums and tools: of an issue, of a tier, or of everybody.
create table knowledge_resources (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  issue_id text check (length(issue_id) between 1 and 100),
  tier integer check (tier between 1 and 9),
  kind text not null check (kind in ('documentation', 'forum', 'tool', 'own')),
  title text not null check (length(title) between 1 and 200),
  url text not null check (length(url) between 8 and 2000 and url ~ '^https?://'),
  by_person uuid not null,
  at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id),
  check (issue_id is null or tier is null)
);
create index knowledge_resources_issue on knowledge_resources (org_id, issue_id);

do $$
declare
  name text;
begin
  foreach name in array array['knowledge_revisions', 'knowledge_issues', 'knowledge_versions', 'knowledge_acts', 'knowledge_flags', 'knowledge_uses', 'knowledge_resources'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert on %I to tierwise_app', name);
  end loop;
  foreach name in array array['knowledge_revisions', 'knowledge_issues', 'knowledge_flags', 'knowledge_uses'] loop
    execute format('grant update on %I to tierwise_app', name);
  end loop;
  foreach name in array array['knowledge_uses', 'knowledge_resources'] loop
    execute format('grant delete on %I to tierwise_app', name);
  end loop;
end
$$;
