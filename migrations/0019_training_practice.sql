-- Practice: an organisation of its own beside the real one, in which the whole desk runs with nothing at stake; and retraining: who
-- learns what again after a change of the plan. What was practised stays apart under row-level security; only its result comes over.

-- Null: a real organisation. Each has one practice organisation at most.
alter table organisations add column practice_of uuid unique references organisations (org_id) check (practice_of <> org_id);
-- What an organisation is, it stays: neither does practice become real, nor the other way round.
create function practice_stays_practice() returns trigger language plpgsql as $$
begin
  if new.practice_of is distinct from old.practice_of then
    raise exception 'an organisation is practice from its beginning or never' using errcode = 'TW001';
  end if;
  return new;
end
$$;
create trigger practice_stays_practice before update on organisations
  for each row execute function practice_stays_practice();
-- While it stands, this sign-in acts in the practice organisation, and nowhere else.
alter table sign_ins add column practising_since timestamptz(3);

-- Practice is in no list: nobody signs in there, no scheduler works for it, no mail reaches it.
create or replace function organisation_by_slug(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select org_id from organisations where slug = wanted and practice_of is null $$;

create or replace function organisation_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select org_id from organisations where practice_of is null order by created_at, org_id $$;

-- Of the organisation whose transaction asks.
create function practice_organisation() returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select org_id from organisations where practice_of = nullif(current_setting('app.org_id', true), '')::uuid $$;

revoke all on function practice_organisation() from public;
grant execute on function practice_organisation() to tierwise_app;

-- What was practised proves nothing and is removed after a while; the history of a real ticket is not.
create or replace function ticket_events_append_only() returns trigger language plpgsql as $$
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
  if tg_op = 'DELETE' and exists (
    select from public.organisations o where o.org_id = old.org_id and o.practice_of is not null
  ) then
    return old;
  end if;
  raise exception 'ticket events are appended, never changed' using errcode = 'TW001';
end
$$;

-- Stands in the practice organisation.
create table practice_exercises (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  person_id uuid not null,
  tier smallint not null check (tier between 1 and 9),
  -- As the catalogue of known issues names it.
  issue_id text not null check (length(issue_id) between 1 and 120),
  platform text not null check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  language text not null check (language in ('nl', 'en')),
  seed integer not null,
  ticket_id uuid not null,
  begun_at timestamptz(3) not null,
  -- The cause as the trainee named it, before they found out.
  named_issue text check (length(named_issue) between 1 and 120),
  named_at timestamptz(3),
  finished_at timestamptz(3),
  -- Parts and points; null for one that was given up.
  score jsonb,
  given_up boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id) on delete cascade,
  check ((named_issue is null) = (named_at is null)),
  check (score is null or finished_at is not null),
  check (not given_up or (finished_at is not null and score is null))
);
create unique index practice_exercises_ticket on practice_exercises (org_id, ticket_id);
create index practice_exercises_person on practice_exercises (org_id, person_id, begun_at);
-- One at a time: what else is open would only be forgotten.
create unique index practice_exercises_one_open on practice_exercises (org_id, person_id) where finished_at is null;

-- Stands in the real organisation: what an exercise came to.
create table practice_results (
  org_id uuid not null references organisations (org_id),
  -- That of the exercise, so that it comes over once.
  id uuid not null,
  person_id uuid not null,
  tier smallint not null check (tier between 1 and 9),
  issue_id text not null check (length(issue_id) between 1 and 120),
  platform text not null check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  plan_version_id uuid not null,
  begun_at timestamptz(3) not null,
  finished_at timestamptz(3) not null,
  points smallint not null check (points between 0 and 100),
  passed boolean not null,
  score jsonb not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id)
);
create index practice_results_person on practice_results (org_id, person_id, tier, finished_at);

-- Somebody has to train again on one agenda item, because a published version changed what it treats.
create table retraining_duties (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  person_id uuid not null,
  tier smallint not null check (tier between 1 and 9),
  course_key text not null check (length(course_key) between 1 and 60),
  item_key text not null check (length(item_key) between 1 and 60),
  -- The version that asks for it, and the kinds of change in it.
  plan_version_id uuid not null,
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['process', 'evidence', 'categories', 'targets', 'tools']),
  made_at timestamptz(3) not null,
  due_at timestamptz(3) not null check (due_at > made_at),
  done_at timestamptz(3),
  -- The test that was passed; null where a later version took the duty over.
  attempt_id uuid,
  -- A later version asks the same again: this one is taken over by that.
  taken_over_at timestamptz(3),
  -- It was not done in time: since when the certification is suspended, and what it was.
  suspended_at timestamptz(3),
  suspended jsonb,
  primary key (org_id, id),
  unique (org_id, person_id, course_key, item_key, plan_version_id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, attempt_id) references training_attempts (org_id, id),
  check ((suspended_at is null) = (suspended is null)),
  check (done_at is null or taken_over_at is null)
);
create index retraining_duties_open on retraining_duties (org_id, due_at) where done_at is null and taken_over_at is null;
create index retraining_duties_person on retraining_duties (org_id, person_id);

-- Which word of a duty was given, so that each is given once: days ahead, 0 for the suspension itself.
create table retraining_warnings (
  org_id uuid not null,
  duty_id uuid not null,
  days smallint not null check (days >= 0),
  told_at timestamptz(3) not null,
  primary key (org_id, duty_id, days),
  foreign key (org_id, duty_id) references retraining_duties (org_id, id)
);

-- Which published versions have been looked at for retraining: each is, once.
create table retraining_looked (
  org_id uuid not null,
  plan_version_id uuid not null,
  looked_at timestamptz(3) not null,
  primary key (org_id, plan_version_id),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'practice_exercises', 'practice_results', 'retraining_duties', 'retraining_warnings', 'retraining_looked'
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
grant update on practice_exercises, retraining_duties to tierwise_app;

-- Removes old tickets of the practice organisation whose transaction asks, with everything that hangs on them. A ticket that something
-- else still refers to stays. Nothing happens in a real organisation.
create function practice_forget(before timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  own uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  ticket uuid;
  removed integer := 0;
begin
  if not exists (select from organisations where org_id = own and practice_of is not null) then
    return 0;
  end if;
  for ticket in select id from tickets where org_id = own and opened_at < before loop
    begin
      update files f set kept_at = null from ticket_files t
        where t.org_id = own and t.ticket_id = ticket and f.org_id = own and f.id = t.file_id;
      delete from ticket_notices where org_id = own and ticket_id = ticket;
      delete from ticket_duties where org_id = own and ticket_id = ticket;
      delete from ticket_followers where org_id = own and ticket_id = ticket;
      delete from ticket_files where org_id = own and ticket_id = ticket;
      delete from ticket_events where org_id = own and ticket_id = ticket;
      delete from tickets where org_id = own and id = ticket;
      removed := removed + 1;
    exception when foreign_key_violation then
      null;
    end;
  end loop;
  return removed;
end
$$;
revoke all on function practice_forget(timestamptz) from public;
grant execute on function practice_forget(timestamptz) to tierwise_app;
