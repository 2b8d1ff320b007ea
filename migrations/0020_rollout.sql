-- Rollout: people in waves, what is known of their enrollment, how a wave was moved, and who decided that it may begin.

-- What a file about people brought. The file itself is not kept.
create table rollout_imports (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 300),
  at timestamptz(3) not null,
  by_person uuid not null,
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  unchanged integer not null check (unchanged >= 0),
  undone_at timestamptz(3),
  undone_by uuid,
  primary key (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id),
  foreign key (org_id, undone_by) references persons (org_id, id),
  check ((undone_at is null) = (undone_by is null))
);

-- Per person what an import did, so that it can be undone where nobody has touched it since.
create table rollout_import_people (
  org_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  is_new boolean not null,
  -- The groups that it added.
  groups text[] not null default '{}',
  -- What was known about them in the rollout before; null: nothing.
  facts_before jsonb,
  primary key (org_id, import_id, person_id),
  foreign key (org_id, import_id) references rollout_imports (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index rollout_import_people_person on rollout_import_people (org_id, person_id);

-- What the rollout knows of a person beside who they are.
create table rollout_people (
  org_id uuid not null,
  person_id uuid not null,
  platforms text[] not null default '{}' check (platforms <@ array['ios', 'android', 'windows', 'macos', 'linux']),
  department text check (length(department) between 1 and 120),
  -- As the file had it: a name or an address.
  manager text check (length(manager) between 1 and 254),
  enrolled_on date,
  changed_at timestamptz(3) not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- How many had enrolled by the end of a day, as somebody counted: the last row of a wave counts. Appended, never changed.
create table wave_enrollments (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  wave text not null check (length(wave) between 1 and 60),
  day date not null,
  enrolled integer not null check (enrolled between 0 and 10000000),
  at timestamptz(3) not null,
  by_person uuid not null,
  primary key (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index wave_enrollments_wave on wave_enrollments (org_id, wave, id desc);

-- A wave that was moved in the plan's draft: from where to where, by whom, why. Appended, never changed.
create table wave_moves (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  wave text not null check (length(wave) between 1 and 60),
  -- Number of the version of the plan that was being worked on.
  plan_number integer not null,
  from_starts date not null,
  from_ends date not null,
  to_starts date not null,
  to_ends date not null,
  note text not null check (length(note) between 1 and 1000),
  at timestamptz(3) not null,
  by_person uuid not null,
  primary key (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index wave_moves_wave on wave_moves (org_id, wave, id desc);

-- Go, conditional go, or no-go for a wave: signed by a named person, with the figures as they were. Appended, never changed.
create table wave_decisions (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  wave text not null check (length(wave) between 1 and 60),
  plan_version_id uuid not null,
  outcome text not null check (outcome in ('go', 'conditional', 'no-go')),
  reason text not null check (length(reason) between 1 and 2000),
  signed_by uuid not null,
  -- The name as it was signed: it stays when the person is renamed.
  signed_name text not null,
  signed_at timestamptz(3) not null,
  -- Exactly what was on the page, and SHA-256 of it.
  figures jsonb not null,
  figures_hash text not null check (length(figures_hash) = 64),
  primary key (org_id, id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, signed_by) references persons (org_id, id)
);
create index wave_decisions_wave on wave_decisions (org_id, wave, id desc);

create table wave_conditions (
  org_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  text text not null check (length(text) between 1 and 500),
  owner_id uuid not null,
  due date not null,
  met_at timestamptz(3),
  met_by uuid,
  primary key (org_id, id),
  foreign key (org_id, decision_id) references wave_decisions (org_id, id),
  foreign key (org_id, owner_id) references persons (org_id, id),
  foreign key (org_id, met_by) references persons (org_id, id),
  check ((met_at is null) = (met_by is null))
);
create index wave_conditions_decision on wave_conditions (org_id, decision_id);

-- Who was told that a wave is about to begin, or has begun, without a signed go: once per wave and first day.
create table wave_warnings (
  org_id uuid not null,
  wave text not null check (length(wave) between 1 and 60),
  starts date not null,
  kind text not null check (kind in ('soon', 'begun')),
  person_id uuid not null,
  at timestamptz(3) not null,
  primary key (org_id, wave, starts, kind, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'rollout_imports', 'rollout_import_people', 'rollout_people', 'wave_enrollments', 'wave_moves', 'wave_decisions',
    'wave_conditions', 'wave_warnings'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert on %I to tierwise_app', name);
  end loop;
end
$$;
grant update on rollout_imports, rollout_people, wave_conditions to tierwise_app;
grant delete on rollout_people to tierwise_app;

-- What was signed stays as it was signed, also for whoever owns the tables.
create function wave_decisions_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What was decided about a wave is appended, never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger wave_decisions_append_only before update or delete on wave_decisions
  for each row execute function wave_decisions_append_only();

-- Figures of a wave.
create index tickets_wave on tickets (org_id, wave) where wave is not null;
