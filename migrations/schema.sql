-- Made by `npm run generate` from the migrations: what they add up to. Change those, not this.

create table absences (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null,
  reason text,
  constraint absences_pkey PRIMARY KEY (org_id, id),
  constraint absences_check CHECK ((until_at > from_at)),
  constraint absences_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint absences_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
);
CREATE INDEX absences_person ON absences USING btree (org_id, person_id, until_at);
alter table absences enable row level security;
alter table absences force row level security;
create policy own_organisation on absences using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on absences to tierwise_app;

create table api_tokens (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  token_hash bytea not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint api_tokens_pkey PRIMARY KEY (org_id, id),
  constraint api_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint api_tokens_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint api_tokens_org_id_token_hash_key UNIQUE (org_id, token_hash)
);
CREATE INDEX api_tokens_person ON api_tokens USING btree (org_id, person_id);
alter table api_tokens enable row level security;
alter table api_tokens force row level security;
create policy own_organisation on api_tokens using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on api_tokens to tierwise_app;

create table authenticators (
  org_id uuid not null,
  person_id uuid not null,
  secret text not null,
  begun_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  last_step bigint,
  constraint authenticators_pkey PRIMARY KEY (org_id, person_id),
  constraint authenticators_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
alter table authenticators enable row level security;
alter table authenticators force row level security;
create policy own_organisation on authenticators using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on authenticators to tierwise_app;

create table automatic_answers (
  org_id uuid not null,
  address text not null,
  ticket_id uuid not null,
  sent_mail_id uuid not null,
  at timestamptz(3) not null,
  constraint automatic_answers_pkey PRIMARY KEY (org_id, address, ticket_id),
  constraint automatic_answers_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id)
);
CREATE INDEX automatic_answers_day ON automatic_answers USING btree (org_id, address, at);
alter table automatic_answers enable row level security;
alter table automatic_answers force row level security;
create policy own_organisation on automatic_answers using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on automatic_answers to tierwise_app;

create table bridge_agenda_items (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  ticket_id uuid,
  follows_id uuid,
  text text,
  kind text not null,
  why jsonb not null,
  position integer not null,
  arranged boolean default false not null,
  minutes smallint not null,
  state text not null,
  started_at timestamptz(3),
  spent_seconds integer default 0 not null,
  outcome text,
  added_by uuid,
  added_at timestamptz(3) not null,
  constraint bridge_agenda_items_pkey PRIMARY KEY (org_id, id),
  constraint bridge_agenda_items_check CHECK (((state = 'on-table'::text) = (started_at IS NOT NULL))),
  constraint bridge_agenda_items_kind_check CHECK ((kind = ANY (ARRAY['brought'::text, 'stuck'::text, 'bounced'::text, 'due-soon'::text, 'new-code'::text, 'burst'::text, 'vendor-answer'::text, 'follow-up'::text, 'own'::text]))),
  constraint bridge_agenda_items_minutes_check CHECK (((minutes >= 1) AND (minutes <= 240))),
  constraint bridge_agenda_items_org_id_added_by_fkey FOREIGN KEY (org_id, added_by) REFERENCES persons(org_id, id),
  constraint bridge_agenda_items_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_agenda_items_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint bridge_agenda_items_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 60))),
  constraint bridge_agenda_items_spent_seconds_check CHECK ((spent_seconds >= 0)),
  constraint bridge_agenda_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'on-table'::text, 'done'::text, 'parked'::text, 'moved-on'::text]))),
  constraint bridge_agenda_items_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);
CREATE UNIQUE INDEX bridge_agenda_items_follows ON bridge_agenda_items USING btree (org_id, meeting_id, follows_id) WHERE (follows_id IS NOT NULL);
CREATE INDEX bridge_agenda_items_meeting ON bridge_agenda_items USING btree (org_id, meeting_id, "position", id);
CREATE INDEX bridge_agenda_items_of_ticket ON bridge_agenda_items USING btree (org_id, ticket_id, meeting_id) WHERE (ticket_id IS NOT NULL);
CREATE UNIQUE INDEX bridge_agenda_items_table ON bridge_agenda_items USING btree (org_id, meeting_id) WHERE (state = 'on-table'::text);
CREATE UNIQUE INDEX bridge_agenda_items_ticket ON bridge_agenda_items USING btree (org_id, meeting_id, ticket_id) WHERE (ticket_id IS NOT NULL);
alter table bridge_agenda_items enable row level security;
alter table bridge_agenda_items force row level security;
create policy own_organisation on bridge_agenda_items using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on bridge_agenda_items to tierwise_app;

create table bridge_attendance (
  org_id uuid not null,
  meeting_id uuid not null,
  tier smallint not null,
  needed smallint not null,
  came smallint not null,
  at_once smallint not null,
  enough_seconds integer not null,
  constraint bridge_attendance_pkey PRIMARY KEY (org_id, meeting_id, tier),
  constraint bridge_attendance_came_check CHECK ((came >= 0)),
  constraint bridge_attendance_check CHECK (((at_once >= 0) AND (at_once <= came))),
  constraint bridge_attendance_enough_seconds_check CHECK ((enough_seconds >= 0)),
  constraint bridge_attendance_needed_check CHECK ((needed >= 0)),
  constraint bridge_attendance_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_attendance_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
alter table bridge_attendance enable row level security;
alter table bridge_attendance force row level security;
create policy own_organisation on bridge_attendance using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_attendance to tierwise_app;

create table bridge_decisions (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  ticket_id uuid,
  kind text not null,
  what text,
  decided_by uuid not null,
  decided_at timestamptz(3) not null,
  present uuid[] not null,
  quorum boolean not null,
  carried_out_at timestamptz(3),
  carried_out_by uuid,
  constraint bridge_decisions_pkey PRIMARY KEY (org_id, id),
  constraint bridge_decisions_check CHECK (((carried_out_at IS NULL) = (carried_out_by IS NULL))),
  constraint bridge_decisions_kind_check CHECK ((kind = ANY (ARRAY['known-issue'::text, 'ticket-move'::text, 'plan-change'::text, 'other'::text]))),
  constraint bridge_decisions_org_id_carried_out_by_fkey FOREIGN KEY (org_id, carried_out_by) REFERENCES persons(org_id, id),
  constraint bridge_decisions_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES persons(org_id, id),
  constraint bridge_decisions_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_decisions_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint bridge_decisions_what_check CHECK (((length(what) >= 1) AND (length(what) <= 2000)))
);
CREATE INDEX bridge_decisions_of_meeting ON bridge_decisions USING btree (org_id, meeting_id, id);
CREATE INDEX bridge_decisions_open ON bridge_decisions USING btree (org_id, kind, id) WHERE ((carried_out_at IS NULL) AND (kind <> 'other'::text));
alter table bridge_decisions enable row level security;
alter table bridge_decisions force row level security;
create policy own_organisation on bridge_decisions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_decisions to tierwise_app;

create table bridge_events (
  org_id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  type text not null,
  at timestamptz(3) not null,
  person_id uuid,
  ticket_id uuid,
  facts jsonb not null,
  words text,
  constraint bridge_events_pkey PRIMARY KEY (org_id, meeting_id, number),
  constraint bridge_events_number_check CHECK ((number > 0)),
  constraint bridge_events_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_events_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint bridge_events_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint bridge_events_type_check CHECK (((length(type) >= 1) AND (length(type) <= 40))),
  constraint bridge_events_words_check CHECK ((length(words) <= 4000))
);
CREATE INDEX bridge_events_of_ticket ON bridge_events USING btree (org_id, ticket_id, type) WHERE (ticket_id IS NOT NULL);
CREATE TRIGGER bridge_events_append_only BEFORE DELETE OR UPDATE ON public.bridge_events FOR EACH ROW EXECUTE FUNCTION bridge_events_append_only();
alter table bridge_events enable row level security;
alter table bridge_events force row level security;
create policy own_organisation on bridge_events using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_events to tierwise_app;

create table bridge_meetings (
  org_id uuid not null,
  id uuid not null,
  plan_bridge text,
  plan_version_id uuid not null,
  occurrence_day date,
  occurrence_number smallint,
  name_nl text not null,
  name_en text not null,
  reason text,
  reason_words text,
  called_by uuid,
  starts_at timestamptz(3) not null,
  planned_for timestamptz(3) not null,
  planned_minutes integer not null,
  time_zone text not null,
  quorum jsonb not null,
  host_team text,
  scribe_team text,
  host_id uuid,
  scribe_id uuid,
  meeting_link text,
  state text not null,
  began_at timestamptz(3),
  ended_at timestamptz(3),
  cancelled_why text,
  cancelled_by uuid,
  version integer default 1 not null,
  created_at timestamptz(3) not null,
  link_by_hand boolean default false not null,
  constraint bridge_meetings_pkey PRIMARY KEY (org_id, id),
  constraint bridge_meetings_cancelled_why_check CHECK ((cancelled_why = ANY (ARRAY['by-person'::text, 'dropped'::text, 'stopped'::text, 'not-held'::text]))),
  constraint bridge_meetings_check CHECK ((ended_at >= began_at)),
  constraint bridge_meetings_check1 CHECK (((plan_bridge IS NULL) = (occurrence_day IS NULL))),
  constraint bridge_meetings_check2 CHECK (((plan_bridge IS NULL) = (occurrence_number IS NULL))),
  constraint bridge_meetings_check3 CHECK (((plan_bridge IS NULL) = (reason IS NOT NULL))),
  constraint bridge_meetings_check4 CHECK (((state = ANY (ARRAY['running'::text, 'ended'::text])) = (began_at IS NOT NULL))),
  constraint bridge_meetings_check5 CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint bridge_meetings_check6 CHECK (((state = 'cancelled'::text) = (cancelled_why IS NOT NULL))),
  constraint bridge_meetings_meeting_link_check CHECK (((length(meeting_link) >= 1) AND (length(meeting_link) <= 10000))),
  constraint bridge_meetings_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 4000))),
  constraint bridge_meetings_name_nl_check CHECK (((length(name_nl) >= 1) AND (length(name_nl) <= 4000))),
  constraint bridge_meetings_occurrence_number_check CHECK ((occurrence_number >= 1)),
  constraint bridge_meetings_org_id_called_by_fkey FOREIGN KEY (org_id, called_by) REFERENCES persons(org_id, id),
  constraint bridge_meetings_org_id_cancelled_by_fkey FOREIGN KEY (org_id, cancelled_by) REFERENCES persons(org_id, id),
  constraint bridge_meetings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint bridge_meetings_org_id_host_id_fkey FOREIGN KEY (org_id, host_id) REFERENCES persons(org_id, id),
  constraint bridge_meetings_org_id_plan_bridge_occurrence_day_occurrenc_key UNIQUE (org_id, plan_bridge, occurrence_day, occurrence_number),
  constraint bridge_meetings_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint bridge_meetings_org_id_scribe_id_fkey FOREIGN KEY (org_id, scribe_id) REFERENCES persons(org_id, id),
  constraint bridge_meetings_plan_bridge_check CHECK (((length(plan_bridge) >= 1) AND (length(plan_bridge) <= 60))),
  constraint bridge_meetings_planned_minutes_check CHECK (((planned_minutes >= 1) AND (planned_minutes <= 525600))),
  constraint bridge_meetings_reason_check CHECK ((reason = ANY (ARRAY['person'::text, 'bounce-cap'::text, 'burst'::text]))),
  constraint bridge_meetings_reason_words_check CHECK ((length(reason_words) <= 1000)),
  constraint bridge_meetings_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'ended'::text, 'cancelled'::text]))),
  constraint bridge_meetings_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 60)))
);
CREATE INDEX bridge_meetings_open ON bridge_meetings USING btree (org_id, starts_at, id) WHERE (state = ANY (ARRAY['planned'::text, 'running'::text]));
CREATE INDEX bridge_meetings_starts ON bridge_meetings USING btree (org_id, starts_at, id);
alter table bridge_meetings enable row level security;
alter table bridge_meetings force row level security;
create policy own_organisation on bridge_meetings using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_meetings to tierwise_app;

create table bridge_minutes (
  org_id uuid not null,
  meeting_id uuid not null,
  version smallint not null,
  summary text not null,
  revision integer default 1 not null,
  written_by uuid not null,
  written_at timestamptz(3) not null,
  sent jsonb,
  sent_at timestamptz(3),
  sent_by uuid,
  pdf text default 'none'::text not null,
  pdf_nl uuid,
  pdf_en uuid,
  constraint bridge_minutes_pkey PRIMARY KEY (org_id, meeting_id, version),
  constraint bridge_minutes_check CHECK (((pdf = 'none'::text) = (sent_at IS NULL))),
  constraint bridge_minutes_check1 CHECK (((pdf = 'made'::text) = ((pdf_nl IS NOT NULL) AND (pdf_en IS NOT NULL)))),
  constraint bridge_minutes_check2 CHECK (((sent_at IS NULL) = (sent IS NULL))),
  constraint bridge_minutes_check3 CHECK (((sent_at IS NULL) = (sent_by IS NULL))),
  constraint bridge_minutes_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_minutes_org_id_pdf_en_fkey FOREIGN KEY (org_id, pdf_en) REFERENCES files(org_id, id),
  constraint bridge_minutes_org_id_pdf_nl_fkey FOREIGN KEY (org_id, pdf_nl) REFERENCES files(org_id, id),
  constraint bridge_minutes_org_id_sent_by_fkey FOREIGN KEY (org_id, sent_by) REFERENCES persons(org_id, id),
  constraint bridge_minutes_org_id_written_by_fkey FOREIGN KEY (org_id, written_by) REFERENCES persons(org_id, id),
  constraint bridge_minutes_pdf_check CHECK ((pdf = ANY (ARRAY['none'::text, 'making'::text, 'made'::text, 'failed'::text]))),
  constraint bridge_minutes_summary_check CHECK ((length(summary) <= 20000)),
  constraint bridge_minutes_version_check CHECK ((version >= 1))
);
alter table bridge_minutes enable row level security;
alter table bridge_minutes force row level security;
create policy own_organisation on bridge_minutes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_minutes to tierwise_app;

create table bridge_note_updates (
  org_id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  key uuid not null,
  update bytea not null,
  written_by uuid not null,
  written_at timestamptz(3) not null,
  constraint bridge_note_updates_pkey PRIMARY KEY (org_id, meeting_id, number),
  constraint bridge_note_updates_number_check CHECK ((number > 0)),
  constraint bridge_note_updates_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_notes(org_id, meeting_id),
  constraint bridge_note_updates_org_id_meeting_id_key_key UNIQUE (org_id, meeting_id, key),
  constraint bridge_note_updates_org_id_written_by_fkey FOREIGN KEY (org_id, written_by) REFERENCES persons(org_id, id),
  constraint bridge_note_updates_update_check CHECK ((length(update) <= 400000))
);
alter table bridge_note_updates enable row level security;
alter table bridge_note_updates force row level security;
create policy own_organisation on bridge_note_updates using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on bridge_note_updates to tierwise_app;

create table bridge_notes (
  org_id uuid not null,
  meeting_id uuid not null,
  last integer default 0 not null,
  compacted integer default 0 not null,
  state bytea,
  bytes integer default 0 not null,
  constraint bridge_notes_pkey PRIMARY KEY (org_id, meeting_id),
  constraint bridge_notes_check CHECK ((compacted <= last)),
  constraint bridge_notes_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id)
);
alter table bridge_notes enable row level security;
alter table bridge_notes force row level security;
create policy own_organisation on bridge_notes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_notes to tierwise_app;

create table bridge_online_meetings (
  org_id uuid not null,
  subject text not null,
  state text not null,
  link text,
  provider_id text,
  organiser text,
  title text,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  code text,
  tried_at timestamptz(3) not null,
  next_try_at timestamptz(3),
  constraint bridge_online_meetings_pkey PRIMARY KEY (org_id, subject),
  constraint bridge_online_meetings_check CHECK (((state <> ALL (ARRAY['made'::text, 'cancelled'::text])) OR ((link IS NOT NULL) AND (provider_id IS NOT NULL) AND (organiser IS NOT NULL)))),
  constraint bridge_online_meetings_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint bridge_online_meetings_link_check CHECK (((length(link) >= 1) AND (length(link) <= 10000))),
  constraint bridge_online_meetings_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint bridge_online_meetings_organiser_check CHECK (((length(organiser) >= 1) AND (length(organiser) <= 100))),
  constraint bridge_online_meetings_provider_id_check CHECK (((length(provider_id) >= 1) AND (length(provider_id) <= 1000))),
  constraint bridge_online_meetings_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'made'::text, 'failed'::text, 'cancelled'::text]))),
  constraint bridge_online_meetings_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 120))),
  constraint bridge_online_meetings_title_check CHECK ((length(title) <= 4000))
);
alter table bridge_online_meetings enable row level security;
alter table bridge_online_meetings force row level security;
create policy own_organisation on bridge_online_meetings using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on bridge_online_meetings to tierwise_app;

create table bridge_presence (
  org_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  tiers smallint[] not null,
  joined_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  left_at timestamptz(3),
  constraint bridge_presence_pkey PRIMARY KEY (org_id, meeting_id, person_id),
  constraint bridge_presence_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_presence_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
alter table bridge_presence enable row level security;
alter table bridge_presence force row level security;
create policy own_organisation on bridge_presence using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_presence to tierwise_app;

create table bridge_proposal_tickets (
  org_id uuid not null,
  proposal_id uuid not null,
  ticket_id uuid not null,
  constraint bridge_proposal_tickets_pkey PRIMARY KEY (org_id, proposal_id, ticket_id),
  constraint bridge_proposal_tickets_org_id_proposal_id_fkey FOREIGN KEY (org_id, proposal_id) REFERENCES bridge_proposals(org_id, id),
  constraint bridge_proposal_tickets_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id)
);
CREATE INDEX bridge_proposal_tickets_ticket ON bridge_proposal_tickets USING btree (org_id, ticket_id);
alter table bridge_proposal_tickets enable row level security;
alter table bridge_proposal_tickets force row level security;
create policy own_organisation on bridge_proposal_tickets using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_proposal_tickets to tierwise_app;

