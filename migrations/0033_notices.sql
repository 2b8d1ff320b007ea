-- What asks something of a person at the desk, or tells them of it. Each feature that tells has the words for it, and shows what it is about.
create table notices (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The feature that tells, and which of its words.
  teller text not null check (teller <> ''),
  kind text not null check (kind <> ''),
  -- The thing of that feature that it is about, and which time it asks: a person is told of a time once.
  about text not null,
  occasion text not null,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, teller, about, occasion, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

create index notices_person on notices (org_id, person_id, at desc, id desc);
create index notices_unread on notices (org_id, person_id) where read_at is null;

alter table notices enable row level security;
alter table notices force row level security;
create policy own_organisation on notices
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert, update, delete on notices to tierwise_app;
