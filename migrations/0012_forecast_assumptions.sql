-- What an organisation knows better than Tierwise's own judgement about its forecasts. Appended, never changed: for each place the
-- last row is in force, and who set what stays readable.

create table forecast_assumptions (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- Which assumption, as the assumptions file names it: `tiers.1.work`.
  place text not null check (length(place) between 1 and 80),
  -- desk: fitted to the desk's own events. reset: back to judgement and the plan.
  source text not null check (source in ('desk', 'changed', 'reset')),
  -- As the assumptions file would write it.
  value jsonb,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  primary key (org_id, id),
  foreign key (org_id, changed_by) references persons (org_id, id),
  check ((source = 'reset') = (value is null))
);
create index forecast_assumptions_place on forecast_assumptions (org_id, place, id desc);

alter table forecast_assumptions enable row level security;
alter table forecast_assumptions force row level security;
create policy own_organisation on forecast_assumptions
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert on forecast_assumptions to tierwise_app;
