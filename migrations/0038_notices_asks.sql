-- A notice asks something of its person, or is news. Only what asks is counted in the bell.
alter table notices add column asks boolean not null default true;
alter table notices alter column asks drop default;

-- The owner looks at the rows of all organisations, once.
alter table notices no force row level security;
alter table tickets no force row level security;
alter table ticket_events no force row level security;

-- Of what tickets told, that asks which was not read yet, on an open ticket on which nothing followed by which it is over.
update notices set asks = false where teller = 'tickets';
with ends (kinds, types) as (
  values
    (array['opened'], array['assigned', 'handover-offered', 'diagnosed']),
    (array['reopened', 'assigned', 'sent-back', 'answered', 'waiting-over'],
      array['assigned', 'released', 'asked', 'waiting', 'vendor-case-opened', 'handover-offered', 'diagnosed', 'contacted']),
    (array['answered', 'waiting-over'], array['replied']),
    (array['escalated'], array['handover-accepted', 'handover-withdrawn', 'sent-back']),
    (array['handed-down'], array['note-taken', 'diagnosed', 'reopened']),
    (array['question-on-solution'], array['question-answered', 'diagnosed', 'reopened']),
    (array['target-at-risk', 'target-missed'], array['assigned', 'handover-accepted', 'sent-back', 'diagnosed', 'contacted'])
),
told as (
  select org_id, id, kind, about::uuid as ticket_id, occasion::integer as event_number
  from notices where teller = 'tickets' and read_at is null
)
update notices n set asks = true
from told
join tickets t on t.org_id = told.org_id and t.id = told.ticket_id and t.stage <> 'closed'
where n.org_id = told.org_id and n.id = told.id
  and exists (select from ends where told.kind = any (ends.kinds))
  and not exists (
    select from ticket_events e join ends on e.type = any (ends.types) and told.kind = any (ends.kinds)
    where e.org_id = told.org_id and e.ticket_id = told.ticket_id and e.number > told.event_number
  );

alter table notices force row level security;
alter table tickets force row level security;
alter table ticket_events force row level security;

-- What asks and the news are read apart, each newest first; the news is marked as read at once, up to a moment.
drop index notices_person;
create index notices_person on notices (org_id, person_id, asks, at desc, id desc);
drop index notices_unread;
create index notices_unread_news on notices (org_id, person_id, at) where read_at is null and not asks;
