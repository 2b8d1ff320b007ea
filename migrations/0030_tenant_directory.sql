-- Directory: people and groups of the organisation that follow Entra ID. Goes with its tenant; people stay.

create table tenant_directories (
  org_id uuid not null,
  tenant uuid not null,
  -- Goes up when groups are chosen otherwise, so that a round which began before ends without effect.
  revision integer not null default 1,
  -- Where the next rounds of changes begin: links of Microsoft's, as they came. Null: the next round reads everything.
  users_link text,
  groups_link text,
  -- When everything was last read: nested groups are only found so.
  read_whole_at timestamptz(3),
  began_at timestamptz(3),
  ended_at timestamptz(3),
  succeeded_at timestamptz(3),
  -- Kebab-case: why the last round failed; null where it did not.
  code text check (length(code) between 1 and 60),
  permission text check (length(permission) <= 120),
  -- Counts of the last round that succeeded.
  outcome jsonb,
  primary key (org_id, tenant),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);

-- Groups that the organisation chose, and the key under which waves know them.
create table tenant_directory_groups (
  org_id uuid not null,
  tenant uuid not null,
  entra_group_id text not null check (length(entra_group_id) between 1 and 100),
  name text not null check (length(name) between 1 and 256),
  group_key text not null check (length(group_key) between 1 and 200),
  -- The key that it had before; the next round takes people out of it.
  former_key text check (length(former_key) between 1 and 200),
  -- Since when it is no longer in Entra ID: its people stay as they were.
  missing_since timestamptz(3),
  -- Nobody wants it any more: the next round takes its people out of it and forgets it.
  dropped boolean not null default false,
  primary key (org_id, tenant, entra_group_id),
  foreign key (org_id, tenant) references tenant_directories (org_id, tenant) on delete cascade
);

-- What was last seen of the people in those groups: only what is needed to see what changed.
create table tenant_directory_users (
  org_id uuid not null,
  tenant uuid not null,
  entra_id text not null check (length(entra_id) between 1 and 100),
  name text,
  address text,
  sign_in_name text,
  enabled boolean not null,
  -- Groups they are in, of those that were chosen.
  groups text[] not null,
  -- They are gone from Entra ID, or may not sign in there, and Tierwise disabled their person here.
  withdrawn boolean not null default false,
  primary key (org_id, tenant, entra_id),
  foreign key (org_id, tenant) references tenant_directories (org_id, tenant) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['tenant_directories', 'tenant_directory_groups', 'tenant_directory_users'] loop
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
