-- Bridges: the meetings of all tiers, what is on their agenda, which ad hoc ones are proposed, and which standing bridge has stopped.

create table bridge_meetings (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- The bridge of the plan that it is a meeting of, by key; null: an ad hoc one. Which of that day's meetings: the first is 1.
  plan_bridge text check (length(plan_bridge) between 1 and 60),
  plan_version_id uuid not null,
  occurrence_day date,
  occurrence_number smallint check (occurrence_number >= 1),
  name_nl text not null check (length(name_nl) between 1 and 4000),
  name_en text not null check (length(name_en) between 1 and 4000),
  -- Why an ad hoc one is held; null for a standing one.
  reason text check (reason in ('person', 'bounce-cap', 'burst')),
  -- What the one who called it says of it; erased with its author.
  reason_words text check (length(reason_words) <= 1000),
  called_by uuid,
  starts_at timestamptz(3) not null,
  -- When the plan has it; differs from starts_at once somebody moved this one.
  planned_for timestamptz(3) not null,
  planned_minutes integer not null check (planned_minutes between 1 and 525600),
  time_zone text not null check (length(time_zone) between 1 and 60),
  -- People needed of each tier for the bridge to decide: [{"tier": 1, "people": 1}].
  quorum jsonb not null,
  -- Team whose lead hosts it and team that writes the minutes, by key; null: whoever begins it, whoever takes it up.
  host_team text,
  scribe_team text,
  host_id uuid,
  scribe_id uuid,
  meeting_link text check (length(meeting_link) between 1 and 10000),
  state text not null check (state in ('planned', 'running', 'ended', 'cancelled')),
  began_at timestamptz(3),
  ended_at timestamptz(3) check (ended_at >= began_at),
  -- dropped: the plan has it no more; stopped: the bridge as a whole was stopped; by-person: this one alone; not-held: nobody began it.
  cancelled_why text check (cancelled_why in ('by-person', 'dropped', 'stopped', 'not-held')),
  cancelled_by uuid,
  version integer not null default 1,
  created_at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, plan_bridge, occurrence_day, occurrence_number),
  foreign key (org_id, plan_version_id) references plan_versions (org_id, id),
  foreign key (org_id, called_by) references persons (org_id, id),
  foreign key (org_id, host_id) references persons (org_id, id),
  foreign key (org_id, scribe_id) references persons (org_id, id),
  foreign key (org_id, cancelled_by) references persons (org_id, id),
  check ((plan_bridge is null) = (occurrence_day is null)),
  check ((plan_bridge is null) = (occurrence_number is null)),
  check ((plan_bridge is null) = (reason is not null)),
  check ((state in ('running', 'ended')) = (began_at is not null)),
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'cancelled') = (cancelled_why is not null))
);
-- The next meeting, what is coming, what has been.
create index bridge_meetings_starts on bridge_meetings (org_id, starts_at, id);
create index bridge_meetings_open on bridge_meetings (org_id, starts_at, id) where state in ('planned', 'running');

create table bridge_agenda_items (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  -- A ticket, something to follow up, or a text of its own.
  ticket_id uuid,
  -- A task or decision of an earlier meeting.
  follows_id uuid,
  -- Erased with its author.
  text text check (length(text) between 1 and 500),
  kind text not null check (
    kind in ('brought', 'stuck', 'bounced', 'due-soon', 'new-code', 'burst', 'vendor-answer', 'follow-up', 'own')
  ),
  -- Values for the sentence that says why it is here.
  why jsonb not null,
  position integer not null,
  -- People gave it its place: a refresh leaves it there.
  arranged boolean not null default false,
  -- Its time box.
  minutes smallint not null check (minutes between 1 and 240),
  state text not null check (state in ('waiting', 'on-table', 'done', 'parked', 'moved-on')),
  -- Since when it is on the table; null when it is not.
  started_at timestamptz(3),
  spent_seconds integer not null default 0 check (spent_seconds >= 0),
  -- How it ended, as the one who closed it says: see the room.
  outcome text check (length(outcome) between 1 and 60),
  -- Null: from the queue.
  added_by uuid,
  added_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, added_by) references persons (org_id, id),
  check ((state = 'on-table') = (started_at is not null))
);
-- A ticket at most once per meeting; one thing on the table at a time.
create unique index bridge_agenda_items_ticket on bridge_agenda_items (org_id, meeting_id, ticket_id) where ticket_id is not null;
create unique index bridge_agenda_items_follows on bridge_agenda_items (org_id, meeting_id, follows_id) where follows_id is not null;
create unique index bridge_agenda_items_table on bridge_agenda_items (org_id, meeting_id) where state = 'on-table';
create index bridge_agenda_items_meeting on bridge_agenda_items (org_id, meeting_id, position, id);
-- On which agendas a ticket is.
create index bridge_agenda_items_of_ticket on bridge_agenda_items (org_id, ticket_id, meeting_id) where ticket_id is not null;