create table bridge_proposals (
  org_id uuid not null,
  id uuid not null,
  reason text not null,
  about text not null,
  why jsonb not null,
  proposed_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  state text not null,
  answered_at timestamptz(3),
  answered_by uuid,
  meeting_id uuid,
  constraint bridge_proposals_pkey PRIMARY KEY (org_id, id),
  constraint bridge_proposals_about_check CHECK (((length(about) >= 1) AND (length(about) <= 300))),
  constraint bridge_proposals_check CHECK (((state = 'called'::text) = (meeting_id IS NOT NULL))),
  constraint bridge_proposals_check1 CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  constraint bridge_proposals_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES persons(org_id, id),
  constraint bridge_proposals_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint bridge_proposals_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_proposals_reason_check CHECK ((reason = ANY (ARRAY['bounce-cap'::text, 'burst'::text]))),
  constraint bridge_proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'called'::text, 'let-be'::text, 'over'::text])))
);
CREATE INDEX bridge_proposals_about ON bridge_proposals USING btree (org_id, about, seen_at DESC);
CREATE UNIQUE INDEX bridge_proposals_open ON bridge_proposals USING btree (org_id, about) WHERE (state = 'open'::text);
alter table bridge_proposals enable row level security;
alter table bridge_proposals force row level security;
create policy own_organisation on bridge_proposals using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_proposals to tierwise_app;

create table bridge_rooms (
  org_id uuid not null,
  meeting_id uuid not null,
  version integer default 1 not null,
  waived_lacks jsonb,
  waived_by uuid,
  waived_at timestamptz(3),
  waived_reason text,
  quorum_seconds integer,
  constraint bridge_rooms_pkey PRIMARY KEY (org_id, meeting_id),
  constraint bridge_rooms_check CHECK (((waived_at IS NULL) = (waived_lacks IS NULL))),
  constraint bridge_rooms_check1 CHECK (((waived_at IS NULL) = (waived_by IS NULL))),
  constraint bridge_rooms_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_rooms_org_id_waived_by_fkey FOREIGN KEY (org_id, waived_by) REFERENCES persons(org_id, id),
  constraint bridge_rooms_quorum_seconds_check CHECK ((quorum_seconds >= 0)),
  constraint bridge_rooms_waived_reason_check CHECK (((length(waived_reason) >= 1) AND (length(waived_reason) <= 1000)))
);
alter table bridge_rooms enable row level security;
alter table bridge_rooms force row level security;
create policy own_organisation on bridge_rooms using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_rooms to tierwise_app;

create table bridge_series (
  org_id uuid not null,
  plan_bridge text not null,
  number smallint not null,
  constraint bridge_series_pkey PRIMARY KEY (org_id, plan_bridge, number),
  constraint bridge_series_number_check CHECK ((number >= 1)),
  constraint bridge_series_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint bridge_series_plan_bridge_check CHECK (((length(plan_bridge) >= 1) AND (length(plan_bridge) <= 60)))
);
alter table bridge_series enable row level security;
alter table bridge_series force row level security;
create policy own_organisation on bridge_series using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on bridge_series to tierwise_app;

create table bridge_stops (
  org_id uuid not null,
  id uuid not null,
  plan_bridge text not null,
  stopped_at timestamptz(3) not null,
  stopped_by uuid not null,
  reason text not null,
  figures jsonb not null,
  resumed_at timestamptz(3),
  resumed_by uuid,
  constraint bridge_stops_pkey PRIMARY KEY (org_id, id),
  constraint bridge_stops_check CHECK (((resumed_at IS NULL) = (resumed_by IS NULL))),
  constraint bridge_stops_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint bridge_stops_org_id_resumed_by_fkey FOREIGN KEY (org_id, resumed_by) REFERENCES persons(org_id, id),
  constraint bridge_stops_org_id_stopped_by_fkey FOREIGN KEY (org_id, stopped_by) REFERENCES persons(org_id, id),
  constraint bridge_stops_plan_bridge_check CHECK (((length(plan_bridge) >= 1) AND (length(plan_bridge) <= 60))),
  constraint bridge_stops_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE UNIQUE INDEX bridge_stops_now ON bridge_stops USING btree (org_id, plan_bridge) WHERE (resumed_at IS NULL);
alter table bridge_stops enable row level security;
alter table bridge_stops force row level security;
create policy own_organisation on bridge_stops using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_stops to tierwise_app;

create table bridge_tasks (
  org_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  ticket_id uuid,
  what text,
  owner_id uuid not null,
  due date not null,
  given_by uuid not null,
  given_at timestamptz(3) not null,
  done_at timestamptz(3),
  done_by uuid,
  dropped boolean default false not null,
  constraint bridge_tasks_pkey PRIMARY KEY (org_id, id),
  constraint bridge_tasks_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint bridge_tasks_check1 CHECK (((NOT dropped) OR (done_at IS NOT NULL))),
  constraint bridge_tasks_org_id_done_by_fkey FOREIGN KEY (org_id, done_by) REFERENCES persons(org_id, id),
  constraint bridge_tasks_org_id_given_by_fkey FOREIGN KEY (org_id, given_by) REFERENCES persons(org_id, id),
  constraint bridge_tasks_org_id_meeting_id_fkey FOREIGN KEY (org_id, meeting_id) REFERENCES bridge_meetings(org_id, id),
  constraint bridge_tasks_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES persons(org_id, id),
  constraint bridge_tasks_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint bridge_tasks_what_check CHECK (((length(what) >= 1) AND (length(what) <= 500)))
);
CREATE INDEX bridge_tasks_of_meeting ON bridge_tasks USING btree (org_id, meeting_id, id);
CREATE INDEX bridge_tasks_open ON bridge_tasks USING btree (org_id, due, id) WHERE (done_at IS NULL);
alter table bridge_tasks enable row level security;
alter table bridge_tasks force row level security;
create policy own_organisation on bridge_tasks using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on bridge_tasks to tierwise_app;

create table calendar_attendees (
  org_id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  address text not null,
  required boolean not null,
  state text not null,
  sequence integer not null,
  sent_at timestamptz(3) not null,
  answer text,
  answered_at timestamptz(3),
  answer_stamp timestamptz(3),
  constraint calendar_attendees_pkey PRIMARY KEY (org_id, invitation_id, person_id),
  constraint calendar_attendees_address_check CHECK ((address = lower(address))),
  constraint calendar_attendees_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'tentative'::text]))),
  constraint calendar_attendees_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint calendar_attendees_org_id_invitation_id_fkey FOREIGN KEY (org_id, invitation_id) REFERENCES calendar_invitations(org_id, id),
  constraint calendar_attendees_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint calendar_attendees_sequence_check CHECK ((sequence >= 0)),
  constraint calendar_attendees_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'withdrawn'::text])))
);
alter table calendar_attendees enable row level security;
alter table calendar_attendees force row level security;
create policy own_organisation on calendar_attendees using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on calendar_attendees to tierwise_app;

create table calendar_invitations (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id text not null,
  entry_key text not null,
  uid text not null,
  sequence integer not null,
  content_sequence integer not null,
  time_sequence integer not null,
  content jsonb not null,
  organiser_address text,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  called_off_at timestamptz(3),
  constraint calendar_invitations_pkey PRIMARY KEY (org_id, id),
  constraint calendar_invitations_check CHECK (((content_sequence >= 0) AND (content_sequence <= sequence))),
  constraint calendar_invitations_check1 CHECK (((time_sequence >= 0) AND (time_sequence <= sequence))),
  constraint calendar_invitations_entry_key_check CHECK (((length(entry_key) >= 1) AND (length(entry_key) <= 200))),
  constraint calendar_invitations_kind_check CHECK ((kind = ANY (ARRAY['bridge'::text, 'training-session'::text]))),
  constraint calendar_invitations_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint calendar_invitations_org_id_kind_subject_id_entry_key_key UNIQUE (org_id, kind, subject_id, entry_key),
  constraint calendar_invitations_org_id_uid_key UNIQUE (org_id, uid),
  constraint calendar_invitations_organiser_address_check CHECK ((organiser_address = lower(organiser_address))),
  constraint calendar_invitations_sequence_check CHECK ((sequence >= 0)),
  constraint calendar_invitations_subject_id_check CHECK (((length(subject_id) >= 1) AND (length(subject_id) <= 200))),
  constraint calendar_invitations_uid_check CHECK (((length(uid) >= 1) AND (length(uid) <= 300)))
);
alter table calendar_invitations enable row level security;
alter table calendar_invitations force row level security;
create policy own_organisation on calendar_invitations using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on calendar_invitations to tierwise_app;

create table calendar_occurrence_answers (
  org_id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  occurrence timestamptz(3) not null,
  answer text not null,
  answered_at timestamptz(3) not null,
  answer_stamp timestamptz(3),
  constraint calendar_occurrence_answers_pkey PRIMARY KEY (org_id, invitation_id, person_id, occurrence),
  constraint calendar_occurrence_answers_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'tentative'::text]))),
  constraint calendar_occurrence_answers_org_id_invitation_id_person_id_fkey FOREIGN KEY (org_id, invitation_id, person_id) REFERENCES calendar_attendees(org_id, invitation_id, person_id)
);
alter table calendar_occurrence_answers enable row level security;
alter table calendar_occurrence_answers force row level security;
create policy own_organisation on calendar_occurrence_answers using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on calendar_occurrence_answers to tierwise_app;

create table certifications (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  tier smallint not null,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3),
  override_by uuid,
  override_reason text,
  given_at timestamptz(3) not null,
  constraint certifications_pkey PRIMARY KEY (org_id, id),
  constraint certifications_check CHECK ((valid_until >= valid_from)),
  constraint certifications_check1 CHECK (((override_by IS NULL) = (override_reason IS NULL))),
  constraint certifications_org_id_override_by_fkey FOREIGN KEY (org_id, override_by) REFERENCES persons(org_id, id),
  constraint certifications_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint certifications_override_reason_check CHECK (((length(override_reason) >= 1) AND (length(override_reason) <= 500))),
  constraint certifications_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
CREATE INDEX certifications_person ON certifications USING btree (org_id, person_id);
alter table certifications enable row level security;
alter table certifications force row level security;
create policy own_organisation on certifications using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on certifications to tierwise_app;

create table commitment_changes (
  org_id uuid not null,
  id uuid not null,
  commitment_key text not null,
  at timestamptz(3) not null,
  by_person uuid,
  what text not null,
  words text,
  constraint commitment_changes_pkey PRIMARY KEY (org_id, id),
  constraint commitment_changes_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint commitment_changes_org_id_commitment_key_fkey FOREIGN KEY (org_id, commitment_key) REFERENCES commitments(org_id, key),
  constraint commitment_changes_what_check CHECK ((what = ANY (ARRAY['added'::text, 'owner'::text, 'begun'::text, 'shown'::text, 'met'::text, 'waived'::text, 'reopened'::text, 'due'::text]))),
  constraint commitment_changes_words_check CHECK ((length(words) <= 4000))
);
CREATE INDEX commitment_changes_commitment ON commitment_changes USING btree (org_id, commitment_key, id);
alter table commitment_changes enable row level security;
alter table commitment_changes force row level security;
create policy own_organisation on commitment_changes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on commitment_changes to tierwise_app;

create table commitment_files (
  org_id uuid not null,
  commitment_key text not null,
  file_id uuid not null,
  constraint commitment_files_pkey PRIMARY KEY (org_id, commitment_key, file_id),
  constraint commitment_files_org_id_commitment_key_fkey FOREIGN KEY (org_id, commitment_key) REFERENCES commitments(org_id, key),
  constraint commitment_files_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id)
);
alter table commitment_files enable row level security;
alter table commitment_files force row level security;
create policy own_organisation on commitment_files using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select on commitment_files to tierwise_app;

create table commitment_reminders (
  org_id uuid not null,
  commitment_key text not null,
  due date not null,
  mark text not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  constraint commitment_reminders_pkey PRIMARY KEY (org_id, commitment_key, due, mark, person_id),
  constraint commitment_reminders_mark_check CHECK ((mark = ANY (ARRAY['14'::text, '7'::text, '1'::text, 'overdue'::text]))),
  constraint commitment_reminders_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
alter table commitment_reminders enable row level security;
alter table commitment_reminders force row level security;
create policy own_organisation on commitment_reminders using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on commitment_reminders to tierwise_app;

create table commitments (
  org_id uuid not null,
  key text not null,
  added boolean not null,
  kind text not null,
  what_nl text,
  what_en text,
  evidence_nl text,
  evidence_en text,
  team text,
  before_phase text,
  due date,
  owner_id uuid,
  state text not null,
  shown text default ''::text not null,
  link text,
  reason text,
  version integer default 1 not null,
  changed_at timestamptz(3) not null,
  constraint commitments_pkey PRIMARY KEY (org_id, key),
  constraint commitments_before_phase_check CHECK (((length(before_phase) >= 1) AND (length(before_phase) <= 60))),
  constraint commitments_check CHECK ((added = ((what_nl IS NOT NULL) AND (what_en IS NOT NULL) AND (evidence_nl IS NOT NULL) AND (evidence_en IS NOT NULL) AND (team IS NOT NULL) AND (before_phase IS NOT NULL) AND (due IS NOT NULL)))),
  constraint commitments_check1 CHECK (((state = 'waived'::text) = (reason IS NOT NULL))),
  constraint commitments_evidence_en_check CHECK (((length(evidence_en) >= 1) AND (length(evidence_en) <= 1000))),
  constraint commitments_evidence_nl_check CHECK (((length(evidence_nl) >= 1) AND (length(evidence_nl) <= 1000))),
  constraint commitments_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text)),
  constraint commitments_kind_check CHECK ((kind = ANY (ARRAY['design-workshop'::text, 'own-devices'::text, 'test-cases'::text, 'help-desk-documents'::text, 'sign-off'::text, 'other'::text]))),
  constraint commitments_link_check CHECK (((length(link) >= 1) AND (length(link) <= 2000))),
  constraint commitments_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint commitments_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES persons(org_id, id),
  constraint commitments_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint commitments_shown_check CHECK ((length(shown) <= 4000)),
  constraint commitments_state_check CHECK ((state = ANY (ARRAY['open'::text, 'in-progress'::text, 'met'::text, 'waived'::text]))),
  constraint commitments_team_check CHECK (((length(team) >= 1) AND (length(team) <= 60))),
  constraint commitments_what_en_check CHECK (((length(what_en) >= 1) AND (length(what_en) <= 1000))),
  constraint commitments_what_nl_check CHECK (((length(what_nl) >= 1) AND (length(what_nl) <= 1000)))
);
alter table commitments enable row level security;
alter table commitments force row level security;
create policy own_organisation on commitments using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on commitments to tierwise_app;

create table course_contents (
  org_id uuid not null,
  id uuid not null,
  course_key text not null,
  item_key text not null,
  content jsonb,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  constraint course_contents_pkey PRIMARY KEY (org_id, id),
  constraint course_contents_course_key_check CHECK (((length(course_key) >= 1) AND (length(course_key) <= 60))),
  constraint course_contents_item_key_check CHECK (((length(item_key) >= 1) AND (length(item_key) <= 60))),
  constraint course_contents_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES persons(org_id, id),
  constraint course_contents_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
CREATE INDEX course_contents_item ON course_contents USING btree (org_id, course_key, item_key, id DESC);
alter table course_contents enable row level security;
alter table course_contents force row level security;
create policy own_organisation on course_contents using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on course_contents to tierwise_app;

create table course_questions (
  org_id uuid not null,
  id uuid not null,
  course_key text not null,
  question_key text not null,
  state text not null,
  question jsonb,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  constraint course_questions_pkey PRIMARY KEY (org_id, id),
  constraint course_questions_check CHECK (((state = 'changed'::text) = (question IS NOT NULL))),
  constraint course_questions_course_key_check CHECK (((length(course_key) >= 1) AND (length(course_key) <= 60))),
  constraint course_questions_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES persons(org_id, id),
  constraint course_questions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint course_questions_question_key_check CHECK (((length(question_key) >= 1) AND (length(question_key) <= 60))),
  constraint course_questions_state_check CHECK ((state = ANY (ARRAY['changed'::text, 'left-out'::text, 'ours'::text])))
);
CREATE INDEX course_questions_question ON course_questions USING btree (org_id, course_key, question_key, id DESC);
alter table course_questions enable row level security;
alter table course_questions force row level security;
create policy own_organisation on course_questions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on course_questions to tierwise_app;

create table device_action_log (
  org_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  what text not null,
  code text,
  words text,
  constraint device_action_log_pkey PRIMARY KEY (org_id, id),
  constraint device_action_log_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint device_action_log_org_id_action_id_fkey FOREIGN KEY (org_id, action_id) REFERENCES device_actions(org_id, id),
  constraint device_action_log_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint device_action_log_what_check CHECK ((what = ANY (ARRAY['asked'::text, 'agreed'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text, 'sent'::text, 'done'::text, 'failed'::text, 'looked'::text]))),
  constraint device_action_log_words_check CHECK (((length(words) >= 1) AND (length(words) <= 500)))
);
CREATE INDEX device_action_log_action ON device_action_log USING btree (org_id, action_id, id);
CREATE TRIGGER device_action_log_append_only BEFORE DELETE OR UPDATE ON public.device_action_log FOR EACH ROW EXECUTE FUNCTION device_action_log_append_only();
alter table device_action_log enable row level security;
alter table device_action_log force row level security;
create policy own_organisation on device_action_log using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on device_action_log to tierwise_app;

create table device_actions (
  org_id uuid not null,
  id uuid not null,
  subject uuid not null,
  ticket_number bigint not null,
  person_id uuid not null,
  device_id text not null,
  device_name text not null,
  platform text,
  action text not null,
  tier smallint not null,
  caller text,
  purpose text,
  four_eyes boolean not null,
  state text not null,
  code text,
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  agree_until timestamptz(3),
  answered_by uuid,
  answered_at timestamptz(3),
  sent_at timestamptz(3),
  device_seen_at timestamptz(3),
  ended_at timestamptz(3),
  collection_id text,
  file_id uuid,
  sealed_location text,
  constraint device_actions_pkey PRIMARY KEY (org_id, id),
  constraint device_actions_action_check CHECK ((action = ANY (ARRAY['sync'::text, 'restart'::text, 'collect-diagnostics'::text, 'lock'::text, 'reset-passcode'::text, 'locate'::text, 'retire'::text, 'wipe'::text]))),
  constraint device_actions_caller_check CHECK ((caller = ANY (ARRAY['called-back'::text, 'video'::text, 'in-person'::text, 'signed-in'::text, 'vouched-for'::text]))),
  constraint device_actions_check CHECK (((answered_by IS NULL) OR (answered_by <> asked_by))),
  constraint device_actions_check1 CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL))),
  constraint device_actions_check2 CHECK (((action <> ALL (ARRAY['reset-passcode'::text, 'locate'::text, 'retire'::text, 'wipe'::text])) OR ((caller IS NOT NULL) AND (purpose IS NOT NULL)))),
  constraint device_actions_check3 CHECK (((NOT four_eyes) OR (sent_at IS NULL) OR (answered_by IS NOT NULL))),
  constraint device_actions_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint device_actions_collection_id_check CHECK (((length(collection_id) >= 1) AND (length(collection_id) <= 300))),
  constraint device_actions_device_id_check CHECK (((length(device_id) >= 1) AND (length(device_id) <= 100))),
  constraint device_actions_device_name_check CHECK (((length(device_name) >= 1) AND (length(device_name) <= 300))),
  constraint device_actions_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES persons(org_id, id),
  constraint device_actions_org_id_asked_by_fkey FOREIGN KEY (org_id, asked_by) REFERENCES persons(org_id, id),
  constraint device_actions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint device_actions_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint device_actions_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))),
  constraint device_actions_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 500))),
  constraint device_actions_state_check CHECK ((state = ANY (ARRAY['awaiting'::text, 'sending'::text, 'pending'::text, 'done'::text, 'failed'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text]))),
  constraint device_actions_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
