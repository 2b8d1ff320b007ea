-- Calendar invitations: what somebody was told to put in their calendar, what they were told last, and what they answered.

-- One thing in a calendar. What somebody is invited to (`kind`, `subject_id`) may be several, such as a bridge on Tuesdays at ten
-- and Thursdays at three.
create table calendar_invitations (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  kind text not null check (kind in ('bridge', 'training-session')),
  -- In the words of the feature that invites.
  subject_id text not null check (length(subject_id) between 1 and 200),
  entry_key text not null check (length(entry_key) between 1 and 200),
  -- What calendars know it by; never changes.
  uid text not null check (length(uid) between 1 and 300),
  -- Raised whenever something is sent that overrules what was sent before; the sequences since which its content and its time hold.
  sequence integer not null check (sequence >= 0),
  content_sequence integer not null check (content_sequence between 0 and sequence),
  time_sequence integer not null check (time_sequence between 0 and sequence),
  -- Titles, place and times, as last sent.
  content jsonb not null,
  -- The address that it was first sent from. Calendars take later news from no other.
  organiser_address text check (organiser_address = lower(organiser_address)),
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  called_off_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, kind, subject_id, entry_key),
  unique (org_id, uid)
);

create table calendar_attendees (
  org_id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  -- Where it was sent, in lower case; an answer comes from there.
  address text not null check (address = lower(address)),
  required boolean not null,
  state text not null check (state in ('invited', 'withdrawn')),
  -- Of the last mail about it.
  sequence integer not null check (sequence >= 0),
  sent_at timestamptz(3) not null,
  answer text check (answer in ('accepted', 'declined', 'tentative')),
  answered_at timestamptz(3),
  -- When their calendar made the answer: an older one that arrives later says nothing.
  answer_stamp timestamptz(3),
  primary key (org_id, invitation_id, person_id),
  foreign key (org_id, invitation_id) references calendar_invitations (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  check ((answer is null) = (answered_at is null))
);

-- Answers about one occurrence of a series.
create table calendar_occurrence_answers (
  org_id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  -- When the series has it.
  occurrence timestamptz(3) not null,
  answer text not null check (answer in ('accepted', 'declined', 'tentative')),
  answered_at timestamptz(3) not null,
  answer_stamp timestamptz(3),
  primary key (org_id, invitation_id, person_id, occurrence),
  foreign key (org_id, invitation_id, person_id) references calendar_attendees (org_id, invitation_id, person_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['calendar_invitations', 'calendar_attendees', 'calendar_occurrence_answers'] loop
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
grant delete on calendar_occurrence_answers to tierwise_app;
