-- Devices: what Microsoft says of a person and of the organisation, as it was last read, and what of it was frozen with a ticket.

-- What was last read of a person. Each part of `parts` has its own age and failure; one row, so that a ticket freezes it by one statement.
create table device_contexts (
  org_id uuid not null,
  person_id uuid not null,
  -- Goes with the tenant that it was read from.
  tenant uuid not null,
  parts jsonb not null,
  -- When somebody last tried to read it, however that ended.
  tried_at timestamptz(3) not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);
create index device_contexts_tenant on device_contexts (org_id, tenant);

-- What was last read of the organisation as a whole: certificates and service health.
create table device_organisations (
  org_id uuid not null,
  tenant uuid not null,
  parts jsonb not null,
  tried_at timestamptz(3) not null,
  primary key (org_id),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);

-- What was known when something happened to a ticket. Appended, never changed. `subject` is the ticket, which stands above this feature.
create table device_snapshots (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  subject uuid not null,
  person_id uuid not null,
  reason text not null check (reason in ('opened', 'offered', 'accepted', 'vendor')),
  at timestamptz(3) not null,
  context jsonb not null,
  -- SHA-256 over subject, reason, moment and context.
  hash bytea not null check (length(hash) = 32),
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index device_snapshots_subject on device_snapshots (org_id, subject, id);

alter table device_contexts enable row level security, force row level security;
alter table device_organisations enable row level security, force row level security;
alter table device_snapshots enable row level security, force row level security;
create policy own_organisation on device_contexts
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
create policy own_organisation on device_organisations
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
create policy own_organisation on device_snapshots
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

grant select, insert, update, delete on device_contexts to tierwise_app;
grant select, insert, update on device_organisations to tierwise_app;
grant select, insert on device_snapshots to tierwise_app;

-- What was frozen stays as it was, also for whoever owns the tables. Erasing a person removes the row as a whole.
create function device_snapshots_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What was frozen with a ticket is never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger device_snapshots_append_only before update on device_snapshots
  for each row execute function device_snapshots_append_only();