CREATE UNIQUE INDEX device_actions_once ON device_actions USING btree (org_id, device_id, action) WHERE (state = ANY (ARRAY['awaiting'::text, 'sending'::text, 'pending'::text]));
CREATE INDEX device_actions_open ON device_actions USING btree (org_id, id) WHERE (state = ANY (ARRAY['awaiting'::text, 'sending'::text, 'pending'::text]));
CREATE INDEX device_actions_subject ON device_actions USING btree (org_id, subject, id DESC);
alter table device_actions enable row level security;
alter table device_actions force row level security;
create policy own_organisation on device_actions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on device_actions to tierwise_app;

create table device_contexts (
  org_id uuid not null,
  person_id uuid not null,
  tenant uuid not null,
  parts jsonb not null,
  tried_at timestamptz(3) not null,
  constraint device_contexts_pkey PRIMARY KEY (org_id, person_id),
  constraint device_contexts_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint device_contexts_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE
);
CREATE INDEX device_contexts_tenant ON device_contexts USING btree (org_id, tenant);
alter table device_contexts enable row level security;
alter table device_contexts force row level security;
create policy own_organisation on device_contexts using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on device_contexts to tierwise_app;

create table device_detections (
  org_id uuid not null,
  tenant uuid not null,
  kind text not null,
  looked_at timestamptz(3) not null,
  worked_at timestamptz(3),
  way text,
  after_person uuid,
  failed text,
  constraint device_detections_pkey PRIMARY KEY (org_id, tenant, kind),
  constraint device_detections_failed_check CHECK (((length(failed) >= 1) AND (length(failed) <= 60))),
  constraint device_detections_kind_check CHECK ((kind = ANY (ARRAY['enrollment-failure'::text, 'expiring-certificate'::text, 'silent-device'::text, 'service-incident'::text]))),
  constraint device_detections_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint device_detections_way_check CHECK ((way = ANY (ARRAY['tenant'::text, 'people'::text])))
);
alter table device_detections enable row level security;
alter table device_detections force row level security;
create policy own_organisation on device_detections using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on device_detections to tierwise_app;

create table device_enrollment_reads (
  org_id uuid not null,
  tenant uuid not null,
  tried_at timestamptz(3) not null,
  read_at timestamptz(3),
  failed text,
  permission text,
  devices integer default 0 not null,
  known integer default 0 not null,
  constraint device_enrollment_reads_pkey PRIMARY KEY (org_id, tenant),
  constraint device_enrollment_reads_devices_check CHECK ((devices >= 0)),
  constraint device_enrollment_reads_failed_check CHECK (((length(failed) >= 1) AND (length(failed) <= 60))),
  constraint device_enrollment_reads_known_check CHECK ((known >= 0)),
  constraint device_enrollment_reads_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint device_enrollment_reads_permission_check CHECK ((length(permission) <= 120))
);
alter table device_enrollment_reads enable row level security;
alter table device_enrollment_reads force row level security;
create policy own_organisation on device_enrollment_reads using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on device_enrollment_reads to tierwise_app;

create table device_enrollments (
  org_id uuid not null,
  tenant uuid not null,
  device_id text not null,
  person_id uuid not null,
  platform text,
  enrolled_at timestamptz(3),
  constraint device_enrollments_pkey PRIMARY KEY (org_id, tenant, device_id),
  constraint device_enrollments_device_id_check CHECK (((length(device_id) >= 1) AND (length(device_id) <= 100))),
  constraint device_enrollments_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id) ON DELETE CASCADE,
  constraint device_enrollments_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint device_enrollments_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text])))
);
CREATE INDEX device_enrollments_person ON device_enrollments USING btree (org_id, person_id);
alter table device_enrollments enable row level security;
alter table device_enrollments force row level security;
create policy own_organisation on device_enrollments using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on device_enrollments to tierwise_app;

create table device_findings (
  org_id uuid not null,
  id uuid not null,
  tenant uuid not null,
  kind text not null,
  about text not null,
  person_id uuid,
  platform text,
  facts jsonb not null,
  seen text[] not null,
  times integer not null,
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  found_at timestamptz(3) not null,
  state text not null,
  wanted text not null,
  ticket uuid,
  opened boolean default false not null,
  told_times integer default 0 not null,
  told_at timestamptz(3),
  ended_at timestamptz(3),
  dismissed_by uuid,
  reason text,
  constraint device_findings_pkey PRIMARY KEY (org_id, id),
  constraint device_findings_about_check CHECK (((length(about) >= 1) AND (length(about) <= 500))),
  constraint device_findings_check CHECK (((state = 'gone'::text) = (ended_at IS NOT NULL))),
  constraint device_findings_check1 CHECK (((state = 'dismissed'::text) <= (dismissed_by IS NOT NULL))),
  constraint device_findings_kind_check CHECK ((kind = ANY (ARRAY['enrollment-failure'::text, 'expiring-certificate'::text, 'silent-device'::text, 'service-incident'::text]))),
  constraint device_findings_org_id_dismissed_by_fkey FOREIGN KEY (org_id, dismissed_by) REFERENCES persons(org_id, id),
  constraint device_findings_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint device_findings_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint device_findings_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))),
  constraint device_findings_reason_check CHECK ((length(reason) <= 2000)),
  constraint device_findings_state_check CHECK ((state = ANY (ARRAY['new'::text, 'told'::text, 'ticket'::text, 'dismissed'::text, 'gone'::text]))),
  constraint device_findings_times_check CHECK ((times > 0)),
  constraint device_findings_wanted_check CHECK ((wanted = ANY (ARRAY['ticket'::text, 'hint'::text])))
);
CREATE UNIQUE INDEX device_findings_once ON device_findings USING btree (org_id, kind, about) WHERE (ended_at IS NULL);
CREATE INDEX device_findings_person ON device_findings USING btree (org_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX device_findings_tenant ON device_findings USING btree (org_id, tenant);
CREATE INDEX device_findings_ticket ON device_findings USING btree (org_id, ticket) WHERE (ticket IS NOT NULL);
CREATE INDEX device_findings_told ON device_findings USING btree (org_id, told_at) WHERE opened;
alter table device_findings enable row level security;
alter table device_findings force row level security;
create policy own_organisation on device_findings using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on device_findings to tierwise_app;

create table device_organisations (
  org_id uuid not null,
  tenant uuid not null,
  parts jsonb not null,
  tried_at timestamptz(3) not null,
  constraint device_organisations_pkey PRIMARY KEY (org_id),
  constraint device_organisations_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE
);
alter table device_organisations enable row level security;
alter table device_organisations force row level security;
create policy own_organisation on device_organisations using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on device_organisations to tierwise_app;

create table device_snapshots (
  org_id uuid not null,
  id uuid not null,
  subject uuid not null,
  person_id uuid not null,
  reason text not null,
  at timestamptz(3) not null,
  context jsonb not null,
  hash bytea not null,
  constraint device_snapshots_pkey PRIMARY KEY (org_id, id),
  constraint device_snapshots_hash_check CHECK ((length(hash) = 32)),
  constraint device_snapshots_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint device_snapshots_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint device_snapshots_reason_check CHECK ((reason = ANY (ARRAY['opened'::text, 'offered'::text, 'accepted'::text, 'vendor'::text])))
);
CREATE INDEX device_snapshots_subject ON device_snapshots USING btree (org_id, subject, id);
CREATE TRIGGER device_snapshots_append_only BEFORE UPDATE ON public.device_snapshots FOR EACH ROW EXECUTE FUNCTION device_snapshots_append_only();
alter table device_snapshots enable row level security;
alter table device_snapshots force row level security;
create policy own_organisation on device_snapshots using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on device_snapshots to tierwise_app;

create table files (
  org_id uuid not null,
  id uuid not null,
  owner_id uuid,
  sha256 text not null,
  size bigint not null,
  type text not null,
  name text not null,
  created_at timestamptz(3) default now() not null,
  kept_at timestamptz(3),
  constraint files_pkey PRIMARY KEY (org_id, id),
  constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint files_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint files_size_check CHECK ((size >= 0)),
  constraint files_type_check CHECK (((length(type) >= 3) AND (length(type) <= 100)))
);
CREATE INDEX files_sha256 ON files USING btree (sha256);
CREATE INDEX files_unused ON files USING btree (created_at) WHERE (kept_at IS NULL);
alter table files enable row level security;
alter table files force row level security;
create policy own_organisation on files using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
create policy whole on files to owner using (true) with check (true);
grant delete, insert, select, update on files to tierwise_app;

create table forecast_assumptions (
  org_id uuid not null,
  id uuid not null,
  place text not null,
  source text not null,
  value jsonb,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  constraint forecast_assumptions_pkey PRIMARY KEY (org_id, id),
  constraint forecast_assumptions_check CHECK (((source = 'reset'::text) = (value IS NULL))),
  constraint forecast_assumptions_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES persons(org_id, id),
  constraint forecast_assumptions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint forecast_assumptions_place_check CHECK (((length(place) >= 1) AND (length(place) <= 80))),
  constraint forecast_assumptions_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'changed'::text, 'reset'::text])))
);
CREATE INDEX forecast_assumptions_place ON forecast_assumptions USING btree (org_id, place, id DESC);
alter table forecast_assumptions enable row level security;
alter table forecast_assumptions force row level security;
create policy own_organisation on forecast_assumptions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on forecast_assumptions to tierwise_app;

create table half_sign_ins (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  means text not null,
  expires_at timestamptz(3) not null,
  constraint half_sign_ins_pkey PRIMARY KEY (org_id, id),
  constraint half_sign_ins_means_check CHECK ((means = ANY (ARRAY['password'::text, 'link'::text]))),
  constraint half_sign_ins_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint half_sign_ins_org_id_token_hash_key UNIQUE (org_id, token_hash)
);
alter table half_sign_ins enable row level security;
alter table half_sign_ins force row level security;
create policy own_organisation on half_sign_ins using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on half_sign_ins to tierwise_app;

create table heartbeats (
  id text not null,
  seen_at timestamptz(3) default now() not null,
  constraint heartbeats_pkey PRIMARY KEY (id)
);

