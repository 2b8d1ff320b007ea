-- What the last look at each link of a plan found: whether people who follow it get anywhere.

create table plan_links (
  org_id uuid not null references organisations (org_id),
  url text not null check (length(url) between 1 and 4000),
  checked_at timestamptz(3) not null,
  outcome text not null check (outcome in ('ok', 'gone', 'unreachable', 'unclear')),
  status smallint,
  primary key (org_id, url)
);

alter table plan_links enable row level security;
alter table plan_links force row level security;
create policy own_organisation on plan_links
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert, update, delete on plan_links to tierwise_app;
