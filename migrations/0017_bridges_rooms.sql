-- The room of a bridge meeting: who is there, what happened, notes that several write, tasks, decisions, minutes, attendance.

-- One row per meeting that somebody came to: a lock for what happens in the room, and its version for the pages that look on.
create table bridge_rooms (
  org_id uuid not null,
  meeting_id uuid not null,
  version integer not null default 1,
  -- The host let the bridge decide without quorum: what it lacked then, as [{"tier": 2, "people": 1}], by whom and why.
  waived_lacks jsonb,
  waived_by uuid,
  waived_at timestamptz(3),
  -- Erased with its author.
  waived_reason text check (length(waived_reason) between 1 and 1000),
  -- How long the bridge had its quorum while it ran; null until it has ended.
  quorum_seconds integer check (quorum_seconds >= 0),
  primary key (org_id, meeting_id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, waived_by) references persons (org_id, id),
  check ((waived_at is null) = (waived_lacks is null)),
  check ((waived_at is null) = (waived_by is null))
);

-- Who takes part. A page that stays away is taken to have left when it was last heard of.
create table bridge_presence (
  org_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  -- Tiers that the person may work in, at the moment of joining.
  tiers smallint[] not null,
  joined_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  left_at timestamptz(3),
  primary key (org_id, meeting_id, person_id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- What happened in the room, appended and never changed. Facts are codes, ids, tiers; words are what people typed, erased alone.
create table bridge_events (
  org_id uuid not null,
  meeting_id uuid not null,
  number integer not null check (number > 0),
  type text not null check (length(type) between 1 and 40),
  at timestamptz(3) not null,
  -- Null: the clock, for somebody whose page stays away.
  person_id uuid,
  -- Found by: on which meetings was a ticket diagnosed.
  ticket_id uuid,
  facts jsonb not null,
  words text check (length(words) <= 4000),
  primary key (org_id, meeting_id, number),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index bridge_events_of_ticket on bridge_events (org_id, ticket_id, type) where ticket_id is not null;

create function bridge_events_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.words is null
     and (new.org_id, new.meeting_id, new.number, new.type, new.at, new.person_id, new.ticket_id, new.facts)
         is not distinct from
         (old.org_id, old.meeting_id, old.number, old.type, old.at, old.person_id, old.ticket_id, old.facts)
  then
    return new;
  end if;
  raise exception 'bridge events are appended, never changed' using errcode = 'TW001';
end
$$;
create trigger bridge_events_append_only before update or delete on bridge_events
  for each row execute function bridge_events_append_only();

-- The notes of a meeting: a document of Yjs (ADR 0019). `state` holds all updates up to `compacted`; later ones stand in rows of their own.
create table bridge_notes (
  org_id uuid not null,
  meeting_id uuid not null,
  last integer not null default 0,
  compacted integer not null default 0 check (compacted <= last),
  state bytea,
  -- Of state and the later updates together.
  bytes integer not null default 0,
  primary key (org_id, meeting_id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id)
);
create table bridge_note_updates (
  org_id uuid not null,
  meeting_id uuid not null,
  -- Given under the lock of the notes' row: whoever has all up to a number misses none below it.
  number integer not null check (number > 0),
  -- The page's own name for it: sent twice, it is kept once.
  key uuid not null,
  update bytea not null check (length(update) <= 400000),
  written_by uuid not null,
  written_at timestamptz(3) not null,
  primary key (org_id, meeting_id, number),
  unique (org_id, meeting_id, key),
  foreign key (org_id, meeting_id) references bridge_notes (org_id, meeting_id),
  foreign key (org_id, written_by) references persons (org_id, id)
);

create table bridge_tasks (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  ticket_id uuid,
  -- Erased with its author.
  what text check (length(what) between 1 and 500),
  owner_id uuid not null,
  due date not null,
  given_by uuid not null,
  given_at timestamptz(3) not null,
  done_at timestamptz(3),
  done_by uuid,
  -- It stays undone: not needed any more.
  dropped boolean not null default false,
  primary key (org_id, id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, owner_id) references persons (org_id, id),
  foreign key (org_id, given_by) references persons (org_id, id),
  foreign key (org_id, done_by) references persons (org_id, id),
  check ((done_at is null) = (done_by is null)),
  check (not dropped or done_at is not null)
);
create index bridge_tasks_open on bridge_tasks (org_id, due, id) where done_at is null;
create index bridge_tasks_of_meeting on bridge_tasks (org_id, meeting_id, id);

create table bridge_decisions (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  ticket_id uuid,
  kind text not null check (kind in ('known-issue', 'ticket-move', 'plan-change', 'other')),
  -- Erased with its author.
  what text check (length(what) between 1 and 2000),
  decided_by uuid not null,
  decided_at timestamptz(3) not null,
  -- Everybody who was there, and whether there was quorum.
  present uuid[] not null,
  quorum boolean not null,
  -- What had to follow has been done: the known issue written, the move made, the plan changed.
  carried_out_at timestamptz(3),
  carried_out_by uuid,
  primary key (org_id, id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, decided_by) references persons (org_id, id),
  foreign key (org_id, carried_out_by) references persons (org_id, id),
  check ((carried_out_at is null) = (carried_out_by is null))
);
create index bridge_decisions_of_meeting on bridge_decisions (org_id, meeting_id, id);
create index bridge_decisions_open on bridge_decisions (org_id, kind, id) where carried_out_at is null and kind <> 'other';

-- A version is written, sent and then frozen; a correction is the next one.
create table bridge_minutes (
  org_id uuid not null,
  meeting_id uuid not null,
  version smallint not null check (version >= 1),
  -- What the scribe says of the meeting; erased with its author.
  summary text not null check (length(summary) <= 20000),
  revision integer not null default 1,
  written_by uuid not null,
  written_at timestamptz(3) not null,
  -- What was sent, whole: nothing that happens later changes it.
  sent jsonb,
  sent_at timestamptz(3),
  sent_by uuid,
  -- Printed after that, by a job: the mails go out with it. Failed: they went without.
  pdf text not null default 'none' check (pdf in ('none', 'making', 'made', 'failed')),
  pdf_nl uuid,
  pdf_en uuid,
  primary key (org_id, meeting_id, version),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, written_by) references persons (org_id, id),
  foreign key (org_id, sent_by) references persons (org_id, id),
  foreign key (org_id, pdf_nl) references files (org_id, id),
  foreign key (org_id, pdf_en) references files (org_id, id),
  check ((pdf = 'none') = (sent_at is null)),
  check ((pdf = 'made') = (pdf_nl is not null and pdf_en is not null)),
  check ((sent_at is null) = (sent is null)),
  check ((sent_at is null) = (sent_by is null))
);

-- Per meeting that has ended and tier: how many the quorum needs, how many people came, how many were there at once at most, and for
-- how long at least as many as needed were there. Written once, when the meeting ends; figures read it.
create table bridge_attendance (
  org_id uuid not null,
  meeting_id uuid not null,
  tier smallint not null check (tier between 1 and 9),
  needed smallint not null check (needed >= 0),
  came smallint not null check (came >= 0),
  at_once smallint not null check (at_once between 0 and came),
  enough_seconds integer not null check (enough_seconds >= 0),
  primary key (org_id, meeting_id, tier),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'bridge_rooms', 'bridge_presence', 'bridge_events', 'bridge_notes', 'bridge_note_updates', 'bridge_tasks', 'bridge_decisions',
    'bridge_minutes', 'bridge_attendance'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert, update on %I to tierwise_app', name);
  end loop;
end
$$;
-- Compacted updates live on in the document's state.
grant delete on bridge_note_updates to tierwise_app;