-- An ad hoc bridge that the desk thinks is needed; leads call it or let it be.
create table bridge_proposals (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  reason text not null check (reason in ('bounce-cap', 'burst')),
  -- What makes it this one and no other: a ticket, or a burst (`code:0x80180013`). One open proposal for each.
  about text not null check (length(about) between 1 and 300),
  -- Values for the sentence that says why.
  why jsonb not null,
  proposed_at timestamptz(3) not null,
  -- When it last grew: a burst that goes on is not proposed again.
  seen_at timestamptz(3) not null,
  state text not null check (state in ('open', 'called', 'let-be', 'over')),
  answered_at timestamptz(3),
  answered_by uuid,
  meeting_id uuid,
  primary key (org_id, id),
  foreign key (org_id, answered_by) references persons (org_id, id),
  foreign key (org_id, meeting_id) references bridge_meetings (org_id, id),
  check ((state = 'called') = (meeting_id is not null)),
  check ((state = 'open') = (answered_at is null))
);
create unique index bridge_proposals_open on bridge_proposals (org_id, about) where state = 'open';
create index bridge_proposals_about on bridge_proposals (org_id, about, seen_at desc);

create table bridge_proposal_tickets (
  org_id uuid not null,
  proposal_id uuid not null,
  ticket_id uuid not null,
  primary key (org_id, proposal_id, ticket_id),
  foreign key (org_id, proposal_id) references bridge_proposals (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index bridge_proposal_tickets_ticket on bridge_proposal_tickets (org_id, ticket_id);

-- A plan owner decided that a standing bridge stops, by these figures. Appended; resumed at most once each.
create table bridge_stops (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  plan_bridge text not null check (length(plan_bridge) between 1 and 60),
  stopped_at timestamptz(3) not null,
  stopped_by uuid not null,
  reason text not null check (length(reason) between 1 and 1000),
  -- The exit figures as they stood.
  figures jsonb not null,
  resumed_at timestamptz(3),
  resumed_by uuid,
  primary key (org_id, id),
  foreign key (org_id, stopped_by) references persons (org_id, id),
  foreign key (org_id, resumed_by) references persons (org_id, id),
  check ((resumed_at is null) = (resumed_by is null))
);
create unique index bridge_stops_now on bridge_stops (org_id, plan_bridge) where resumed_at is null;

-- Stretches of days for which people have a standing bridge in their calendars: what is no longer wanted can be called off.
create table bridge_series (
  org_id uuid not null references organisations (org_id),
  plan_bridge text not null check (length(plan_bridge) between 1 and 60),
  -- The first stretch of the bridge is 1.
  number smallint not null check (number >= 1),
  primary key (org_id, plan_bridge, number)
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'bridge_meetings', 'bridge_agenda_items', 'bridge_proposals', 'bridge_proposal_tickets', 'bridge_stops', 'bridge_series'
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
-- An item from the queue that has become pointless goes; what people added stays.
grant delete on bridge_agenda_items, bridge_series to tierwise_app;
