-- Tenant: the organisation's Microsoft tenant, the registrations by which Tierwise speaks with it, what works of it, who is who there,
-- and the Teams channels that are told things.

create table tenants (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- Directory id at Microsoft.
  tenant_id text not null check (length(tenant_id) between 1 and 100),
  -- As it calls itself; null until it was read.
  name text check (length(name) between 1 and 256),
  cloud text not null check (cloud in ('public', 'us-gov', 'us-dod', 'china', 'own')),
  -- Base addresses, without a trailing slash.
  login_url text not null check (length(login_url) between 8 and 300),
  graph_url text not null check (length(graph_url) between 8 and 300),
  -- May these addresses be on this machine or in a private network?
  allow_private boolean not null default false,
  -- Goes up with every change; clients are kept per revision.
  revision integer not null default 1,
  connected_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (org_id, id),
  -- One tenant per organisation.
  unique (org_id)
);

-- One registration reads, another, where the organisation wants it, acts. Goes with its tenant.
create table tenant_registrations (
  org_id uuid not null,
  tenant uuid not null,
  purpose text not null check (purpose in ('read', 'act')),
  client_id text not null check (length(client_id) between 1 and 100),
  kind text not null check (kind in ('secret', 'certificate')),
  -- The secret or the private key: AES-256-GCM with the key in the data folder, bound to this row, its addresses and its tenant. Null: it was
  -- dropped because one of those was changed.
  sealed text,
  -- The certificate in clear (PEM); null for a secret.
  certificate text,
  -- When the secret or certificate expires; null: nobody said.
  expires_at timestamptz(3),
  -- Administrators were warned of this expiry when so many days were left.
  warned_days smallint,
  -- Since when signing in with it is refused, and that administrators were told.
  refused_since timestamptz(3),
  -- What the tenant agreed to, as its latest token says: permissions by Microsoft's names.
  granted text[] not null default '{}',
  primary key (org_id, tenant, purpose),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade,
  check ((kind = 'certificate') = (certificate is not null))
);

-- What works: the latest try of each check, and when it last worked.
create table tenant_checks (
  org_id uuid not null,
  tenant uuid not null,
  check_key text not null check (length(check_key) between 1 and 60),
  outcome text not null check (outcome in ('works', 'missing', 'failed', 'untried')),
  -- Kebab-case: why not; null where it works.
  code text check (length(code) between 1 and 60),
  -- For administrators: what Microsoft answered, and by which ids it finds it back.
  status integer,
  answer text check (length(answer) <= 2000),
  request_id text check (length(request_id) <= 100),
  activity_id text check (length(activity_id) <= 100),
  tried_at timestamptz(3) not null,
  worked_at timestamptz(3),
  primary key (org_id, tenant, check_key),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);

-- Who is who: a person here and a user there. By its id, which stays when somebody is renamed.
create table tenant_persons (
  org_id uuid not null,
  person_id uuid not null,
  tenant uuid not null,
  entra_id text not null check (length(entra_id) between 1 and 100),
  -- sync: from the directory; address: found by their e-mail address when somebody looked.
  found_by text not null check (found_by in ('sync', 'address')),
  found_at timestamptz(3) not null,
  primary key (org_id, person_id),
  unique (org_id, entra_id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, tenant) references tenants (org_id, id) on delete cascade
);

-- Channels in Teams that get cards through a Workflows webhook. Whoever has its address can post: it is a secret.
create table tenant_channels (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Sealed, bound to this row; its host in clear, so that one sees where cards go.
  sealed_url text not null,
  host text not null check (length(host) between 1 and 253),
  language text not null check (language in ('nl', 'en')),
  -- What it is told of.
  moments text[] not null check (moments <@ array['escalated', 'burst', 'bridge-called', 'service-incident', 'vendor-answered']),
  enabled boolean not null default true,
  revision integer not null default 1,
  last_success_at timestamptz(3),
  failures integer not null default 0 check (failures >= 0),
  last_error_at timestamptz(3),
  last_error text check (length(last_error) <= 2000),
  created_at timestamptz(3) not null,
  primary key (org_id, id)
);

-- Which card went to which channel: each moment of each subject once, also when its cause is heard of twice.
create table tenant_cards (
  org_id uuid not null,
  channel_id uuid not null,
  moment text not null check (length(moment) between 1 and 60),
  subject text not null check (length(subject) between 1 and 200),
  at timestamptz(3) not null,
  primary key (org_id, channel_id, moment, subject),
  foreign key (org_id, channel_id) references tenant_channels (org_id, id) on delete cascade
);
create index tenant_cards_at on tenant_cards (org_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['tenants', 'tenant_registrations', 'tenant_checks', 'tenant_persons', 'tenant_channels', 'tenant_cards'] loop
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
