-- Early involvement and communication: commitments with their history, what support staff went through with their own devices, the
-- mails to the people of a wave, who got them, and what a wave taught.

-- How far each commitment is. One that the plan names takes its words, team and days from the plan; one that was added has its own.
create table commitments (
  org_id uuid not null references organisations (org_id),
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  added boolean not null,
  kind text not null check (
    kind in ('design-workshop', 'own-devices', 'test-cases', 'help-desk-documents', 'sign-off', 'other')
  ),
  what_nl text check (length(what_nl) between 1 and 1000),
  what_en text check (length(what_en) between 1 and 1000),
  evidence_nl text check (length(evidence_nl) between 1 and 1000),
  evidence_en text check (length(evidence_en) between 1 and 1000),
  team text check (length(team) between 1 and 60),
  before_phase text check (length(before_phase) between 1 and 60),
  due date,
  owner_id uuid,
  state text not null check (state in ('open', 'in-progress', 'met', 'waived')),
  -- What shows that it is met: words, an address, files of their own.
  shown text not null default '' check (length(shown) <= 4000),
  link text check (length(link) between 1 and 2000),
  -- Why the plan owner waived it.
  reason text check (length(reason) between 1 and 1000),
  version integer not null default 1,
  changed_at timestamptz(3) not null,
  primary key (org_id, key),
  foreign key (org_id, owner_id) references persons (org_id, id),
  check (added = (what_nl is not null and what_en is not null and evidence_nl is not null and evidence_en is not null
    and team is not null and before_phase is not null and due is not null)),
  check ((state = 'waived') = (reason is not null))
);

create table commitment_files (
  org_id uuid not null,
  commitment_key text not null,
  file_id uuid not null,
  primary key (org_id, commitment_key, file_id),
  foreign key (org_id, commitment_key) references commitments (org_id, key),
  foreign key (org_id, file_id) references files (org_id, id)
);

-- Who did what to which commitment: appended, never changed.
create table commitment_changes (
  org_id uuid not null,
  id uuid not null,
  commitment_key text not null,
  at timestamptz(3) not null,
  -- Null: Tierwise itself.
  by_person uuid,
  what text not null check (
    what in ('added', 'owner', 'begun', 'shown', 'met', 'waived', 'reopened', 'due')
  ),
  words text check (length(words) <= 4000),
  primary key (org_id, id),
  foreign key (org_id, commitment_key) references commitments (org_id, key),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index commitment_changes_commitment on commitment_changes (org_id, commitment_key, id);

-- Makes a reminder go out once: for this due day, this long before it, to this person.
create table commitment_reminders (
  org_id uuid not null,
  commitment_key text not null,
  due date not null,
  mark text not null check (mark in ('14', '7', '1', 'overdue')),
  person_id uuid not null,
  at timestamptz(3) not null,
  primary key (org_id, commitment_key, due, mark, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- What somebody of support went through with a device of their own, per platform.
create table pilot_devices (
  org_id uuid not null,
  person_id uuid not null,
  platform text not null check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  outcome text not null check (outcome in ('enrolled', 'with-trouble', 'not-enrolled')),
  tried_on date not null,
  trouble text not null default '' check (length(trouble) <= 4000),
  -- Worth a known issue, so that the next one who meets it is helped at once.
  candidate boolean not null default false,
  ticket_id uuid,
  changed_at timestamptz(3) not null,
  primary key (org_id, person_id, platform),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);

create table pilot_cases (
  org_id uuid not null,
  person_id uuid not null,
  platform text not null check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  -- Of the checklist for the platform.
  case_key text not null check (length(case_key) between 1 and 60),
  result text not null check (result in ('passed', 'failed', 'skipped')),
  words text not null default '' check (length(words) <= 2000),
  at timestamptz(3) not null,
  primary key (org_id, person_id, platform, case_key),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- A mail of a wave that somebody worked on. One without a row is as the wave before it has it, or as Tierwise brings it.
create table wave_mails (
  org_id uuid not null references organisations (org_id),
  wave text not null check (length(wave) between 1 and 60),
  kind text not null check (kind in ('kick-off', 'before', 'enrollment', 'after')),
  subject_nl text not null check (length(subject_nl) <= 300),
  subject_en text not null check (length(subject_en) <= 300),
  body_nl text not null check (length(body_nl) <= 20000),
  body_en text not null check (length(body_en) <= 20000),
  -- When it goes: so many days from the day on which the wave begins or ends, at this time where the organisation is.
  counted_from text not null check (counted_from in ('starts', 'ends')),
  days smallint not null check (days between -90 and 90),
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- Nothing goes out without somebody's word for exactly this text.
  approved_at timestamptz(3),
  approved_by uuid,
  paused_at timestamptz(3),
  paused_by uuid,
  version integer not null default 1,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  primary key (org_id, wave, kind),
  foreign key (org_id, approved_by) references persons (org_id, id),
  foreign key (org_id, paused_by) references persons (org_id, id),
  foreign key (org_id, changed_by) references persons (org_id, id),
  check ((approved_at is null) = (approved_by is null)),
  check ((paused_at is null) = (paused_by is null))
);

-- Who approved, changed or paused which mail: appended, never changed.
create table wave_mail_changes (
  org_id uuid not null,
  id uuid not null,
  wave text not null,
  kind text not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  what text not null check (what in ('changed', 'lesson', 'approved', 'withdrawn', 'paused', 'resumed', 'reset')),
  primary key (org_id, id),
  foreign key (org_id, wave, kind) references wave_mails (org_id, wave, kind),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index wave_mail_changes_mail on wave_mail_changes (org_id, wave, kind, id);

-- Makes a mail reach each person of a wave once.
create table wave_mail_sends (
  org_id uuid not null,
  wave text not null,
  kind text not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  -- In the outbox and the send log.
  mail_id uuid not null,
  -- The days that the mail told, so that a wave that moves afterwards is noticed.
  told_starts date not null,
  told_ends date not null,
  primary key (org_id, wave, kind, person_id),
  foreign key (org_id, wave, kind) references wave_mails (org_id, wave, kind),
  foreign key (org_id, person_id) references persons (org_id, id)
);

create table wave_lessons (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  wave text not null check (length(wave) between 1 and 60),
  happened text not null check (length(happened) between 1 and 4000),
  -- What to tell people of a later wave.
  tell_nl text not null default '' check (length(tell_nl) <= 2000),
  tell_en text not null default '' check (length(tell_en) <= 2000),
  written_at timestamptz(3) not null,
  written_by uuid not null,
  version integer not null default 1,
  removed_at timestamptz(3),
  primary key (org_id, id),
  foreign key (org_id, written_by) references persons (org_id, id)
);
create index wave_lessons_wave on wave_lessons (org_id, wave, id);

-- Into which mails a lesson went.
create table wave_lesson_uses (
  org_id uuid not null,
  lesson_id uuid not null,
  wave text not null,
  kind text not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  primary key (org_id, lesson_id, wave, kind),
  foreign key (org_id, lesson_id) references wave_lessons (org_id, id),
  foreign key (org_id, wave, kind) references wave_mails (org_id, wave, kind),
  foreign key (org_id, by_person) references persons (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'commitments', 'commitment_files', 'commitment_changes', 'commitment_reminders', 'pilot_devices', 'pilot_cases',
    'wave_mails', 'wave_mail_changes', 'wave_mail_sends', 'wave_lessons', 'wave_lesson_uses'
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
grant update on commitments, pilot_devices, pilot_cases, wave_mails, wave_lessons to tierwise_app;
grant delete on commitment_files, pilot_devices, pilot_cases to tierwise_app;
