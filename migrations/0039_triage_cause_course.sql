-- Triage: what became of a cause, so that tickets come and go, and it closes and opens, for reasons that can be read.

-- Null: Tierwise itself, which adds what comes in like the others.
alter table triage_cause_tickets alter column added_by drop not null;

create table triage_cause_course (
  org_id uuid not null,
  id uuid not null,
  cause_id uuid not null,
  at timestamptz(3) not null,
  -- Null: Tierwise itself, which takes nothing out and closes nothing.
  by_person uuid check (by_person is not null or what = 'added'),
  what text not null check (what in ('added', 'taken-out', 'closed', 'reopened')),
  ticket_id uuid check ((ticket_id is not null) = (what in ('added', 'taken-out'))),
  -- How many of its tickets were open when it was closed.
  open_tickets integer check (open_tickets >= 0),
  reason text check (length(reason) between 1 and 1000),
  primary key (org_id, id),
  foreign key (org_id, cause_id) references triage_causes (org_id, id) on delete cascade,
  foreign key (org_id, ticket_id) references tickets (org_id, id) on delete cascade,
  foreign key (org_id, by_person) references persons (org_id, id),
  check ((open_tickets is not null) = (what = 'closed')),
  check ((reason is not null) = (what = 'reopened'))
);
create index triage_cause_course_cause on triage_cause_course (org_id, cause_id, at);
create index triage_cause_course_ticket on triage_cause_course (org_id, ticket_id);

alter table triage_cause_course enable row level security;
alter table triage_cause_course force row level security;
create policy own_organisation on triage_cause_course
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert on triage_cause_course to tierwise_app;
