-- What is left of the tickets' own notices: that a mail went out once, however often its job runs.
create table ticket_mails_told (
  org_id uuid not null,
  ticket_id uuid not null,
  event_number integer not null,
  person_id uuid not null,
  moment text not null,
  at timestamptz(3) not null,
  primary key (org_id, ticket_id, event_number, person_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- The owner moves the rows of all organisations, once.
alter table ticket_notices no force row level security;
alter table notices no force row level security;
insert into notices (org_id, id, person_id, teller, kind, about, occasion, at, read_at)
  select org_id, id, person_id, 'tickets', moment, ticket_id::text, event_number::text, at, read_at
  from ticket_notices where channel = 'desk';
insert into ticket_mails_told (org_id, ticket_id, event_number, person_id, moment, at)
  select org_id, ticket_id, event_number, person_id, moment, at from ticket_notices where channel = 'mail';
drop table ticket_notices;
alter table notices force row level security;

alter table ticket_mails_told enable row level security;
alter table ticket_mails_told force row level security;
create policy own_organisation on ticket_mails_told
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert on ticket_mails_told to tierwise_app;

-- As in 0019, with what is told of a ticket where it stands now.
create or replace function practice_forget(before timestamptz) returns integer
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
$$;