create table idempotency_keys (
  org_id uuid not null,
  person_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  status smallint not null,
  content_type text,
  body text,
  created_at timestamptz(3) default now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (org_id, person_id, key),
  constraint idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
CREATE INDEX idempotency_keys_created ON idempotency_keys USING btree (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy own_organisation on idempotency_keys using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
create policy whole on idempotency_keys to owner using (true) with check (true);
grant insert, select on idempotency_keys to tierwise_app;

create table identities (
  org_id uuid not null,
  issuer text not null,
  tenant text not null,
  object_id text not null,
  person_id uuid not null,
  linked_at timestamptz(3) not null,
  constraint identities_pkey PRIMARY KEY (org_id, issuer, tenant, object_id),
  constraint identities_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
CREATE INDEX identities_person ON identities USING btree (org_id, person_id);
alter table identities enable row level security;
alter table identities force row level security;
create policy own_organisation on identities using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on identities to tierwise_app;

create table inbound_mails (
  org_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  sha256 text not null,
  file_id uuid not null,
  size bigint not null,
  received_at timestamptz(3) not null,
  envelope_from text,
  envelope_to text[] not null,
  state text not null,
  reason text,
  attempts integer default 0 not null,
  kind text,
  message_id text,
  from_address text,
  from_name text,
  subject text,
  may_answer boolean default false not null,
  same_message_id boolean default false not null,
  marks text[] default '{}'::text[] not null,
  ticket_id uuid,
  person_id uuid,
  processed_at timestamptz(3),
  constraint inbound_mails_pkey PRIMARY KEY (org_id, id),
  constraint inbound_mails_org_id_mailbox_id_fkey FOREIGN KEY (org_id, mailbox_id) REFERENCES mailboxes(org_id, id),
  constraint inbound_mails_org_id_mailbox_id_sha256_key UNIQUE (org_id, mailbox_id, sha256),
  constraint inbound_mails_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint inbound_mails_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint inbound_mails_state_check CHECK ((state = ANY (ARRAY['stored'::text, 'processed'::text, 'ignored'::text, 'quarantined'::text, 'discarded'::text])))
);
CREATE INDEX inbound_mails_message_id ON inbound_mails USING btree (org_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX inbound_mails_state ON inbound_mails USING btree (org_id, state, id DESC);
CREATE INDEX inbound_mails_ticket ON inbound_mails USING btree (org_id, ticket_id) WHERE (ticket_id IS NOT NULL);
alter table inbound_mails enable row level security;
alter table inbound_mails force row level security;
create policy own_organisation on inbound_mails using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on inbound_mails to tierwise_app;

create table knowledge_acts (
  org_id uuid not null,
  id uuid not null,
  issue_id text not null,
  act text not null,
  version integer not null,
  reason text,
  by_person uuid,
  at timestamptz(3) not null,
  constraint knowledge_acts_pkey PRIMARY KEY (org_id, id),
  constraint knowledge_acts_act_check CHECK (((length(act) >= 1) AND (length(act) <= 40))),
  constraint knowledge_acts_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint knowledge_acts_org_id_issue_id_fkey FOREIGN KEY (org_id, issue_id) REFERENCES knowledge_issues(org_id, id),
  constraint knowledge_acts_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint knowledge_acts_version_check CHECK ((version >= 0))
);
CREATE INDEX knowledge_acts_issue ON knowledge_acts USING btree (org_id, issue_id, id DESC);
alter table knowledge_acts enable row level security;
alter table knowledge_acts force row level security;
create policy own_organisation on knowledge_acts using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on knowledge_acts to tierwise_app;

create table knowledge_flags (
  org_id uuid not null,
  id uuid not null,
  issue_id text not null,
  version integer not null,
  comment text not null,
  by_person uuid not null,
  at timestamptz(3) not null,
  settled_by uuid,
  settled_at timestamptz(3),
  answer text,
  constraint knowledge_flags_pkey PRIMARY KEY (org_id, id),
  constraint knowledge_flags_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 1000))),
  constraint knowledge_flags_check CHECK ((((settled_by IS NULL) = (settled_at IS NULL)) AND ((settled_by IS NULL) = (answer IS NULL)))),
  constraint knowledge_flags_comment_check CHECK (((length(comment) >= 1) AND (length(comment) <= 1000))),
  constraint knowledge_flags_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint knowledge_flags_org_id_issue_id_fkey FOREIGN KEY (org_id, issue_id) REFERENCES knowledge_issues(org_id, id),
  constraint knowledge_flags_org_id_settled_by_fkey FOREIGN KEY (org_id, settled_by) REFERENCES persons(org_id, id),
  constraint knowledge_flags_version_check CHECK ((version >= 0))
);
CREATE INDEX knowledge_flags_issue ON knowledge_flags USING btree (org_id, issue_id);
CREATE INDEX knowledge_flags_open ON knowledge_flags USING btree (org_id) WHERE (settled_at IS NULL);
alter table knowledge_flags enable row level security;
alter table knowledge_flags force row level security;
create policy own_organisation on knowledge_flags using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on knowledge_flags to tierwise_app;

create table knowledge_issues (
  org_id uuid not null,
  id text not null,
  number integer,
  state text not null,
  served integer not null,
  proposed integer,
  last_version integer not null,
  written_by uuid,
  written_at timestamptz(3) not null,
  confirmed_by uuid,
  confirmed_at timestamptz(3),
  review_due date,
  ticket_id uuid,
  changed_at timestamptz(3) not null,
  constraint knowledge_issues_pkey PRIMARY KEY (org_id, id),
  constraint knowledge_issues_check CHECK ((last_version >= served)),
  constraint knowledge_issues_id_check CHECK (((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(id) <= 100))),
  constraint knowledge_issues_number_check CHECK ((number > 0)),
  constraint knowledge_issues_org_id_confirmed_by_fkey FOREIGN KEY (org_id, confirmed_by) REFERENCES persons(org_id, id),
  constraint knowledge_issues_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint knowledge_issues_org_id_number_key UNIQUE (org_id, number),
  constraint knowledge_issues_org_id_written_by_fkey FOREIGN KEY (org_id, written_by) REFERENCES persons(org_id, id),
  constraint knowledge_issues_proposed_check CHECK ((proposed > 0)),
  constraint knowledge_issues_served_check CHECK ((served >= 0)),
  constraint knowledge_issues_state_check CHECK ((state = ANY (ARRAY['unfinished'::text, 'draft'::text, 'confirmed'::text, 'published'::text, 'archived'::text])))
);
alter table knowledge_issues enable row level security;
alter table knowledge_issues force row level security;
create policy own_organisation on knowledge_issues using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on knowledge_issues to tierwise_app;

create table knowledge_resources (
  org_id uuid not null,
  id uuid not null,
  issue_id text,
  tier integer,
  kind text not null,
  title text not null,
  url text not null,
  by_person uuid not null,
  at timestamptz(3) not null,
  constraint knowledge_resources_pkey PRIMARY KEY (org_id, id),
  constraint knowledge_resources_check CHECK (((issue_id IS NULL) OR (tier IS NULL))),
  constraint knowledge_resources_issue_id_check CHECK (((length(issue_id) >= 1) AND (length(issue_id) <= 100))),
  constraint knowledge_resources_kind_check CHECK ((kind = ANY (ARRAY['documentation'::text, 'forum'::text, 'tool'::text, 'own'::text]))),
  constraint knowledge_resources_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint knowledge_resources_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint knowledge_resources_tier_check CHECK (((tier >= 1) AND (tier <= 9))),
  constraint knowledge_resources_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint knowledge_resources_url_check CHECK ((((length(url) >= 8) AND (length(url) <= 2000)) AND (url ~ '^https?://'::text)))
);
CREATE INDEX knowledge_resources_issue ON knowledge_resources USING btree (org_id, issue_id);
alter table knowledge_resources enable row level security;
alter table knowledge_resources force row level security;
create policy own_organisation on knowledge_resources using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select on knowledge_resources to tierwise_app;

create table knowledge_revisions (
  org_id uuid not null,
  revision uuid not null,
  last_number integer default 0 not null,
  constraint knowledge_revisions_pkey PRIMARY KEY (org_id),
  constraint knowledge_revisions_last_number_check CHECK ((last_number >= 0)),
  constraint knowledge_revisions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table knowledge_revisions enable row level security;
alter table knowledge_revisions force row level security;
create policy own_organisation on knowledge_revisions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on knowledge_revisions to tierwise_app;

create table knowledge_uses (
  org_id uuid not null,
  id uuid not null,
  issue_id text not null,
  ticket_id uuid not null,
  kind text not null,
  tier integer,
  by_person uuid,
  at timestamptz(3) not null,
  constraint knowledge_uses_pkey PRIMARY KEY (org_id, id),
  constraint knowledge_uses_issue_id_check CHECK (((length(issue_id) >= 1) AND (length(issue_id) <= 100))),
  constraint knowledge_uses_kind_check CHECK ((kind = ANY (ARRAY['linked'::text, 'helped'::text, 'not-helped'::text, 'first-aid'::text]))),
  constraint knowledge_uses_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint knowledge_uses_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint knowledge_uses_org_id_issue_id_ticket_id_kind_key UNIQUE (org_id, issue_id, ticket_id, kind),
  constraint knowledge_uses_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
CREATE INDEX knowledge_uses_ticket ON knowledge_uses USING btree (org_id, ticket_id);
alter table knowledge_uses enable row level security;
alter table knowledge_uses force row level security;
create policy own_organisation on knowledge_uses using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on knowledge_uses to tierwise_app;

create table knowledge_versions (
  org_id uuid not null,
  issue_id text not null,
  version integer not null,
  text jsonb,
  base jsonb,
  reason text not null,
  by_person uuid,
  at timestamptz(3) not null,
  constraint knowledge_versions_pkey PRIMARY KEY (org_id, issue_id, version),
  constraint knowledge_versions_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint knowledge_versions_org_id_issue_id_fkey FOREIGN KEY (org_id, issue_id) REFERENCES knowledge_issues(org_id, id),
  constraint knowledge_versions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint knowledge_versions_version_check CHECK ((version > 0))
);
alter table knowledge_versions enable row level security;
alter table knowledge_versions force row level security;
create policy own_organisation on knowledge_versions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on knowledge_versions to tierwise_app;

create table live_events (
  org_id uuid not null,
  seq bigint generated always as identity not null,
  xid xid8 default pg_current_xact_id() not null,
  topic text not null,
  subject text not null,
  data jsonb not null,
  audience jsonb not null,
  created_at timestamptz(3) default now() not null,
  constraint live_events_pkey PRIMARY KEY (org_id, seq),
  constraint live_events_subject_check CHECK ((length(subject) <= 200)),
  constraint live_events_topic_check CHECK (((length(topic) >= 1) AND (length(topic) <= 60)))
);
CREATE INDEX live_events_all ON live_events USING btree (xid, seq);
CREATE INDEX live_events_created ON live_events USING btree (created_at);
CREATE INDEX live_events_xid ON live_events USING btree (org_id, xid, seq);
alter table live_events enable row level security;
alter table live_events force row level security;
create policy own_organisation on live_events using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
create policy whole on live_events to owner using (true) with check (true);
grant insert, select on live_events to tierwise_app;

create table mail_keys (
  org_id uuid not null,
  sealed_key text not null,
  constraint mail_keys_pkey PRIMARY KEY (org_id),
  constraint mail_keys_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table mail_keys enable row level security;
alter table mail_keys force row level security;
create policy own_organisation on mail_keys using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on mail_keys to tierwise_app;

create table mailbox_graph_mails (
  org_id uuid not null,
  mailbox_id uuid not null,
  mail_key text not null,
  at timestamptz(3) not null,
  constraint mailbox_graph_mails_pkey PRIMARY KEY (org_id, mailbox_id, mail_key),
  constraint mailbox_graph_mails_mail_key_check CHECK (((length(mail_key) >= 1) AND (length(mail_key) <= 1100))),
  constraint mailbox_graph_mails_org_id_mailbox_id_fkey FOREIGN KEY (org_id, mailbox_id) REFERENCES mailboxes(org_id, id)
);
CREATE INDEX mailbox_graph_mails_at ON mailbox_graph_mails USING btree (org_id, mailbox_id, at);
alter table mailbox_graph_mails enable row level security;
alter table mailbox_graph_mails force row level security;
create policy own_organisation on mailbox_graph_mails using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on mailbox_graph_mails to tierwise_app;

create table mailbox_health (
  org_id uuid not null,
  mailbox_id uuid not null,
  direction text not null,
  last_success_at timestamptz(3),
  failures integer default 0 not null,
  last_error_code text,
  last_error_answer text,
  last_error_at timestamptz(3),
  alarm_since timestamptz(3),
  constraint mailbox_health_pkey PRIMARY KEY (org_id, mailbox_id, direction),
  constraint mailbox_health_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint mailbox_health_org_id_mailbox_id_fkey FOREIGN KEY (org_id, mailbox_id) REFERENCES mailboxes(org_id, id)
);
alter table mailbox_health enable row level security;
alter table mailbox_health force row level security;
create policy own_organisation on mailbox_health using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on mailbox_health to tierwise_app;

create table mailboxes (
  org_id uuid not null,
  id uuid not null,
  address text not null,
  name text not null,
  enabled boolean default true not null,
  receives text not null,
  imap jsonb,
  imap_secret text,
  smtp jsonb,
  smtp_secret text,
  unknown_senders text not null,
  sub_addresses boolean default false not null,
  imap_uid_validity text,
  imap_uid bigint,
  revision integer default 1 not null,
  created_at timestamptz(3) not null,
  removed_at timestamptz(3),
  sends text default 'none'::text not null,
  graph jsonb,
  graph_link text,
  graph_since timestamptz(3),
  graph_tenant uuid,
  constraint mailboxes_pkey PRIMARY KEY (org_id, id),
  constraint mailboxes_address_check CHECK ((address = lower(address))),
  constraint mailboxes_check CHECK (((receives = 'imap'::text) = (imap IS NOT NULL))),
  constraint mailboxes_graph_is_named CHECK ((((receives = 'graph'::text) OR (sends = 'graph'::text)) = (graph IS NOT NULL))),
  constraint mailboxes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint mailboxes_receives_check CHECK ((receives = ANY (ARRAY['none'::text, 'imap'::text, 'smtp'::text, 'graph'::text]))),
  constraint mailboxes_sends_by_smtp CHECK (((sends = 'smtp'::text) = (smtp IS NOT NULL))),
  constraint mailboxes_sends_check CHECK ((sends = ANY (ARRAY['none'::text, 'smtp'::text, 'graph'::text]))),
  constraint mailboxes_unknown_senders_check CHECK ((unknown_senders = ANY (ARRAY['open'::text, 'quarantine'::text])))
);
CREATE UNIQUE INDEX mailboxes_address ON mailboxes USING btree (org_id, address) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX mailboxes_smtp_address ON mailboxes USING btree (address) WHERE ((receives = 'smtp'::text) AND (removed_at IS NULL));
alter table mailboxes enable row level security;
alter table mailboxes force row level security;
create policy looked_up_by_owner on mailboxes for select to owner using (true);
create policy own_organisation on mailboxes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on mailboxes to tierwise_app;

create table memberships (
  org_id uuid not null,
  team_key text not null,
  person_id uuid not null,
  is_lead boolean not null,
  since timestamptz(3) not null,
  constraint memberships_pkey PRIMARY KEY (org_id, team_key, person_id),
  constraint memberships_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint memberships_org_id_team_key_fkey FOREIGN KEY (org_id, team_key) REFERENCES teams(org_id, key)
);
CREATE INDEX memberships_person ON memberships USING btree (org_id, person_id);
alter table memberships enable row level security;
alter table memberships force row level security;
create policy own_organisation on memberships using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on memberships to tierwise_app;

create table notices (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  teller text not null,
  kind text not null,
  about text not null,
  occasion text not null,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  asks boolean not null,
  constraint notices_pkey PRIMARY KEY (org_id, id),
  constraint notices_kind_check CHECK ((kind <> ''::text)),
  constraint notices_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint notices_org_id_teller_about_occasion_person_id_key UNIQUE (org_id, teller, about, occasion, person_id),
  constraint notices_teller_check CHECK ((teller <> ''::text))
);
CREATE INDEX notices_person ON notices USING btree (org_id, person_id, asks, at DESC, id DESC);
CREATE INDEX notices_unread_news ON notices USING btree (org_id, person_id, at) WHERE ((read_at IS NULL) AND (NOT asks));
alter table notices enable row level security;
alter table notices force row level security;
create policy own_organisation on notices using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on notices to tierwise_app;

create table oidc_providers (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret text,
  tenants text[] default '{}'::text[] not null,
  creates_requesters boolean default false not null,
  enabled boolean default true not null,
  created_at timestamptz(3) not null,
  constraint oidc_providers_pkey PRIMARY KEY (org_id, id),
  constraint oidc_providers_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 200))),
  constraint oidc_providers_issuer_check CHECK (((length(issuer) >= 8) AND (length(issuer) <= 500))),
  constraint oidc_providers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint oidc_providers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table oidc_providers enable row level security;
alter table oidc_providers force row level security;
create policy own_organisation on oidc_providers using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on oidc_providers to tierwise_app;

create table one_time_links (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid,
  token_hash bytea not null,
  made_by uuid,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint one_time_links_pkey PRIMARY KEY (org_id, id),
  constraint one_time_links_check CHECK (((kind = 'administrator'::text) = (person_id IS NULL))),
  constraint one_time_links_kind_check CHECK ((kind = ANY (ARRAY['administrator'::text, 'invitation'::text, 'password-reset'::text]))),
  constraint one_time_links_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint one_time_links_org_id_made_by_fkey FOREIGN KEY (org_id, made_by) REFERENCES persons(org_id, id),
  constraint one_time_links_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint one_time_links_org_id_token_hash_key UNIQUE (org_id, token_hash)
);
CREATE INDEX one_time_links_person ON one_time_links USING btree (org_id, person_id);
alter table one_time_links enable row level security;
alter table one_time_links force row level security;
create policy own_organisation on one_time_links using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on one_time_links to tierwise_app;

create table organisations (
  org_id uuid not null,
  slug text not null,
  name text not null,
  language text not null,
  time_zone text not null,
  created_at timestamptz(3) not null,
  set_up_at timestamptz(3),
  second_factor_for text default 'nobody'::text not null,
  practice_of uuid,
  constraint organisations_pkey PRIMARY KEY (org_id),
  constraint organisations_check CHECK ((practice_of <> org_id)),
  constraint organisations_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint organisations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint organisations_practice_of_fkey FOREIGN KEY (practice_of) REFERENCES organisations(org_id),
  constraint organisations_practice_of_key UNIQUE (practice_of),
  constraint organisations_second_factor_for_check CHECK ((second_factor_for = ANY (ARRAY['nobody'::text, 'administrators'::text, 'agents'::text]))),
  constraint organisations_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text)),
  constraint organisations_slug_key UNIQUE (slug),
  constraint organisations_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 60)))
);
CREATE TRIGGER practice_stays_practice BEFORE UPDATE ON public.organisations FOR EACH ROW EXECUTE FUNCTION practice_stays_practice();
alter table organisations enable row level security;
alter table organisations force row level security;
create policy looked_up_by_owner on organisations for select to owner using (true);
create policy own_organisation on organisations using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on organisations to tierwise_app;

create table outbox (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  last_error text,
  provider_answer text,
  created_at timestamptz(3) default now() not null,
  tried_at timestamptz(3),
  sent_at timestamptz(3),
  constraint outbox_pkey PRIMARY KEY (org_id, id),
  constraint outbox_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint outbox_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX outbox_unsent ON outbox USING btree (org_id, state, created_at) WHERE (state <> 'sent'::text);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_organisation on outbox using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
create policy whole on outbox to owner using (true) with check (true);
grant insert, select, update on outbox to tierwise_app;

create table passkey_challenges (
  org_id uuid not null,
  id uuid not null,
  purpose text not null,
  challenge_hash bytea not null,
  bound_to bytea not null,
  expires_at timestamptz(3) not null,
  constraint passkey_challenges_pkey PRIMARY KEY (org_id, id),
  constraint passkey_challenges_org_id_challenge_hash_key UNIQUE (org_id, challenge_hash),
  constraint passkey_challenges_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'prove'::text, 'add'::text])))
);
alter table passkey_challenges enable row level security;
alter table passkey_challenges force row level security;
create policy own_organisation on passkey_challenges using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on passkey_challenges to tierwise_app;

create table passkeys (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  credential_id bytea not null,
  public_key bytea not null,
  uses bigint not null,
  transports text[] default '{}'::text[] not null,
  added_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint passkeys_pkey PRIMARY KEY (org_id, id),
  constraint passkeys_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023))),
  constraint passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint passkeys_org_id_credential_id_key UNIQUE (org_id, credential_id),
  constraint passkeys_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint passkeys_uses_check CHECK ((uses >= 0))
);
CREATE INDEX passkeys_person ON passkeys USING btree (org_id, person_id);
alter table passkeys enable row level security;
alter table passkeys force row level security;
create policy own_organisation on passkeys using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on passkeys to tierwise_app;

create table passwords (
  org_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamptz(3) not null,
  constraint passwords_pkey PRIMARY KEY (org_id, person_id),
  constraint passwords_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
alter table passwords enable row level security;
alter table passwords force row level security;
create policy own_organisation on passwords using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on passwords to tierwise_app;

create table people_changes (
  org_id uuid not null,
  id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  what text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  constraint people_changes_pkey PRIMARY KEY (org_id, id),
  constraint people_changes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
CREATE INDEX people_changes_subject ON people_changes USING btree (org_id, subject, id DESC);
alter table people_changes enable row level security;
alter table people_changes force row level security;
create policy own_organisation on people_changes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on people_changes to tierwise_app;

create table persons (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  language text not null,
  theme text default 'system'::text not null,
  groups text[] default '{}'::text[] not null,
  roles text[] not null,
  created_at timestamptz(3) not null,
  joined_at timestamptz(3),
  disabled_at timestamptz(3),
  constraint persons_pkey PRIMARY KEY (org_id, id),
  constraint persons_email_check CHECK ((((length(email) >= 3) AND (length(email) <= 254)) AND (email = lower((email COLLATE "C"))))),
  constraint persons_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint persons_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint persons_org_id_email_key UNIQUE (org_id, email),
  constraint persons_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint persons_roles_check CHECK ((roles <@ ARRAY['requester'::text, 'agent'::text, 'lead'::text, 'plan-owner'::text, 'rollout-manager'::text, 'administrator'::text, 'auditor'::text])),
  constraint persons_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text, 'high-contrast'::text])))
);
CREATE INDEX persons_name ON persons USING btree (org_id, name COLLATE "C", id);
alter table persons enable row level security;
alter table persons force row level security;
create policy own_organisation on persons using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on persons to tierwise_app;

create table pilot_cases (
  org_id uuid not null,
  person_id uuid not null,
  platform text not null,
  case_key text not null,
  result text not null,
  words text default ''::text not null,
  at timestamptz(3) not null,
  constraint pilot_cases_pkey PRIMARY KEY (org_id, person_id, platform, case_key),
  constraint pilot_cases_case_key_check CHECK (((length(case_key) >= 1) AND (length(case_key) <= 60))),
  constraint pilot_cases_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint pilot_cases_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))),
  constraint pilot_cases_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text, 'skipped'::text]))),
  constraint pilot_cases_words_check CHECK ((length(words) <= 2000))
);
alter table pilot_cases enable row level security;
alter table pilot_cases force row level security;
create policy own_organisation on pilot_cases using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on pilot_cases to tierwise_app;

create table pilot_devices (
  org_id uuid not null,
  person_id uuid not null,
  platform text not null,
  outcome text not null,
  tried_on date not null,
  trouble text default ''::text not null,
  candidate boolean default false not null,
  ticket_id uuid,
  changed_at timestamptz(3) not null,
  constraint pilot_devices_pkey PRIMARY KEY (org_id, person_id, platform),
  constraint pilot_devices_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint pilot_devices_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint pilot_devices_outcome_check CHECK ((outcome = ANY (ARRAY['enrolled'::text, 'with-trouble'::text, 'not-enrolled'::text]))),
  constraint pilot_devices_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))),
  constraint pilot_devices_trouble_check CHECK ((length(trouble) <= 4000))
);
alter table pilot_devices enable row level security;
alter table pilot_devices force row level security;
create policy own_organisation on pilot_devices using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on pilot_devices to tierwise_app;

create table plan_changes (
  org_id uuid not null,
  id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  version_number integer not null,
  what text not null,
  reason text,
  constraint plan_changes_pkey PRIMARY KEY (org_id, id),
  constraint plan_changes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint plan_changes_what_check CHECK ((what = ANY (ARRAY['drafted'::text, 'review-asked'::text, 'returned'::text, 'published'::text, 'superseded'::text, 'discarded'::text])))
);
CREATE INDEX plan_changes_version ON plan_changes USING btree (org_id, version_number, id);
CREATE TRIGGER plan_changes_append_only BEFORE DELETE OR UPDATE ON public.plan_changes FOR EACH ROW EXECUTE FUNCTION plan_changes_append_only();
alter table plan_changes enable row level security;
alter table plan_changes force row level security;
create policy own_organisation on plan_changes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on plan_changes to tierwise_app;

create table plan_documents (
  org_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  as_of timestamptz(3) not null,
  language text not null,
  format text not null,
  state text not null,
  asked_at timestamptz(3) not null,
  asked_by uuid,
  made_at timestamptz(3),
  file_id uuid,
  failure text,
  constraint plan_documents_pkey PRIMARY KEY (org_id, id),
  constraint plan_documents_check CHECK (((state = 'made'::text) = ((file_id IS NOT NULL) AND (made_at IS NOT NULL)))),
  constraint plan_documents_check1 CHECK (((state = 'failed'::text) = (failure IS NOT NULL))),
  constraint plan_documents_failure_check CHECK ((failure = ANY (ARRAY['document-broken'::text, 'document-too-slow'::text, 'document-too-large'::text, 'document-not-made'::text]))),
  constraint plan_documents_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'html'::text, 'markdown'::text]))),
  constraint plan_documents_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint plan_documents_org_id_asked_by_fkey FOREIGN KEY (org_id, asked_by) REFERENCES persons(org_id, id),
  constraint plan_documents_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id),
  constraint plan_documents_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint plan_documents_org_id_version_id_as_of_language_format_key UNIQUE (org_id, version_id, as_of, language, format),
  constraint plan_documents_org_id_version_id_fkey FOREIGN KEY (org_id, version_id) REFERENCES plan_versions(org_id, id) ON DELETE CASCADE,
  constraint plan_documents_state_check CHECK ((state = ANY (ARRAY['making'::text, 'made'::text, 'failed'::text])))
);
CREATE TRIGGER plan_documents_let_go AFTER DELETE ON public.plan_documents FOR EACH ROW EXECUTE FUNCTION plan_document_let_go();
alter table plan_documents enable row level security;
alter table plan_documents force row level security;
create policy own_organisation on plan_documents using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on plan_documents to tierwise_app;

