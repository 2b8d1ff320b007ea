-- Training: what an organisation says differently in its courses, the dated training sessions with who came, the tests that were
-- taken, and the certificates that passing gives. A certification (0002) stays the permission itself; a certificate is what it rests on.

-- What an organisation changed in the ready-made content. Appended, never changed: the last row of an agenda item is in force.
create table course_contents (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  course_key text not null check (length(course_key) between 1 and 60),
  item_key text not null check (length(item_key) between 1 and 60),
  -- The pages in both languages; null: back to ours.
  content jsonb,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, changed_by) references persons (org_id, id)
);
create index course_contents_item on course_contents (org_id, course_key, item_key, id desc);

-- The same for the questions of the tests.
create table course_questions (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  course_key text not null check (length(course_key) between 1 and 60),
  question_key text not null check (length(question_key) between 1 and 60),
  -- left-out: no longer asked. ours: back to the ready-made one.
  state text not null check (state in ('changed', 'left-out', 'ours')),
  question jsonb,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, changed_by) references persons (org_id, id),
  check ((state = 'changed') = (question is not null))
);
create index course_questions_question on course_questions (org_id, course_key, question_key, id desc);

create table training_sessions (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  course_key text not null check (length(course_key) between 1 and 60),
  -- The plan whose course is given.
  plan_version_id uuid not null,
  trainer_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  time_zone text not null check (length(time_zone) between 1 and 60),
  place text check (length(place) between 1 and 200),
  link text check (length(link) between 1 and 500),
  seats integer not null check (seats between 1 and 500),
  language text not null check (language in ('nl', 'en')),
  planned_at timestamptz(3) not null,
  planned_by uuid not null,
  cancelled_at timestamptz(3),
  cancel_reason text check (length(cancel_reason) between 1 and 500),
  -- Shown in the room; whoever types it was there. It lasts for minutes and can do nothing else, so it is kept as it is.
  code text check (code ~ '^[0-9]{6}$'),
  code_until timestamptz(3),
  primary key (org_id, id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, trainer_id) references persons (org_id, id),
  foreign key (org_id, planned_by) references persons (org_id, id),
  check ((cancelled_at is null) = (cancel_reason is null)),
  check ((code is null) = (code_until is null))
);
create index training_sessions_starts on training_sessions (org_id, starts_at);
create index training_sessions_course on training_sessions (org_id, course_key, starts_at);

create table training_sign_ups (
  org_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('seated', 'waiting', 'withdrawn')),
  -- Who asked first gets the seat that comes free.
  turn integer not null,
  asked_at timestamptz(3) not null,
  -- Their lead, where they did not sign up themselves.
  asked_by uuid not null,
  attended_at timestamptz(3),
  attended_by text check (attended_by in ('trainer', 'code')),
  -- Whether they judged the training session; what they said is kept without their name.
  evaluated boolean not null default false,
  primary key (org_id, session_id, person_id),
  unique (org_id, session_id, turn),
  foreign key (org_id, session_id) references training_sessions (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, asked_by) references persons (org_id, id),
  check ((attended_at is null) = (attended_by is null)),
  check (attended_at is null or state = 'seated')
);
create index training_sign_ups_person on training_sign_ups (org_id, person_id);

-- What people thought of a training session. Neither who nor exactly when: the id is random, so that it does not tell either.
create table training_evaluations (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  useful smallint not null check (useful between 1 and 5),
  pace smallint not null check (pace between 1 and 5),
  trainer smallint not null check (trainer between 1 and 5),
  remark text check (length(remark) between 1 and 1000),
  primary key (org_id, id),
  foreign key (org_id, session_id) references training_sessions (org_id, id)
);
create index training_evaluations_session on training_evaluations (org_id, session_id);

create table training_attempts (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  course_key text not null check (length(course_key) between 1 and 60),
  plan_version_id uuid not null,
  -- One agenda item, where somebody trains again on what changed in the plan; null: the whole course.
  item_key text check (length(item_key) between 1 and 60),
  -- The training session that opened the test; null for one agenda item.
  session_id uuid,
  seed integer not null,
  -- The questions as they were asked, with the right answers.
  questions jsonb not null,
  begun_at timestamptz(3) not null,
  handed_in_at timestamptz(3),
  answers jsonb,
  percent smallint check (percent between 0 and 100),
  passed boolean,
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, session_id) references training_sessions (org_id, id),
  check ((handed_in_at is null) = (answers is null)),
  check ((handed_in_at is null) = (percent is null)),
  check ((handed_in_at is null) = (passed is null))
);
create index training_attempts_person on training_attempts (org_id, person_id, course_key, begun_at);
-- Two tabs are one test.
create unique index training_attempts_one_open on training_attempts (org_id, person_id, course_key, coalesce(item_key, ''))
  where handed_in_at is null;

create table training_certificates (
  org_id uuid not null,
  id uuid not null,
  -- What stands on it, and what staff type to see that it is real.
  number text not null check (number ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  person_id uuid not null,
  course_key text not null check (length(course_key) between 1 and 60),
  tier smallint not null check (tier between 1 and 9),
  plan_version_id uuid not null,
  session_id uuid not null,
  attempt_id uuid not null,
  trainer_id uuid not null,
  -- By which right the trainer trained: as one of the team in which the lineage begins, or as a lead who was trained.
  trainer_as text not null check (trainer_as in ('root', 'lead')),
  -- The trainer's own certificate, older than this one; null where the lineage begins, or where the plan asks none of trainers.
  rests_on uuid,
  -- The permission that it gave.
  certification_id uuid not null,
  issued_at timestamptz(3) not null,
  valid_until timestamptz(3) not null check (valid_until > issued_at),
  revoked_at timestamptz(3),
  revoked_by uuid,
  revoke_reason text check (length(revoke_reason) between 1 and 500),
  primary key (org_id, id),
  unique (org_id, number),
  unique (org_id, attempt_id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, session_id) references training_sessions (org_id, id),
  foreign key (org_id, attempt_id) references training_attempts (org_id, id),
  foreign key (org_id, trainer_id) references persons (org_id, id),
  foreign key (org_id, rests_on) references training_certificates (org_id, id),
  foreign key (org_id, certification_id) references certifications (org_id, id),
  foreign key (org_id, revoked_by) references persons (org_id, id),
  check (rests_on is null or rests_on < id),
  check ((revoked_at is null) = (revoked_by is null)),
  check ((revoked_at is null) = (revoke_reason is null))
);
create index training_certificates_person on training_certificates (org_id, person_id, course_key, issued_at);

-- Which warning of a certificate that ends was given, so that each is given once.
create table training_warnings (
  org_id uuid not null,
  certificate_id uuid not null,
  days smallint not null check (days > 0),
  told_at timestamptz(3) not null,
  primary key (org_id, certificate_id, days),
  foreign key (org_id, certificate_id) references training_certificates (org_id, id)
);

-- Wrong codes per person, so that nobody is present by guessing.
create table training_code_tries (
  org_id uuid not null,
  person_id uuid not null,
  since timestamptz(3) not null,
  tries integer not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'course_contents', 'course_questions', 'training_sessions', 'training_sign_ups', 'training_evaluations', 'training_attempts',
    'training_certificates', 'training_warnings', 'training_code_tries'
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
grant update on training_sessions, training_sign_ups, training_attempts, training_certificates, training_code_tries to tierwise_app;
