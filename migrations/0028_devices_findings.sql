-- Devices: what Tierwise found in Intune by itself, each once, with what became of it.

create table device_findings (
  org_id uuid not null,
  id uuid not null,
  -- Goes with the tenant it was found in.
  tenant uuid not null,
  kind text not null check (kind in ('enrollment-failure', 'expiring-certificate', 'silent-device', 'service-incident')),
  -- What makes it this one: person, platform and reason of a failure; a certificate and its end; a device; an incident.
  about text not null check (length(about) between 1 and 500),
  -- Whom it concerns; null: the organisation, or somebody whom nobody here knows.
  person_id uuid,
  platform text check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  -- What was seen, of what is needed to help: no address, no phone, no place.
  facts jsonb not null,
  -- Ids that Microsoft gave to what was seen, the latest last: the same one seen again counts once.
  seen text[] not null,
  times integer not null check (times > 0),
  first_at timestamptz(3) not null,
  last_at timestamptz(3) not null,
  found_at timestamptz(3) not null,
  -- new: nobody was told; told: a hint on the desk; ticket: it is a ticket's, or beside one; dismissed: somebody said why not; gone: it is over.
  state text not null check (state in ('new', 'told', 'ticket', 'dismissed', 'gone')),
  -- What the plan wanted of it.
  wanted text not null check (wanted in ('ticket', 'hint')),
  -- The ticket that it became, or stands beside as a note. Tickets stand above this feature.
  ticket uuid,
  opened boolean not null default false,
  -- Told how often when it was last told: more than that is news.
  told_times integer not null default 0,
  told_at timestamptz(3),
  ended_at timestamptz(3),
  dismissed_by uuid,
  reason text check (length(reason) <= 2000),
  primary key (org_id, id),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, dismissed_by) references persons (org_id, id),
  check ((state = 'gone') = (ended_at is not null)),
  check ((state = 'dismissed') <= (dismissed_by is not null))
);
-- The same is found once as long as it goes on.
create unique index device_findings_once on device_findings (org_id, kind, about) where ended_at is null;
create index device_findings_tenant on device_findings (org_id, tenant);
create index device_findings_person on device_findings (org_id, person_id) where person_id is not null;
create index device_findings_ticket on device_findings (org_id, ticket) where ticket is not null;
create index device_findings_told on device_findings (org_id, told_at) where opened;

-- What was looked for, when, and why it could not be seen.
create table device_detections (
  org_id uuid not null,
  tenant uuid not null,
  kind text not null check (kind in ('enrollment-failure', 'expiring-certificate', 'silent-device', 'service-incident')),
  looked_at timestamptz(3) not null,
  worked_at timestamptz(3),
  -- How it was read: of the whole tenant, or person by person where Microsoft cannot answer for all at once.
  way text check (way in ('tenant', 'people')),
  -- Person by person: where to go on.
  after_person uuid,
  failed text check (length(failed) between 1 and 60),
  primary key (org_id, tenant, kind),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['device_findings', 'device_detections'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert, update, delete on %I to tierwise_app', name);
  end loop;
end
$$;