create table plan_draft_revisions (
  org_id uuid not null,
  version_id uuid not null,
  revision integer not null,
  document jsonb not null,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  constraint plan_draft_revisions_pkey PRIMARY KEY (org_id, version_id, revision),
  constraint plan_draft_revisions_org_id_version_id_fkey FOREIGN KEY (org_id, version_id) REFERENCES plan_versions(org_id, id) ON DELETE CASCADE
);
alter table plan_draft_revisions enable row level security;
alter table plan_draft_revisions force row level security;
create policy own_organisation on plan_draft_revisions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select on plan_draft_revisions to tierwise_app;

create table plan_links (
  org_id uuid not null,
  url text not null,
  checked_at timestamptz(3) not null,
  outcome text not null,
  status smallint,
  constraint plan_links_pkey PRIMARY KEY (org_id, url),
  constraint plan_links_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint plan_links_outcome_check CHECK ((outcome = ANY (ARRAY['ok'::text, 'gone'::text, 'unreachable'::text, 'unclear'::text]))),
  constraint plan_links_url_check CHECK (((length(url) >= 1) AND (length(url) <= 4000)))
);
alter table plan_links enable row level security;
alter table plan_links force row level security;
create policy own_organisation on plan_links using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on plan_links to tierwise_app;

create table plan_versions (
  org_id uuid not null,
  id uuid not null,
  number integer not null,
  state text not null,
  revision integer not null,
  document jsonb not null,
  based_on uuid,
  created_at timestamptz(3) not null,
  author_id uuid,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  approver_id uuid,
  reason text,
  review_asked_at timestamptz(3),
  review_asked_by uuid,
  published_at timestamptz(3),
  superseded_at timestamptz(3),
  constraint plan_versions_pkey PRIMARY KEY (org_id, id),
  constraint plan_versions_check CHECK (((state = 'in-review'::text) <= ((approver_id IS NOT NULL) AND (reason IS NOT NULL) AND (review_asked_at IS NOT NULL)))),
  constraint plan_versions_check1 CHECK (((state = ANY (ARRAY['published'::text, 'superseded'::text])) = (published_at IS NOT NULL))),
  constraint plan_versions_check2 CHECK (((published_at IS NULL) OR ((approver_id IS NOT NULL) AND (reason IS NOT NULL)))),
  constraint plan_versions_check3 CHECK (((state = 'superseded'::text) = (superseded_at IS NOT NULL))),
  constraint plan_versions_number_check CHECK ((number >= 1)),
  constraint plan_versions_org_id_approver_id_fkey FOREIGN KEY (org_id, approver_id) REFERENCES persons(org_id, id),
  constraint plan_versions_org_id_author_id_fkey FOREIGN KEY (org_id, author_id) REFERENCES persons(org_id, id),
  constraint plan_versions_org_id_based_on_fkey FOREIGN KEY (org_id, based_on) REFERENCES plan_versions(org_id, id),
  constraint plan_versions_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES persons(org_id, id),
  constraint plan_versions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint plan_versions_org_id_number_key UNIQUE (org_id, number),
  constraint plan_versions_org_id_review_asked_by_fkey FOREIGN KEY (org_id, review_asked_by) REFERENCES persons(org_id, id),
  constraint plan_versions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint plan_versions_revision_check CHECK ((revision >= 1)),
  constraint plan_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'published'::text, 'superseded'::text])))
);
CREATE UNIQUE INDEX plan_versions_one_draft ON plan_versions USING btree (org_id) WHERE (state = ANY (ARRAY['draft'::text, 'in-review'::text]));
CREATE UNIQUE INDEX plan_versions_one_published ON plan_versions USING btree (org_id) WHERE (state = 'published'::text);
CREATE TRIGGER plan_versions_kept BEFORE DELETE OR UPDATE ON public.plan_versions FOR EACH ROW EXECUTE FUNCTION plan_version_kept();
alter table plan_versions enable row level security;
alter table plan_versions force row level security;
create policy own_organisation on plan_versions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on plan_versions to tierwise_app;

create table practice_exercises (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  tier smallint not null,
  issue_id text not null,
  platform text not null,
  language text not null,
  seed integer not null,
  ticket_id uuid not null,
  begun_at timestamptz(3) not null,
  named_issue text,
  named_at timestamptz(3),
  finished_at timestamptz(3),
  score jsonb,
  given_up boolean default false not null,
  constraint practice_exercises_pkey PRIMARY KEY (org_id, id),
  constraint practice_exercises_check CHECK (((named_issue IS NULL) = (named_at IS NULL))),
  constraint practice_exercises_check1 CHECK (((score IS NULL) OR (finished_at IS NOT NULL))),
  constraint practice_exercises_check2 CHECK (((NOT given_up) OR ((finished_at IS NOT NULL) AND (score IS NULL)))),
  constraint practice_exercises_issue_id_check CHECK (((length(issue_id) >= 1) AND (length(issue_id) <= 120))),
  constraint practice_exercises_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint practice_exercises_named_issue_check CHECK (((length(named_issue) >= 1) AND (length(named_issue) <= 120))),
  constraint practice_exercises_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint practice_exercises_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint practice_exercises_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) ON DELETE CASCADE,
  constraint practice_exercises_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))),
  constraint practice_exercises_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
CREATE UNIQUE INDEX practice_exercises_one_open ON practice_exercises USING btree (org_id, person_id) WHERE (finished_at IS NULL);
CREATE INDEX practice_exercises_person ON practice_exercises USING btree (org_id, person_id, begun_at);
CREATE UNIQUE INDEX practice_exercises_ticket ON practice_exercises USING btree (org_id, ticket_id);
alter table practice_exercises enable row level security;
alter table practice_exercises force row level security;
create policy own_organisation on practice_exercises using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on practice_exercises to tierwise_app;

create table practice_results (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  tier smallint not null,
  issue_id text not null,
  platform text not null,
  plan_version_id uuid not null,
  begun_at timestamptz(3) not null,
  finished_at timestamptz(3) not null,
  points smallint not null,
  passed boolean not null,
  score jsonb not null,
  constraint practice_results_pkey PRIMARY KEY (org_id, id),
  constraint practice_results_issue_id_check CHECK (((length(issue_id) >= 1) AND (length(issue_id) <= 120))),
  constraint practice_results_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint practice_results_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint practice_results_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint practice_results_platform_check CHECK ((platform = ANY (ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))),
  constraint practice_results_points_check CHECK (((points >= 0) AND (points <= 100))),
  constraint practice_results_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
CREATE INDEX practice_results_person ON practice_results USING btree (org_id, person_id, tier, finished_at);
alter table practice_results enable row level security;
alter table practice_results force row level security;
create policy own_organisation on practice_results using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on practice_results to tierwise_app;

create table provider_sign_ins (
  org_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  code_verifier text not null,
  link_id uuid,
  person_id uuid,
  return_to text not null,
  expires_at timestamptz(3) not null,
  constraint provider_sign_ins_pkey PRIMARY KEY (org_id, id),
  constraint provider_sign_ins_org_id_link_id_fkey FOREIGN KEY (org_id, link_id) REFERENCES one_time_links(org_id, id) ON DELETE CASCADE,
  constraint provider_sign_ins_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint provider_sign_ins_org_id_provider_id_fkey FOREIGN KEY (org_id, provider_id) REFERENCES oidc_providers(org_id, id) ON DELETE CASCADE,
  constraint provider_sign_ins_org_id_state_hash_key UNIQUE (org_id, state_hash)
);
alter table provider_sign_ins enable row level security;
alter table provider_sign_ins force row level security;
create policy own_organisation on provider_sign_ins using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on provider_sign_ins to tierwise_app;

create table recovery_codes (
  org_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint recovery_codes_pkey PRIMARY KEY (org_id, person_id, code_hash),
  constraint recovery_codes_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;
create policy own_organisation on recovery_codes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on recovery_codes to tierwise_app;

create table retraining_duties (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  tier smallint not null,
  course_key text not null,
  item_key text not null,
  plan_version_id uuid not null,
  kinds text[] not null,
  made_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  done_at timestamptz(3),
  attempt_id uuid,
  taken_over_at timestamptz(3),
  suspended_at timestamptz(3),
  suspended jsonb,
  constraint retraining_duties_pkey PRIMARY KEY (org_id, id),
  constraint retraining_duties_check CHECK ((due_at > made_at)),
  constraint retraining_duties_check1 CHECK (((suspended_at IS NULL) = (suspended IS NULL))),
  constraint retraining_duties_check2 CHECK (((done_at IS NULL) OR (taken_over_at IS NULL))),
  constraint retraining_duties_course_key_check CHECK (((length(course_key) >= 1) AND (length(course_key) <= 60))),
  constraint retraining_duties_item_key_check CHECK (((length(item_key) >= 1) AND (length(item_key) <= 60))),
  constraint retraining_duties_kinds_check CHECK (((cardinality(kinds) > 0) AND (kinds <@ ARRAY['process'::text, 'evidence'::text, 'categories'::text, 'targets'::text, 'tools'::text]))),
  constraint retraining_duties_org_id_attempt_id_fkey FOREIGN KEY (org_id, attempt_id) REFERENCES training_attempts(org_id, id),
  constraint retraining_duties_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint retraining_duties_org_id_person_id_course_key_item_key_plan_key UNIQUE (org_id, person_id, course_key, item_key, plan_version_id),
  constraint retraining_duties_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint retraining_duties_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint retraining_duties_tier_check CHECK (((tier >= 1) AND (tier <= 9)))
);
CREATE INDEX retraining_duties_open ON retraining_duties USING btree (org_id, due_at) WHERE ((done_at IS NULL) AND (taken_over_at IS NULL));
CREATE INDEX retraining_duties_person ON retraining_duties USING btree (org_id, person_id);
alter table retraining_duties enable row level security;
alter table retraining_duties force row level security;
create policy own_organisation on retraining_duties using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on retraining_duties to tierwise_app;

create table retraining_looked (
  org_id uuid not null,
  plan_version_id uuid not null,
  looked_at timestamptz(3) not null,
  constraint retraining_looked_pkey PRIMARY KEY (org_id, plan_version_id),
  constraint retraining_looked_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id)
);
alter table retraining_looked enable row level security;
alter table retraining_looked force row level security;
create policy own_organisation on retraining_looked using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on retraining_looked to tierwise_app;

create table retraining_warnings (
  org_id uuid not null,
  duty_id uuid not null,
  days smallint not null,
  told_at timestamptz(3) not null,
  constraint retraining_warnings_pkey PRIMARY KEY (org_id, duty_id, days),
  constraint retraining_warnings_days_check CHECK ((days >= 0)),
  constraint retraining_warnings_org_id_duty_id_fkey FOREIGN KEY (org_id, duty_id) REFERENCES retraining_duties(org_id, id)
);
alter table retraining_warnings enable row level security;
alter table retraining_warnings force row level security;
create policy own_organisation on retraining_warnings using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on retraining_warnings to tierwise_app;

create table rollout_import_people (
  org_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  is_new boolean not null,
  groups text[] default '{}'::text[] not null,
  facts_before jsonb,
  constraint rollout_import_people_pkey PRIMARY KEY (org_id, import_id, person_id),
  constraint rollout_import_people_org_id_import_id_fkey FOREIGN KEY (org_id, import_id) REFERENCES rollout_imports(org_id, id),
  constraint rollout_import_people_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
CREATE INDEX rollout_import_people_person ON rollout_import_people USING btree (org_id, person_id);
alter table rollout_import_people enable row level security;
alter table rollout_import_people force row level security;
create policy own_organisation on rollout_import_people using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on rollout_import_people to tierwise_app;

create table rollout_imports (
  org_id uuid not null,
  id uuid not null,
  file_name text not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  undone_at timestamptz(3),
  undone_by uuid,
  constraint rollout_imports_pkey PRIMARY KEY (org_id, id),
  constraint rollout_imports_added_check CHECK ((added >= 0)),
  constraint rollout_imports_changed_check CHECK ((changed >= 0)),
  constraint rollout_imports_check CHECK (((undone_at IS NULL) = (undone_by IS NULL))),
  constraint rollout_imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300))),
  constraint rollout_imports_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint rollout_imports_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint rollout_imports_org_id_undone_by_fkey FOREIGN KEY (org_id, undone_by) REFERENCES persons(org_id, id),
  constraint rollout_imports_unchanged_check CHECK ((unchanged >= 0))
);
alter table rollout_imports enable row level security;
alter table rollout_imports force row level security;
create policy own_organisation on rollout_imports using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on rollout_imports to tierwise_app;

create table rollout_people (
  org_id uuid not null,
  person_id uuid not null,
  platforms text[] default '{}'::text[] not null,
  department text,
  manager text,
  enrolled_on date,
  changed_at timestamptz(3) not null,
  constraint rollout_people_pkey PRIMARY KEY (org_id, person_id),
  constraint rollout_people_department_check CHECK (((length(department) >= 1) AND (length(department) <= 120))),
  constraint rollout_people_manager_check CHECK (((length(manager) >= 1) AND (length(manager) <= 254))),
  constraint rollout_people_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint rollout_people_platforms_check CHECK ((platforms <@ ARRAY['ios'::text, 'android'::text, 'windows'::text, 'macos'::text, 'linux'::text]))
);
alter table rollout_people enable row level security;
alter table rollout_people force row level security;
create policy own_organisation on rollout_people using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on rollout_people to tierwise_app;

create table sent_mails (
  org_id uuid not null,
  id uuid not null,
  mailbox_id uuid,
  ticket_id uuid,
  to_address text not null,
  subject text not null,
  message_id text not null,
  automatic boolean not null,
  state text not null,
  reason text,
  answer text,
  attempts integer not null,
  tried_at timestamptz(3) not null,
  bounced_at timestamptz(3),
  bounce_mail_id uuid,
  constraint sent_mails_pkey PRIMARY KEY (org_id, id),
  constraint sent_mails_org_id_mailbox_id_fkey FOREIGN KEY (org_id, mailbox_id) REFERENCES mailboxes(org_id, id),
  constraint sent_mails_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint sent_mails_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'retrying'::text, 'failed'::text, 'withheld'::text, 'bounced'::text])))
);
CREATE INDEX sent_mails_message_id ON sent_mails USING btree (org_id, message_id);
CREATE INDEX sent_mails_ticket ON sent_mails USING btree (org_id, ticket_id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX sent_mails_to ON sent_mails USING btree (org_id, to_address, tried_at DESC);
CREATE INDEX sent_mails_tried ON sent_mails USING btree (org_id, tried_at DESC, id DESC);
alter table sent_mails enable row level security;
alter table sent_mails force row level security;
create policy own_organisation on sent_mails using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on sent_mails to tierwise_app;

create table sign_in_attempts (
  org_id uuid not null,
  counted bytea not null,
  since timestamptz(3) not null,
  attempts integer not null,
  constraint sign_in_attempts_pkey PRIMARY KEY (org_id, counted),
  constraint sign_in_attempts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table sign_in_attempts enable row level security;
alter table sign_in_attempts force row level security;
create policy own_organisation on sign_in_attempts using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on sign_in_attempts to tierwise_app;

create table sign_ins (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  means text not null,
  user_agent text not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  proved_at timestamptz(3) not null,
  practising_since timestamptz(3),
  constraint sign_ins_pkey PRIMARY KEY (org_id, id),
  constraint sign_ins_means_check CHECK ((means = ANY (ARRAY['password'::text, 'provider'::text, 'link'::text, 'passkey'::text]))),
  constraint sign_ins_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint sign_ins_org_id_token_hash_key UNIQUE (org_id, token_hash)
);
CREATE INDEX sign_ins_person ON sign_ins USING btree (org_id, person_id);
alter table sign_ins enable row level security;
alter table sign_ins force row level security;
create policy own_organisation on sign_ins using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on sign_ins to tierwise_app;

create table suppressed_addresses (
  org_id uuid not null,
  address text not null,
  since timestamptz(3) not null,
  reason text not null,
  answer text,
  constraint suppressed_addresses_pkey PRIMARY KEY (org_id, address),
  constraint suppressed_addresses_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint suppressed_addresses_reason_check CHECK ((reason = ANY (ARRAY['bounced'::text, 'refused'::text, 'complained'::text])))
);
alter table suppressed_addresses enable row level security;
alter table suppressed_addresses force row level security;
create policy own_organisation on suppressed_addresses using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on suppressed_addresses to tierwise_app;

create table teams (
  org_id uuid not null,
  key text not null,
  name_nl text not null,
  name_en text not null,
  created_at timestamptz(3) not null,
  constraint teams_pkey PRIMARY KEY (org_id, key),
  constraint teams_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text)),
  constraint teams_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 120))),
  constraint teams_name_nl_check CHECK (((length(name_nl) >= 1) AND (length(name_nl) <= 120))),
  constraint teams_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table teams enable row level security;
alter table teams force row level security;
create policy own_organisation on teams using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on teams to tierwise_app;

create table tenant_cards (
  org_id uuid not null,
  channel_id uuid not null,
  moment text not null,
  subject text not null,
  at timestamptz(3) not null,
  constraint tenant_cards_pkey PRIMARY KEY (org_id, channel_id, moment, subject),
  constraint tenant_cards_moment_check CHECK (((length(moment) >= 1) AND (length(moment) <= 60))),
  constraint tenant_cards_org_id_channel_id_fkey FOREIGN KEY (org_id, channel_id) REFERENCES tenant_channels(org_id, id) ON DELETE CASCADE,
  constraint tenant_cards_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
);
CREATE INDEX tenant_cards_at ON tenant_cards USING btree (org_id, at);
alter table tenant_cards enable row level security;
alter table tenant_cards force row level security;
create policy own_organisation on tenant_cards using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_cards to tierwise_app;

