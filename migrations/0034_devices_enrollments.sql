-- Devices: who has enrolled, as Intune lists it for the whole tenant. Goes with its tenant.

-- Devices of people who are known here; whose a device of anybody else is, is not kept.
create table device_enrollments (
  org_id uuid not null,
  tenant uuid not null,
  -- Intune's id of the device.
  device_id text not null check (length(device_id) between 1 and 100),
  person_id uuid not null,
  platform text check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  -- Null: Intune does not say since when.
  enrolled_at timestamptz(3),
  primary key (org_id, tenant, device_id),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references persons (org_id, id) on delete cascade
);
create index device_enrollments_person on device_enrollments (org_id, person_id);

-- How reading them went; what was read last stays while it cannot be read.
create table device_enrollment_reads (
  org_id uuid not null,
  tenant uuid not null,
  tried_at timestamptz(3) not null,
  read_at timestamptz(3),
  failed text check (length(failed) between 1 and 60),
  permission text check (length(permission) <= 120),
  -- Of the last read that succeeded: devices of the tenant, and those of them whose person is known here.
  devices integer not null default 0 check (devices >= 0),
  known integer not null default 0 check (known >= 0),
  primary key (org_id, tenant),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['device_enrollments', 'device_enrollment_reads'] loop
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
