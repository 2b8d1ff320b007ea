-- Bridges: a link that somebody put with a meeting stays, whatever the plan or Teams gives.

alter table bridge_meetings add column link_by_hand boolean not null default false;