create table tenant_channels (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  sealed_url text not null,
  host text not null,
  language text not null,
  moments text[] not null,
  enabled boolean default true not null,
  revision integer default 1 not null,
  last_success_at timestamptz(3),
  failures integer default 0 not null,
  last_error_at timestamptz(3),
  last_error text,
  created_at timestamptz(3) not null,
  constraint tenant_channels_pkey PRIMARY KEY (org_id, id),
  constraint tenant_channels_failures_check CHECK ((failures >= 0)),
  constraint tenant_channels_host_check CHECK (((length(host) >= 1) AND (length(host) <= 253))),
  constraint tenant_channels_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint tenant_channels_last_error_check CHECK ((length(last_error) <= 2000)),
  constraint tenant_channels_moments_check CHECK ((moments <@ ARRAY['escalated'::text, 'burst'::text, 'bridge-called'::text, 'service-incident'::text, 'vendor-answered'::text])),
  constraint tenant_channels_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint tenant_channels_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table tenant_channels enable row level security;
alter table tenant_channels force row level security;
create policy own_organisation on tenant_channels using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_channels to tierwise_app;

create table tenant_checks (
  org_id uuid not null,
  tenant uuid not null,
  check_key text not null,
  outcome text not null,
  code text,
  status integer,
  answer text,
  request_id text,
  activity_id text,
  tried_at timestamptz(3) not null,
  worked_at timestamptz(3),
  constraint tenant_checks_pkey PRIMARY KEY (org_id, tenant, check_key),
  constraint tenant_checks_activity_id_check CHECK ((length(activity_id) <= 100)),
  constraint tenant_checks_answer_check CHECK ((length(answer) <= 2000)),
  constraint tenant_checks_check_key_check CHECK (((length(check_key) >= 1) AND (length(check_key) <= 60))),
  constraint tenant_checks_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint tenant_checks_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint tenant_checks_outcome_check CHECK ((outcome = ANY (ARRAY['works'::text, 'missing'::text, 'failed'::text, 'untried'::text]))),
  constraint tenant_checks_request_id_check CHECK ((length(request_id) <= 100))
);
alter table tenant_checks enable row level security;
alter table tenant_checks force row level security;
create policy own_organisation on tenant_checks using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_checks to tierwise_app;

create table tenant_directories (
  org_id uuid not null,
  tenant uuid not null,
  revision integer default 1 not null,
  users_link text,
  groups_link text,
  read_whole_at timestamptz(3),
  began_at timestamptz(3),
  ended_at timestamptz(3),
  succeeded_at timestamptz(3),
  code text,
  permission text,
  outcome jsonb,
  held jsonb,
  released text[] default '{}'::text[] not null,
  taken_away jsonb default '[]'::jsonb not null,
  constraint tenant_directories_pkey PRIMARY KEY (org_id, tenant),
  constraint tenant_directories_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint tenant_directories_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint tenant_directories_permission_check CHECK ((length(permission) <= 120))
);
alter table tenant_directories enable row level security;
alter table tenant_directories force row level security;
create policy own_organisation on tenant_directories using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_directories to tierwise_app;

create table tenant_directory_groups (
  org_id uuid not null,
  tenant uuid not null,
  entra_group_id text not null,
  name text not null,
  group_key text not null,
  former_key text,
  missing_since timestamptz(3),
  dropped boolean default false not null,
  constraint tenant_directory_groups_pkey PRIMARY KEY (org_id, tenant, entra_group_id),
  constraint tenant_directory_groups_entra_group_id_check CHECK (((length(entra_group_id) >= 1) AND (length(entra_group_id) <= 100))),
  constraint tenant_directory_groups_former_key_check CHECK (((length(former_key) >= 1) AND (length(former_key) <= 200))),
  constraint tenant_directory_groups_group_key_check CHECK (((length(group_key) >= 1) AND (length(group_key) <= 200))),
  constraint tenant_directory_groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 256))),
  constraint tenant_directory_groups_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenant_directories(org_id, tenant) ON DELETE CASCADE
);
alter table tenant_directory_groups enable row level security;
alter table tenant_directory_groups force row level security;
create policy own_organisation on tenant_directory_groups using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_directory_groups to tierwise_app;

create table tenant_directory_users (
  org_id uuid not null,
  tenant uuid not null,
  entra_id text not null,
  name text,
  address text,
  sign_in_name text,
  enabled boolean not null,
  groups text[] not null,
  withdrawn boolean default false not null,
  kept boolean default false not null,
  constraint tenant_directory_users_pkey PRIMARY KEY (org_id, tenant, entra_id),
  constraint tenant_directory_users_entra_id_check CHECK (((length(entra_id) >= 1) AND (length(entra_id) <= 100))),
  constraint tenant_directory_users_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenant_directories(org_id, tenant) ON DELETE CASCADE
);
alter table tenant_directory_users enable row level security;
alter table tenant_directory_users force row level security;
create policy own_organisation on tenant_directory_users using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_directory_users to tierwise_app;

create table tenant_persons (
  org_id uuid not null,
  person_id uuid not null,
  tenant uuid not null,
  entra_id text not null,
  found_by text not null,
  found_at timestamptz(3) not null,
  constraint tenant_persons_pkey PRIMARY KEY (org_id, person_id),
  constraint tenant_persons_entra_id_check CHECK (((length(entra_id) >= 1) AND (length(entra_id) <= 100))),
  constraint tenant_persons_found_by_check CHECK ((found_by = ANY (ARRAY['sync'::text, 'address'::text]))),
  constraint tenant_persons_org_id_entra_id_key UNIQUE (org_id, entra_id),
  constraint tenant_persons_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint tenant_persons_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE
);
alter table tenant_persons enable row level security;
alter table tenant_persons force row level security;
create policy own_organisation on tenant_persons using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_persons to tierwise_app;

create table tenant_registrations (
  org_id uuid not null,
  tenant uuid not null,
  purpose text not null,
  client_id text not null,
  kind text not null,
  sealed text,
  certificate text,
  expires_at timestamptz(3),
  warned_days smallint,
  refused_since timestamptz(3),
  granted text[] default '{}'::text[] not null,
  constraint tenant_registrations_pkey PRIMARY KEY (org_id, tenant, purpose),
  constraint tenant_registrations_check CHECK (((kind = 'certificate'::text) = (certificate IS NOT NULL))),
  constraint tenant_registrations_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 100))),
  constraint tenant_registrations_kind_check CHECK ((kind = ANY (ARRAY['secret'::text, 'certificate'::text]))),
  constraint tenant_registrations_org_id_tenant_fkey FOREIGN KEY (org_id, tenant) REFERENCES tenants(org_id, id) ON DELETE CASCADE,
  constraint tenant_registrations_purpose_check CHECK ((purpose = ANY (ARRAY['read'::text, 'act'::text])))
);
alter table tenant_registrations enable row level security;
alter table tenant_registrations force row level security;
create policy own_organisation on tenant_registrations using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenant_registrations to tierwise_app;

create table tenants (
  org_id uuid not null,
  id uuid not null,
  tenant_id text not null,
  name text,
  cloud text not null,
  login_url text not null,
  graph_url text not null,
  allow_private boolean default false not null,
  revision integer default 1 not null,
  connected_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  constraint tenants_pkey PRIMARY KEY (org_id, id),
  constraint tenants_cloud_check CHECK ((cloud = ANY (ARRAY['public'::text, 'us-gov'::text, 'us-dod'::text, 'china'::text, 'own'::text]))),
  constraint tenants_graph_url_check CHECK (((length(graph_url) >= 8) AND (length(graph_url) <= 300))),
  constraint tenants_login_url_check CHECK (((length(login_url) >= 8) AND (length(login_url) <= 300))),
  constraint tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 256))),
  constraint tenants_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint tenants_org_id_key UNIQUE (org_id),
  constraint tenants_tenant_id_check CHECK (((length(tenant_id) >= 1) AND (length(tenant_id) <= 100)))
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_organisation on tenants using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on tenants to tierwise_app;

create table ticket_duties (
  org_id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  tier smallint not null,
  person_id uuid,
  due_at timestamptz(3),
  due_target text,
  due_tier smallint,
  constraint ticket_duties_pkey PRIMARY KEY (org_id, ticket_id, kind, tier),
  constraint ticket_duties_kind_check CHECK ((kind = ANY (ARRAY['investigate'::text, 'accept'::text, 'take-note'::text, 'contact'::text, 'answer-question'::text]))),
  constraint ticket_duties_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint ticket_duties_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id)
);
CREATE INDEX ticket_duties_person ON ticket_duties USING btree (org_id, person_id, due_at);
CREATE INDEX ticket_duties_tier ON ticket_duties USING btree (org_id, tier, kind, due_at);
alter table ticket_duties enable row level security;
alter table ticket_duties force row level security;
create policy own_organisation on ticket_duties using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on ticket_duties to tierwise_app;

create table ticket_events (
  org_id uuid not null,
  ticket_id uuid not null,
  number integer not null,
  type text not null,
  at timestamptz(3) not null,
  author_kind text not null,
  author_id uuid,
  author_system text,
  facts jsonb not null,
  words jsonb,
  words_key bytea,
  words_digest bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint ticket_events_pkey PRIMARY KEY (org_id, ticket_id, number),
  constraint ticket_events_author_kind_check CHECK ((author_kind = ANY (ARRAY['person'::text, 'system'::text]))),
  constraint ticket_events_check CHECK (((author_kind = 'person'::text) = (author_id IS NOT NULL))),
  constraint ticket_events_number_check CHECK ((number > 0)),
  constraint ticket_events_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ticket_events_at ON ticket_events USING btree (org_id, at);
CREATE TRIGGER ticket_events_append_only BEFORE DELETE OR UPDATE ON public.ticket_events FOR EACH ROW EXECUTE FUNCTION ticket_events_append_only();
alter table ticket_events enable row level security;
alter table ticket_events force row level security;
create policy own_organisation on ticket_events using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on ticket_events to tierwise_app;

create table ticket_files (
  org_id uuid not null,
  file_id uuid not null,
  ticket_id uuid not null,
  is_open boolean not null,
  constraint ticket_files_pkey PRIMARY KEY (org_id, file_id, ticket_id),
  constraint ticket_files_org_id_file_id_fkey FOREIGN KEY (org_id, file_id) REFERENCES files(org_id, id),
  constraint ticket_files_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id)
);
alter table ticket_files enable row level security;
alter table ticket_files force row level security;
create policy own_organisation on ticket_files using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on ticket_files to tierwise_app;

create table ticket_followers (
  org_id uuid not null,
  person_id uuid not null,
  ticket_id uuid not null,
  constraint ticket_followers_pkey PRIMARY KEY (org_id, person_id, ticket_id),
  constraint ticket_followers_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint ticket_followers_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id)
);
CREATE INDEX ticket_followers_ticket ON ticket_followers USING btree (org_id, ticket_id);
alter table ticket_followers enable row level security;
alter table ticket_followers force row level security;
create policy own_organisation on ticket_followers using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select on ticket_followers to tierwise_app;

create table ticket_mails_told (
  org_id uuid not null,
  ticket_id uuid not null,
  event_number integer not null,
  person_id uuid not null,
  moment text not null,
  at timestamptz(3) not null,
  constraint ticket_mails_told_pkey PRIMARY KEY (org_id, ticket_id, event_number, person_id),
  constraint ticket_mails_told_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint ticket_mails_told_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id)
);
alter table ticket_mails_told enable row level security;
alter table ticket_mails_told force row level security;
create policy own_organisation on ticket_mails_told using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on ticket_mails_told to tierwise_app;

create table ticket_numbers (
  org_id uuid not null,
  last bigint not null,
  constraint ticket_numbers_pkey PRIMARY KEY (org_id),
  constraint ticket_numbers_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id)
);
alter table ticket_numbers enable row level security;
alter table ticket_numbers force row level security;
create policy own_organisation on ticket_numbers using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on ticket_numbers to tierwise_app;

create table tickets (
  org_id uuid not null,
  id uuid not null,
  number bigint not null,
  version integer not null,
  plan_version_id uuid not null,
  state jsonb not null,
  subject text not null,
  kind text not null,
  stage text not null,
  tier smallint,
  offered_to smallint,
  waiting text,
  requester_id uuid not null,
  assignee_id uuid,
  priority smallint not null,
  category text,
  platform text,
  phase text,
  wave text,
  on_bridge boolean default false not null,
  opened_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  closed_at timestamptz(3),
  due_at timestamptz(3),
  due_target text,
  due_order timestamptz(3) generated always as (COALESCE(due_at, '9999-12-31 00:00:00+00'::timestamp with time zone)) stored not null,
  clock_at timestamptz(3),
  last_hash bytea not null,
  search tsvector default ''::tsvector not null,
  search_open tsvector default ''::tsvector not null,
  due_tier smallint,
  constraint tickets_pkey PRIMARY KEY (org_id, id),
  constraint tickets_kind_check CHECK ((kind = ANY (ARRAY['incident'::text, 'request'::text]))),
  constraint tickets_org_id_assignee_id_fkey FOREIGN KEY (org_id, assignee_id) REFERENCES persons(org_id, id),
  constraint tickets_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint tickets_org_id_number_key UNIQUE (org_id, number),
  constraint tickets_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint tickets_org_id_requester_id_fkey FOREIGN KEY (org_id, requester_id) REFERENCES persons(org_id, id),
  constraint tickets_priority_check CHECK (((priority >= 1) AND (priority <= 4))),
  constraint tickets_stage_check CHECK ((stage = ANY (ARRAY['investigating'::text, 'delivering'::text, 'confirming'::text, 'closed'::text]))),
  constraint tickets_waiting_check CHECK ((waiting = ANY (ARRAY['requester'::text, 'vendor'::text, 'until'::text])))
);
CREATE INDEX tickets_assignee ON tickets USING btree (org_id, assignee_id, changed_at DESC, id DESC) WHERE (stage <> 'closed'::text);
CREATE INDEX tickets_changed ON tickets USING btree (org_id, changed_at DESC, id DESC);
CREATE INDEX tickets_clock ON tickets USING btree (org_id, clock_at) WHERE (clock_at IS NOT NULL);
CREATE INDEX tickets_closed ON tickets USING btree (org_id, changed_at DESC, id DESC) WHERE (stage = 'closed'::text);
CREATE INDEX tickets_due ON tickets USING btree (org_id, due_order, id) WHERE (stage <> 'closed'::text);
CREATE INDEX tickets_open ON tickets USING btree (org_id, changed_at DESC, id DESC) INCLUDE (tier, stage, priority, category, platform, phase, wave, assignee_id, waiting, due_order) WHERE (stage <> 'closed'::text);
CREATE INDEX tickets_open_by_plan_version ON tickets USING btree (org_id, plan_version_id, number) WHERE (stage <> 'closed'::text);
CREATE INDEX tickets_open_tier ON tickets USING btree (org_id, tier, changed_at DESC, id DESC) WHERE (stage <> 'closed'::text);
CREATE INDEX tickets_opened ON tickets USING btree (org_id, opened_at DESC, id DESC);
CREATE INDEX tickets_priority ON tickets USING btree (org_id, priority, id) WHERE (stage <> 'closed'::text);
CREATE INDEX tickets_requester ON tickets USING btree (org_id, requester_id, changed_at DESC, id DESC);
CREATE INDEX tickets_search ON tickets USING gin (search);
CREATE INDEX tickets_waiting ON tickets USING btree (org_id, waiting, changed_at DESC, id DESC) WHERE ((stage <> 'closed'::text) AND (waiting IS NOT NULL));
CREATE INDEX tickets_wave ON tickets USING btree (org_id, wave) WHERE (wave IS NOT NULL);
alter table tickets enable row level security;
alter table tickets force row level security;
create policy own_organisation on tickets using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on tickets to tierwise_app;

create table training_attempts (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  course_key text not null,
  plan_version_id uuid not null,
  item_key text,
  session_id uuid,
  seed integer not null,
  questions jsonb not null,
  begun_at timestamptz(3) not null,
  handed_in_at timestamptz(3),
  answers jsonb,
  percent smallint,
  passed boolean,
  constraint training_attempts_pkey PRIMARY KEY (org_id, id),
  constraint training_attempts_check CHECK (((handed_in_at IS NULL) = (answers IS NULL))),
  constraint training_attempts_check1 CHECK (((handed_in_at IS NULL) = (percent IS NULL))),
  constraint training_attempts_check2 CHECK (((handed_in_at IS NULL) = (passed IS NULL))),
  constraint training_attempts_course_key_check CHECK (((length(course_key) >= 1) AND (length(course_key) <= 60))),
  constraint training_attempts_item_key_check CHECK (((length(item_key) >= 1) AND (length(item_key) <= 60))),
  constraint training_attempts_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint training_attempts_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint training_attempts_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES training_sessions(org_id, id),
  constraint training_attempts_percent_check CHECK (((percent >= 0) AND (percent <= 100)))
);
CREATE UNIQUE INDEX training_attempts_one_open ON training_attempts USING btree (org_id, person_id, course_key, COALESCE(item_key, ''::text)) WHERE (handed_in_at IS NULL);
CREATE INDEX training_attempts_person ON training_attempts USING btree (org_id, person_id, course_key, begun_at);
alter table training_attempts enable row level security;
alter table training_attempts force row level security;
create policy own_organisation on training_attempts using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on training_attempts to tierwise_app;

create table training_certificates (
  org_id uuid not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  course_key text not null,
  tier smallint not null,
  plan_version_id uuid not null,
  session_id uuid not null,
  attempt_id uuid not null,
  trainer_id uuid not null,
  trainer_as text not null,
  rests_on uuid,
  certification_id uuid not null,
  issued_at timestamptz(3) not null,
  valid_until timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_by uuid,
  revoke_reason text,
  constraint training_certificates_pkey PRIMARY KEY (org_id, id),
  constraint training_certificates_check CHECK ((valid_until > issued_at)),
  constraint training_certificates_check1 CHECK (((rests_on IS NULL) OR (rests_on < id))),
  constraint training_certificates_check2 CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint training_certificates_check3 CHECK (((revoked_at IS NULL) = (revoke_reason IS NULL))),
  constraint training_certificates_course_key_check CHECK (((length(course_key) >= 1) AND (length(course_key) <= 60))),
  constraint training_certificates_number_check CHECK ((number ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'::text)),
  constraint training_certificates_org_id_attempt_id_fkey FOREIGN KEY (org_id, attempt_id) REFERENCES training_attempts(org_id, id),
  constraint training_certificates_org_id_attempt_id_key UNIQUE (org_id, attempt_id),
  constraint training_certificates_org_id_certification_id_fkey FOREIGN KEY (org_id, certification_id) REFERENCES certifications(org_id, id),
  constraint training_certificates_org_id_number_key UNIQUE (org_id, number),
  constraint training_certificates_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint training_certificates_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint training_certificates_org_id_rests_on_fkey FOREIGN KEY (org_id, rests_on) REFERENCES training_certificates(org_id, id),
  constraint training_certificates_org_id_revoked_by_fkey FOREIGN KEY (org_id, revoked_by) REFERENCES persons(org_id, id),
  constraint training_certificates_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES training_sessions(org_id, id),
  constraint training_certificates_org_id_trainer_id_fkey FOREIGN KEY (org_id, trainer_id) REFERENCES persons(org_id, id),
  constraint training_certificates_revoke_reason_check CHECK (((length(revoke_reason) >= 1) AND (length(revoke_reason) <= 500))),
  constraint training_certificates_tier_check CHECK (((tier >= 1) AND (tier <= 9))),
  constraint training_certificates_trainer_as_check CHECK ((trainer_as = ANY (ARRAY['root'::text, 'lead'::text])))
);
CREATE INDEX training_certificates_person ON training_certificates USING btree (org_id, person_id, course_key, issued_at);
alter table training_certificates enable row level security;
alter table training_certificates force row level security;
create policy own_organisation on training_certificates using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on training_certificates to tierwise_app;

create table training_code_tries (
  org_id uuid not null,
  person_id uuid not null,
  since timestamptz(3) not null,
  tries integer not null,
  constraint training_code_tries_pkey PRIMARY KEY (org_id, person_id),
  constraint training_code_tries_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id)
);
alter table training_code_tries enable row level security;
alter table training_code_tries force row level security;
create policy own_organisation on training_code_tries using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on training_code_tries to tierwise_app;

create table training_evaluations (
  org_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  useful smallint not null,
  pace smallint not null,
  trainer smallint not null,
  remark text,
  constraint training_evaluations_pkey PRIMARY KEY (org_id, id),
  constraint training_evaluations_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES training_sessions(org_id, id),
  constraint training_evaluations_pace_check CHECK (((pace >= 1) AND (pace <= 5))),
  constraint training_evaluations_remark_check CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  constraint training_evaluations_trainer_check CHECK (((trainer >= 1) AND (trainer <= 5))),
  constraint training_evaluations_useful_check CHECK (((useful >= 1) AND (useful <= 5)))
);
CREATE INDEX training_evaluations_session ON training_evaluations USING btree (org_id, session_id);
alter table training_evaluations enable row level security;
alter table training_evaluations force row level security;
create policy own_organisation on training_evaluations using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on training_evaluations to tierwise_app;

create table training_sessions (
  org_id uuid not null,
  id uuid not null,
  course_key text not null,
  plan_version_id uuid not null,
  trainer_id uuid not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  time_zone text not null,
  place text,
  link text,
  seats integer not null,
  language text not null,
  planned_at timestamptz(3) not null,
  planned_by uuid not null,
  cancelled_at timestamptz(3),
  cancel_reason text,
  code text,
  code_until timestamptz(3),
  constraint training_sessions_pkey PRIMARY KEY (org_id, id),
  constraint training_sessions_cancel_reason_check CHECK (((length(cancel_reason) >= 1) AND (length(cancel_reason) <= 500))),
  constraint training_sessions_check CHECK ((ends_at > starts_at)),
  constraint training_sessions_check1 CHECK (((cancelled_at IS NULL) = (cancel_reason IS NULL))),
  constraint training_sessions_check2 CHECK (((code IS NULL) = (code_until IS NULL))),
  constraint training_sessions_code_check CHECK ((code ~ '^[0-9]{6}$'::text)),
  constraint training_sessions_course_key_check CHECK (((length(course_key) >= 1) AND (length(course_key) <= 60))),
  constraint training_sessions_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
  constraint training_sessions_link_check CHECK (((length(link) >= 1) AND (length(link) <= 500))),
  constraint training_sessions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint training_sessions_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint training_sessions_org_id_planned_by_fkey FOREIGN KEY (org_id, planned_by) REFERENCES persons(org_id, id),
  constraint training_sessions_org_id_trainer_id_fkey FOREIGN KEY (org_id, trainer_id) REFERENCES persons(org_id, id),
  constraint training_sessions_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  constraint training_sessions_seats_check CHECK (((seats >= 1) AND (seats <= 500))),
  constraint training_sessions_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 60)))
);
CREATE INDEX training_sessions_course ON training_sessions USING btree (org_id, course_key, starts_at);
CREATE INDEX training_sessions_starts ON training_sessions USING btree (org_id, starts_at);
alter table training_sessions enable row level security;
alter table training_sessions force row level security;
create policy own_organisation on training_sessions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on training_sessions to tierwise_app;

create table training_sign_ups (
  org_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  state text not null,
  turn integer not null,
  asked_at timestamptz(3) not null,
  asked_by uuid not null,
  attended_at timestamptz(3),
  attended_by text,
  evaluated boolean default false not null,
  constraint training_sign_ups_pkey PRIMARY KEY (org_id, session_id, person_id),
  constraint training_sign_ups_attended_by_check CHECK ((attended_by = ANY (ARRAY['trainer'::text, 'code'::text]))),
  constraint training_sign_ups_check CHECK (((attended_at IS NULL) = (attended_by IS NULL))),
  constraint training_sign_ups_check1 CHECK (((attended_at IS NULL) OR (state = 'seated'::text))),
  constraint training_sign_ups_org_id_asked_by_fkey FOREIGN KEY (org_id, asked_by) REFERENCES persons(org_id, id),
  constraint training_sign_ups_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint training_sign_ups_org_id_session_id_fkey FOREIGN KEY (org_id, session_id) REFERENCES training_sessions(org_id, id),
  constraint training_sign_ups_org_id_session_id_turn_key UNIQUE (org_id, session_id, turn),
  constraint training_sign_ups_state_check CHECK ((state = ANY (ARRAY['seated'::text, 'waiting'::text, 'withdrawn'::text])))
);
CREATE INDEX training_sign_ups_person ON training_sign_ups USING btree (org_id, person_id);
alter table training_sign_ups enable row level security;
alter table training_sign_ups force row level security;
create policy own_organisation on training_sign_ups using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on training_sign_ups to tierwise_app;

create table training_warnings (
  org_id uuid not null,
  certificate_id uuid not null,
  days smallint not null,
  told_at timestamptz(3) not null,
  constraint training_warnings_pkey PRIMARY KEY (org_id, certificate_id, days),
  constraint training_warnings_days_check CHECK ((days > 0)),
  constraint training_warnings_org_id_certificate_id_fkey FOREIGN KEY (org_id, certificate_id) REFERENCES training_certificates(org_id, id)
);
alter table training_warnings enable row level security;
alter table training_warnings force row level security;
create policy own_organisation on training_warnings using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on training_warnings to tierwise_app;

create table triage_burst_tickets (
  org_id uuid not null,
  burst_id uuid not null,
  ticket_id uuid not null,
  constraint triage_burst_tickets_pkey PRIMARY KEY (org_id, burst_id, ticket_id),
  constraint triage_burst_tickets_org_id_burst_id_fkey FOREIGN KEY (org_id, burst_id) REFERENCES triage_bursts(org_id, id) ON DELETE CASCADE,
  constraint triage_burst_tickets_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) ON DELETE CASCADE
);
CREATE INDEX triage_burst_tickets_ticket ON triage_burst_tickets USING btree (org_id, ticket_id);
alter table triage_burst_tickets enable row level security;
alter table triage_burst_tickets force row level security;
create policy own_organisation on triage_burst_tickets using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on triage_burst_tickets to tierwise_app;

create table triage_bursts (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  about text not null,
  common jsonb not null,
  expected double precision not null,
  began_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  state text not null,
  cause_id uuid,
  answered_at timestamptz(3),
  answered_by uuid,
  constraint triage_bursts_pkey PRIMARY KEY (org_id, id),
  constraint triage_bursts_about_check CHECK (((length(about) >= 1) AND (length(about) <= 300))),
  constraint triage_bursts_check CHECK (((state = 'cause'::text) <= (cause_id IS NOT NULL))),
  constraint triage_bursts_expected_check CHECK ((expected >= (0)::double precision)),
  constraint triage_bursts_kind_check CHECK ((kind = ANY (ARRAY['issue'::text, 'code'::text, 'failure'::text, 'words'::text, 'category'::text, 'wave'::text]))),
  constraint triage_bursts_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES persons(org_id, id),
  constraint triage_bursts_org_id_cause_id_fkey FOREIGN KEY (org_id, cause_id) REFERENCES triage_causes(org_id, id),
  constraint triage_bursts_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint triage_bursts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'cause'::text, 'let-be'::text, 'over'::text])))
);
CREATE INDEX triage_bursts_about ON triage_bursts USING btree (org_id, about, seen_at);
CREATE UNIQUE INDEX triage_bursts_open ON triage_bursts USING btree (org_id, about) WHERE (state = 'open'::text);
alter table triage_bursts enable row level security;
alter table triage_bursts force row level security;
create policy own_organisation on triage_bursts using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on triage_bursts to tierwise_app;

create table triage_cause_course (
  org_id uuid not null,
  id uuid not null,
  cause_id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  what text not null,
  ticket_id uuid,
  open_tickets integer,
  reason text,
  constraint triage_cause_course_pkey PRIMARY KEY (org_id, id),
  constraint triage_cause_course_check CHECK (((by_person IS NOT NULL) OR (what = 'added'::text))),
  constraint triage_cause_course_check1 CHECK (((ticket_id IS NOT NULL) = (what = ANY (ARRAY['added'::text, 'taken-out'::text])))),
  constraint triage_cause_course_check2 CHECK (((open_tickets IS NOT NULL) = (what = 'closed'::text))),
  constraint triage_cause_course_check3 CHECK (((reason IS NOT NULL) = (what = 'reopened'::text))),
  constraint triage_cause_course_open_tickets_check CHECK ((open_tickets >= 0)),
  constraint triage_cause_course_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint triage_cause_course_org_id_cause_id_fkey FOREIGN KEY (org_id, cause_id) REFERENCES triage_causes(org_id, id) ON DELETE CASCADE,
  constraint triage_cause_course_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) ON DELETE CASCADE,
  constraint triage_cause_course_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint triage_cause_course_what_check CHECK ((what = ANY (ARRAY['added'::text, 'taken-out'::text, 'closed'::text, 'reopened'::text])))
);
CREATE INDEX triage_cause_course_cause ON triage_cause_course USING btree (org_id, cause_id, at);
CREATE INDEX triage_cause_course_ticket ON triage_cause_course USING btree (org_id, ticket_id);
alter table triage_cause_course enable row level security;
alter table triage_cause_course force row level security;
create policy own_organisation on triage_cause_course using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on triage_cause_course to tierwise_app;

create table triage_cause_tickets (
  org_id uuid not null,
  cause_id uuid not null,
  ticket_id uuid not null,
  added_at timestamptz(3) not null,
  added_by uuid,
  constraint triage_cause_tickets_pkey PRIMARY KEY (org_id, ticket_id),
  constraint triage_cause_tickets_org_id_added_by_fkey FOREIGN KEY (org_id, added_by) REFERENCES persons(org_id, id),
  constraint triage_cause_tickets_org_id_cause_id_fkey FOREIGN KEY (org_id, cause_id) REFERENCES triage_causes(org_id, id) ON DELETE CASCADE,
  constraint triage_cause_tickets_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) ON DELETE CASCADE
);
CREATE INDEX triage_cause_tickets_cause ON triage_cause_tickets USING btree (org_id, cause_id);
alter table triage_cause_tickets enable row level security;
alter table triage_cause_tickets force row level security;
create policy own_organisation on triage_cause_tickets using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on triage_cause_tickets to tierwise_app;

create table triage_causes (
  org_id uuid not null,
  id uuid not null,
  title text not null,
  incident text,
  opened_at timestamptz(3) not null,
  opened_by uuid not null,
  closed_at timestamptz(3),
  closed_by uuid,
  constraint triage_causes_pkey PRIMARY KEY (org_id, id),
  constraint triage_causes_check CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint triage_causes_incident_check CHECK (((length(incident) >= 1) AND (length(incident) <= 100))),
  constraint triage_causes_org_id_closed_by_fkey FOREIGN KEY (org_id, closed_by) REFERENCES persons(org_id, id),
  constraint triage_causes_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint triage_causes_org_id_opened_by_fkey FOREIGN KEY (org_id, opened_by) REFERENCES persons(org_id, id),
  constraint triage_causes_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX triage_causes_open ON triage_causes USING btree (org_id, opened_at) WHERE (closed_at IS NULL);
alter table triage_causes enable row level security;
alter table triage_causes force row level security;
create policy own_organisation on triage_causes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on triage_causes to tierwise_app;

create table triage_checks (
  org_id uuid not null,
  ticket_id uuid not null,
  issue_id text not null,
  check_key text not null,
  words jsonb not null,
  state text not null,
  note text default ''::text not null,
  by_person uuid not null,
  at timestamptz(3) not null,
  constraint triage_checks_pkey PRIMARY KEY (org_id, ticket_id, issue_id, check_key),
  constraint triage_checks_check_key_check CHECK ((check_key ~ '^[0-9a-f]{64}$'::text)),
  constraint triage_checks_issue_id_check CHECK (((length(issue_id) >= 1) AND (length(issue_id) <= 100))),
  constraint triage_checks_note_check CHECK ((length(note) <= 2000)),
  constraint triage_checks_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint triage_checks_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) ON DELETE CASCADE,
  constraint triage_checks_state_check CHECK ((state = ANY (ARRAY['done'::text, 'found'::text, 'not-applicable'::text])))
);
alter table triage_checks enable row level security;
alter table triage_checks force row level security;
create policy own_organisation on triage_checks using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on triage_checks to tierwise_app;

create table triage_outcomes (
  org_id uuid not null,
  ticket_id uuid not null,
  issue_id text not null,
  helped boolean not null,
  said_by text not null,
  platform text,
  wave text,
  by_person uuid,
  at timestamptz(3) not null,
  constraint triage_outcomes_pkey PRIMARY KEY (org_id, ticket_id, issue_id),
  constraint triage_outcomes_issue_id_check CHECK (((length(issue_id) >= 1) AND (length(issue_id) <= 100))),
  constraint triage_outcomes_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint triage_outcomes_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id) ON DELETE CASCADE,
  constraint triage_outcomes_said_by_check CHECK ((said_by = ANY (ARRAY['agent'::text, 'contact'::text, 'requester'::text])))
);
CREATE INDEX triage_outcomes_issue ON triage_outcomes USING btree (org_id, issue_id);
alter table triage_outcomes enable row level security;
alter table triage_outcomes force row level security;
create policy own_organisation on triage_outcomes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant delete, insert, select, update on triage_outcomes to tierwise_app;

create table vendor_case_addresses (
  org_id uuid not null,
  case_id uuid not null,
  address text not null,
  accepted_at timestamptz(3) not null,
  accepted_by uuid not null,
  constraint vendor_case_addresses_pkey PRIMARY KEY (org_id, case_id, address),
  constraint vendor_case_addresses_address_check CHECK ((((length(address) >= 3) AND (length(address) <= 254)) AND (address = lower(address)))),
  constraint vendor_case_addresses_org_id_accepted_by_fkey FOREIGN KEY (org_id, accepted_by) REFERENCES persons(org_id, id),
  constraint vendor_case_addresses_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES vendor_cases(org_id, id)
);
alter table vendor_case_addresses enable row level security;
alter table vendor_case_addresses force row level security;
create policy own_organisation on vendor_case_addresses using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on vendor_case_addresses to tierwise_app;

create table vendor_case_log (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  what text not null,
  details jsonb default '{}'::jsonb not null,
  constraint vendor_case_log_pkey PRIMARY KEY (org_id, id),
  constraint vendor_case_log_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint vendor_case_log_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES vendor_cases(org_id, id),
  constraint vendor_case_log_what_check CHECK ((what = ANY (ARRAY['opened'::text, 'details-changed'::text, 'packet-changed'::text, 'shown'::text, 'hidden-again'::text, 'packet-made'::text, 'mail-came'::text, 'mail-sent'::text, 'address-accepted'::text, 'next-set'::text, 'overdue'::text, 'answered'::text, 'closed'::text])))
);
CREATE INDEX vendor_case_log_case ON vendor_case_log USING btree (org_id, case_id, id);
alter table vendor_case_log enable row level security;
alter table vendor_case_log force row level security;
create policy own_organisation on vendor_case_log using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on vendor_case_log to tierwise_app;

create table vendor_case_mails (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  direction text not null,
  at timestamptz(3) not null,
  from_address text not null,
  from_name text default ''::text not null,
  to_address text default ''::text not null,
  subject text not null,
  text text not null,
  files uuid[] default '{}'::uuid[] not null,
  automatic boolean default false not null,
  by_person uuid,
  inbound_mail_id uuid,
  message_id text,
  constraint vendor_case_mails_pkey PRIMARY KEY (org_id, id),
  constraint vendor_case_mails_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint vendor_case_mails_from_address_check CHECK ((length(from_address) <= 320)),
  constraint vendor_case_mails_from_name_check CHECK ((length(from_name) <= 200)),
  constraint vendor_case_mails_message_id_check CHECK ((length(message_id) <= 998)),
  constraint vendor_case_mails_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint vendor_case_mails_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES vendor_cases(org_id, id),
  constraint vendor_case_mails_org_id_inbound_mail_id_fkey FOREIGN KEY (org_id, inbound_mail_id) REFERENCES inbound_mails(org_id, id),
  constraint vendor_case_mails_subject_check CHECK ((length(subject) <= 1000)),
  constraint vendor_case_mails_text_check CHECK ((length(text) <= 100000)),
  constraint vendor_case_mails_to_address_check CHECK ((length(to_address) <= 320))
);
CREATE INDEX vendor_case_mails_case ON vendor_case_mails USING btree (org_id, case_id, id);
CREATE UNIQUE INDEX vendor_case_mails_inbound ON vendor_case_mails USING btree (org_id, inbound_mail_id) WHERE (inbound_mail_id IS NOT NULL);
alter table vendor_case_mails enable row level security;
alter table vendor_case_mails force row level security;
create policy own_organisation on vendor_case_mails using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on vendor_case_mails to tierwise_app;

create table vendor_cases (
  org_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  opened_by_event integer not null,
  version integer default 1 not null,
  supplier text not null,
  contract_kind text not null,
  channel text not null,
  severity text not null,
  severity_name_nl text not null,
  severity_name_en text not null,
  case_number text,
  contact_name text,
  contact_address text,
  state text not null,
  opened_at timestamptz(3) not null,
  opened_by uuid,
  response_minutes integer not null,
  response_due_at timestamptz(3) not null,
  responded_at timestamptz(3),
  overdue_told_at timestamptz(3),
  next_by text not null,
  next_what text default ''::text not null,
  next_at timestamptz(3),
  answered_at timestamptz(3),
  closed_at timestamptz(3),
  alias text not null,
  typed jsonb default '{}'::jsonb not null,
  shown text[] default '{}'::text[] not null,
  files uuid[] default '{}'::uuid[] not null,
  constraint vendor_cases_pkey PRIMARY KEY (org_id, id),
  constraint vendor_cases_alias_check CHECK ((alias ~ '^[a-z2-7]{26}$'::text)),
  constraint vendor_cases_case_number_check CHECK (((length(case_number) >= 1) AND (length(case_number) <= 100))),
  constraint vendor_cases_channel_check CHECK ((channel = ANY (ARRAY['admin-center'::text, 'phone'::text, 'services-hub'::text, 'partner-portal'::text, 'mail'::text, 'other'::text]))),
  constraint vendor_cases_contact_address_check CHECK (((length(contact_address) >= 3) AND (length(contact_address) <= 254))),
  constraint vendor_cases_contact_name_check CHECK (((length(contact_name) >= 1) AND (length(contact_name) <= 120))),
  constraint vendor_cases_contract_kind_check CHECK ((contract_kind = ANY (ARRAY['included'::text, 'premium'::text, 'partner'::text, 'other'::text]))),
  constraint vendor_cases_next_by_check CHECK ((next_by = ANY (ARRAY['vendor'::text, 'us'::text]))),
  constraint vendor_cases_next_what_check CHECK ((length(next_what) <= 500)),
  constraint vendor_cases_opened_by_event_check CHECK ((opened_by_event > 0)),
  constraint vendor_cases_org_id_alias_key UNIQUE (org_id, alias),
  constraint vendor_cases_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint vendor_cases_org_id_opened_by_fkey FOREIGN KEY (org_id, opened_by) REFERENCES persons(org_id, id),
  constraint vendor_cases_org_id_ticket_id_fkey FOREIGN KEY (org_id, ticket_id) REFERENCES tickets(org_id, id),
  constraint vendor_cases_org_id_ticket_id_opened_by_event_key UNIQUE (org_id, ticket_id, opened_by_event),
  constraint vendor_cases_response_minutes_check CHECK ((response_minutes > 0)),
  constraint vendor_cases_severity_check CHECK (((length(severity) >= 1) AND (length(severity) <= 60))),
  constraint vendor_cases_severity_name_en_check CHECK (((length(severity_name_en) >= 1) AND (length(severity_name_en) <= 200))),
  constraint vendor_cases_severity_name_nl_check CHECK (((length(severity_name_nl) >= 1) AND (length(severity_name_nl) <= 200))),
  constraint vendor_cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text]))),
  constraint vendor_cases_supplier_check CHECK (((length(supplier) >= 1) AND (length(supplier) <= 100))),
  constraint vendor_cases_version_check CHECK ((version > 0))
);
CREATE INDEX vendor_cases_state ON vendor_cases USING btree (org_id, state, id DESC);
alter table vendor_cases enable row level security;
alter table vendor_cases force row level security;
create policy own_organisation on vendor_cases using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on vendor_cases to tierwise_app;

create table vendor_packets (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  form text not null,
  sha256 text not null,
  size integer not null,
  file_id uuid not null,
  hidden integer not null,
  shown integer not null,
  constraint vendor_packets_pkey PRIMARY KEY (org_id, id),
  constraint vendor_packets_form_check CHECK ((form = ANY (ARRAY['text'::text, 'pdf'::text, 'zip'::text]))),
  constraint vendor_packets_hidden_check CHECK ((hidden >= 0)),
  constraint vendor_packets_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint vendor_packets_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES vendor_cases(org_id, id),
  constraint vendor_packets_sha256_check CHECK ((length(sha256) = 64)),
  constraint vendor_packets_shown_check CHECK ((shown >= 0)),
  constraint vendor_packets_size_check CHECK ((size >= 0))
);
CREATE INDEX vendor_packets_case ON vendor_packets USING btree (org_id, case_id, id);
alter table vendor_packets enable row level security;
alter table vendor_packets force row level security;
create policy own_organisation on vendor_packets using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on vendor_packets to tierwise_app;

create table wave_conditions (
  org_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  text text not null,
  owner_id uuid not null,
  due date not null,
  met_at timestamptz(3),
  met_by uuid,
  constraint wave_conditions_pkey PRIMARY KEY (org_id, id),
  constraint wave_conditions_check CHECK (((met_at IS NULL) = (met_by IS NULL))),
  constraint wave_conditions_org_id_decision_id_fkey FOREIGN KEY (org_id, decision_id) REFERENCES wave_decisions(org_id, id),
  constraint wave_conditions_org_id_met_by_fkey FOREIGN KEY (org_id, met_by) REFERENCES persons(org_id, id),
  constraint wave_conditions_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES persons(org_id, id),
  constraint wave_conditions_text_check CHECK (((length(text) >= 1) AND (length(text) <= 500)))
);
CREATE INDEX wave_conditions_decision ON wave_conditions USING btree (org_id, decision_id);
alter table wave_conditions enable row level security;
alter table wave_conditions force row level security;
create policy own_organisation on wave_conditions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on wave_conditions to tierwise_app;

create table wave_decisions (
  org_id uuid not null,
  id uuid not null,
  wave text not null,
  plan_version_id uuid not null,
  outcome text not null,
  reason text not null,
  signed_by uuid not null,
  signed_name text not null,
  signed_at timestamptz(3) not null,
  figures jsonb not null,
  figures_hash text not null,
  constraint wave_decisions_pkey PRIMARY KEY (org_id, id),
  constraint wave_decisions_figures_hash_check CHECK ((length(figures_hash) = 64)),
  constraint wave_decisions_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint wave_decisions_org_id_plan_version_id_fkey FOREIGN KEY (org_id, plan_version_id) REFERENCES plan_versions(org_id, id),
  constraint wave_decisions_org_id_signed_by_fkey FOREIGN KEY (org_id, signed_by) REFERENCES persons(org_id, id),
  constraint wave_decisions_outcome_check CHECK ((outcome = ANY (ARRAY['go'::text, 'conditional'::text, 'no-go'::text]))),
  constraint wave_decisions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  constraint wave_decisions_wave_check CHECK (((length(wave) >= 1) AND (length(wave) <= 60)))
);
CREATE INDEX wave_decisions_wave ON wave_decisions USING btree (org_id, wave, id DESC);
CREATE TRIGGER wave_decisions_append_only BEFORE DELETE OR UPDATE ON public.wave_decisions FOR EACH ROW EXECUTE FUNCTION wave_decisions_append_only();
alter table wave_decisions enable row level security;
alter table wave_decisions force row level security;
create policy own_organisation on wave_decisions using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_decisions to tierwise_app;

create table wave_enrollments (
  org_id uuid not null,
  id uuid not null,
  wave text not null,
  day date not null,
  enrolled integer not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  kind text default 'count'::text not null,
  note text,
  constraint wave_enrollments_pkey PRIMARY KEY (org_id, id),
  constraint wave_enrollments_check CHECK (((kind <> 'correction'::text) OR (note IS NOT NULL))),
  constraint wave_enrollments_enrolled_check CHECK (((enrolled >= 0) AND (enrolled <= 10000000))),
  constraint wave_enrollments_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'correction'::text, 'withdrawal'::text]))),
  constraint wave_enrollments_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint wave_enrollments_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint wave_enrollments_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint wave_enrollments_wave_check CHECK (((length(wave) >= 1) AND (length(wave) <= 60)))
);
CREATE INDEX wave_enrollments_wave ON wave_enrollments USING btree (org_id, wave, id DESC);
alter table wave_enrollments enable row level security;
alter table wave_enrollments force row level security;
create policy own_organisation on wave_enrollments using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_enrollments to tierwise_app;

create table wave_lesson_uses (
  org_id uuid not null,
  lesson_id uuid not null,
  wave text not null,
  kind text not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  constraint wave_lesson_uses_pkey PRIMARY KEY (org_id, lesson_id, wave, kind),
  constraint wave_lesson_uses_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint wave_lesson_uses_org_id_lesson_id_fkey FOREIGN KEY (org_id, lesson_id) REFERENCES wave_lessons(org_id, id),
  constraint wave_lesson_uses_org_id_wave_kind_fkey FOREIGN KEY (org_id, wave, kind) REFERENCES wave_mails(org_id, wave, kind)
);
alter table wave_lesson_uses enable row level security;
alter table wave_lesson_uses force row level security;
create policy own_organisation on wave_lesson_uses using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_lesson_uses to tierwise_app;

create table wave_lessons (
  org_id uuid not null,
  id uuid not null,
  wave text not null,
  happened text not null,
  tell_nl text default ''::text not null,
  tell_en text default ''::text not null,
  written_at timestamptz(3) not null,
  written_by uuid not null,
  version integer default 1 not null,
  removed_at timestamptz(3),
  constraint wave_lessons_pkey PRIMARY KEY (org_id, id),
  constraint wave_lessons_happened_check CHECK (((length(happened) >= 1) AND (length(happened) <= 4000))),
  constraint wave_lessons_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint wave_lessons_org_id_written_by_fkey FOREIGN KEY (org_id, written_by) REFERENCES persons(org_id, id),
  constraint wave_lessons_tell_en_check CHECK ((length(tell_en) <= 2000)),
  constraint wave_lessons_tell_nl_check CHECK ((length(tell_nl) <= 2000)),
  constraint wave_lessons_wave_check CHECK (((length(wave) >= 1) AND (length(wave) <= 60)))
);
CREATE INDEX wave_lessons_wave ON wave_lessons USING btree (org_id, wave, id);
alter table wave_lessons enable row level security;
alter table wave_lessons force row level security;
create policy own_organisation on wave_lessons using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on wave_lessons to tierwise_app;

create table wave_mail_changes (
  org_id uuid not null,
  id uuid not null,
  wave text not null,
  kind text not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  what text not null,
  constraint wave_mail_changes_pkey PRIMARY KEY (org_id, id),
  constraint wave_mail_changes_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint wave_mail_changes_org_id_wave_kind_fkey FOREIGN KEY (org_id, wave, kind) REFERENCES wave_mails(org_id, wave, kind),
  constraint wave_mail_changes_what_check CHECK ((what = ANY (ARRAY['changed'::text, 'lesson'::text, 'approved'::text, 'withdrawn'::text, 'paused'::text, 'resumed'::text, 'reset'::text])))
);
CREATE INDEX wave_mail_changes_mail ON wave_mail_changes USING btree (org_id, wave, kind, id);
alter table wave_mail_changes enable row level security;
alter table wave_mail_changes force row level security;
create policy own_organisation on wave_mail_changes using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_mail_changes to tierwise_app;

create table wave_mail_sends (
  org_id uuid not null,
  wave text not null,
  kind text not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  mail_id uuid not null,
  told_starts date not null,
  told_ends date not null,
  constraint wave_mail_sends_pkey PRIMARY KEY (org_id, wave, kind, person_id),
  constraint wave_mail_sends_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint wave_mail_sends_org_id_wave_kind_fkey FOREIGN KEY (org_id, wave, kind) REFERENCES wave_mails(org_id, wave, kind)
);
alter table wave_mail_sends enable row level security;
alter table wave_mail_sends force row level security;
create policy own_organisation on wave_mail_sends using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_mail_sends to tierwise_app;

create table wave_mails (
  org_id uuid not null,
  wave text not null,
  kind text not null,
  subject_nl text not null,
  subject_en text not null,
  body_nl text not null,
  body_en text not null,
  counted_from text not null,
  days smallint not null,
  at_time text not null,
  approved_at timestamptz(3),
  approved_by uuid,
  paused_at timestamptz(3),
  paused_by uuid,
  version integer default 1 not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  constraint wave_mails_pkey PRIMARY KEY (org_id, wave, kind),
  constraint wave_mails_at_time_check CHECK ((at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint wave_mails_body_en_check CHECK ((length(body_en) <= 20000)),
  constraint wave_mails_body_nl_check CHECK ((length(body_nl) <= 20000)),
  constraint wave_mails_check CHECK (((approved_at IS NULL) = (approved_by IS NULL))),
  constraint wave_mails_check1 CHECK (((paused_at IS NULL) = (paused_by IS NULL))),
  constraint wave_mails_counted_from_check CHECK ((counted_from = ANY (ARRAY['starts'::text, 'ends'::text]))),
  constraint wave_mails_days_check CHECK (((days >= '-90'::integer) AND (days <= 90))),
  constraint wave_mails_kind_check CHECK ((kind = ANY (ARRAY['kick-off'::text, 'before'::text, 'enrollment'::text, 'after'::text]))),
  constraint wave_mails_org_id_approved_by_fkey FOREIGN KEY (org_id, approved_by) REFERENCES persons(org_id, id),
  constraint wave_mails_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES persons(org_id, id),
  constraint wave_mails_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint wave_mails_org_id_paused_by_fkey FOREIGN KEY (org_id, paused_by) REFERENCES persons(org_id, id),
  constraint wave_mails_subject_en_check CHECK ((length(subject_en) <= 300)),
  constraint wave_mails_subject_nl_check CHECK ((length(subject_nl) <= 300)),
  constraint wave_mails_wave_check CHECK (((length(wave) >= 1) AND (length(wave) <= 60)))
);
alter table wave_mails enable row level security;
alter table wave_mails force row level security;
create policy own_organisation on wave_mails using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select, update on wave_mails to tierwise_app;

create table wave_moves (
  org_id uuid not null,
  id uuid not null,
  wave text not null,
  plan_number integer not null,
  from_starts date not null,
  from_ends date not null,
  to_starts date not null,
  to_ends date not null,
  note text not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  constraint wave_moves_pkey PRIMARY KEY (org_id, id),
  constraint wave_moves_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint wave_moves_org_id_by_person_fkey FOREIGN KEY (org_id, by_person) REFERENCES persons(org_id, id),
  constraint wave_moves_org_id_fkey FOREIGN KEY (org_id) REFERENCES organisations(org_id),
  constraint wave_moves_wave_check CHECK (((length(wave) >= 1) AND (length(wave) <= 60)))
);
CREATE INDEX wave_moves_wave ON wave_moves USING btree (org_id, wave, id DESC);
alter table wave_moves enable row level security;
alter table wave_moves force row level security;
create policy own_organisation on wave_moves using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_moves to tierwise_app;

create table wave_warnings (
  org_id uuid not null,
  wave text not null,
  starts date not null,
  kind text not null,
  person_id uuid not null,
  at timestamptz(3) not null,
  constraint wave_warnings_pkey PRIMARY KEY (org_id, wave, starts, kind, person_id),
  constraint wave_warnings_kind_check CHECK ((kind = ANY (ARRAY['soon'::text, 'begun'::text]))),
  constraint wave_warnings_org_id_person_id_fkey FOREIGN KEY (org_id, person_id) REFERENCES persons(org_id, id),
  constraint wave_warnings_wave_check CHECK (((length(wave) >= 1) AND (length(wave) <= 60)))
);
alter table wave_warnings enable row level security;
alter table wave_warnings force row level security;
create policy own_organisation on wave_warnings using ((org_id = ( SELECT (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid AS "nullif")));
grant insert, select on wave_warnings to tierwise_app;

CREATE OR REPLACE FUNCTION public.bridge_events_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.device_action_log_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What happened with an action on a device is never changed' using errcode = 'integrity_constraint_violation';
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.device_snapshots_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What was frozen with a ticket is never changed' using errcode = 'integrity_constraint_violation';
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.idempotency_begin(person uuid, wanted text)
 RETURNS TABLE(busy boolean, fingerprint bytea, status smallint, content_type text, body text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(org || ' ' || person || ' ' || wanted, 7373)) then
    return query select true, null::bytea, null::smallint, null::text, null::text;
    return;
  end if;
  return query
    select false, kept.fingerprint, kept.status, kept.content_type, kept.body
    from public.idempotency_keys kept
    where kept.org_id = org and kept.person_id = person and kept.key = wanted;
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.job_add(task text, payload json, key text, run_at timestamp with time zone, max_attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if payload ->> 'orgId' is distinct from nullif(current_setting('app.org_id', true), '') then
    raise exception 'a job is for the organisation of its transaction' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => task, payload => payload, run_at => run_at, max_attempts => max_attempts,
    job_key => payload ->> 'orgId' || '/' || task || '/' || key
  );
end
$function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.job_remove(task text, key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.remove_job(current_setting('app.org_id') || '/' || task || '/' || key);
end
$function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.live_announce(topic text, subject text, data jsonb, audience jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  number bigint;
  message text;
begin
  insert into public.live_events (org_id, topic, subject, data, audience)
    values (org, topic, subject, data, audience) returning seq into number;
  message := json_build_object(
    'seq', number, 'xid', pg_current_xact_id()::text, 'oldest', pg_snapshot_xmin(pg_current_snapshot())::text,
    'orgId', org, 'topic', topic, 'subject', subject, 'data', data, 'audience', audience
  )::text;
  if octet_length(message) > 7900 then
    message := json_build_object(
      'seq', number, 'xid', pg_current_xact_id()::text, 'oldest', pg_snapshot_xmin(pg_current_snapshot())::text, 'orgId', org
    )::text;
  end if;
  perform pg_notify('tierwise_live', message);
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.mailbox_receiving(wanted text, OUT org_id uuid, OUT id uuid)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select m.org_id, m.id from mailboxes m
    where m.address = wanted and m.receives = 'smtp' and m.enabled and m.removed_at is null $function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.next_ticket_number()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  taken bigint;
begin
  perform set_config('synchronous_commit', 'off', true);
  insert into ticket_numbers as numbers (org_id, last)
    values (nullif(current_setting('app.org_id', true), '')::uuid, 1000)
    on conflict (org_id) do update set last = numbers.last + 1
    returning last into taken;
  return taken;
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.organisation_by_slug(wanted text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select org_id from organisations where slug = wanted and practice_of is null $function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.organisation_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select org_id from organisations where practice_of is null order by created_at, org_id $function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.plan_changes_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The history of a plan is appended, never changed' using errcode = 'integrity_constraint_violation';
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.plan_document_let_go()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update files set kept_at = null, created_at = now() where org_id = old.org_id and id = old.file_id;
  return null;
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.plan_version_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.state in ('published', 'superseded') then
      raise exception 'A published plan version is never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if old.state = 'superseded' or (
    old.state = 'published' and (
      new.state <> 'superseded'
      or to_jsonb(new) - 'state' - 'superseded_at' <> to_jsonb(old) - 'state' - 'superseded_at'
    )
  ) then
    raise exception 'A published plan version never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.practice_forget(before timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
      delete from notices where org_id = own and teller = 'tickets' and about = ticket::text;
      delete from ticket_mails_told where org_id = own and ticket_id = ticket;
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
$function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.practice_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select org_id from organisations where practice_of = nullif(current_setting('app.org_id', true), '')::uuid $function$;
-- executed by tierwise_app

CREATE OR REPLACE FUNCTION public.practice_stays_practice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.practice_of is distinct from old.practice_of then
    raise exception 'an organisation is practice from its beginning or never' using errcode = 'TW001';
  end if;
  return new;
end
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.ticket_events_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
$function$;
-- executed by everyone

CREATE OR REPLACE FUNCTION public.wave_decisions_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What was decided about a wave is appended, never changed' using errcode = 'integrity_constraint_violation';
end
$function$;
-- executed by everyone
