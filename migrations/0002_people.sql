-- People: organisations, persons, teams, what they may do, and how they sign in. No secret is stored as it was given:
-- tokens as SHA-256, passwords as argon2id, client secrets encrypted with the key in the data folder.

create table organisations (
  org_id uuid not null primary key,
  -- The short name in addresses, and what one types to sign in where there is more than one organisation.
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 120),
  language text not null check (language in ('nl', 'en')),
  time_zone text not null check (length(time_zone) between 1 and 60),
  created_at timestamptz(3) not null,
  -- When an administrator went through the first steps.
  set_up_at timestamptz(3)
);

create table persons (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Kept in lower case, so that one address is one person and the index is used under row-level security (lower() is not leakproof).
  email text not null check (length(email) between 3 and 254 and email = lower(email collate "C")),
  language text not null check (language in ('nl', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark', 'high-contrast')),
  -- Groups of the directory; a rollout wave names groups.
  groups text[] not null default '{}',
  roles text[] not null check (
    roles <@ array['requester', 'agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']
  ),
  created_at timestamptz(3) not null,
  -- When this person first signed in; until then an invitation is open or they only write mail.
  joined_at timestamptz(3),
  disabled_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, email)
);
create index persons_name on persons (org_id, name collate "C", id);

create table teams (
  org_id uuid not null references organisations (org_id),
  -- A tier of the support plan names its team by this key; it never changes.
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  name_nl text not null check (length(name_nl) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  created_at timestamptz(3) not null,
  primary key (org_id, key)
);

create table memberships (
  org_id uuid not null,
  team_key text not null,
  person_id uuid not null,
  is_lead boolean not null,
  since timestamptz(3) not null,
  primary key (org_id, team_key, person_id),
  foreign key (org_id, team_key) references teams (org_id, key),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index memberships_person on memberships (org_id, person_id);

create table certifications (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  tier smallint not null check (tier between 1 and 9),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) check (valid_until >= valid_from),
  -- A lead or administrator let this person work in the tier without training.
  override_by uuid,
  override_reason text check (length(override_reason) between 1 and 500),
  given_at timestamptz(3) not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, override_by) references persons (org_id, id),
  check ((override_by is null) = (override_reason is null))
);
create index certifications_person on certifications (org_id, person_id);

create table absences (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) not null check (until_at > from_at),
  reason text check (length(reason) between 1 and 200),
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index absences_person on absences (org_id, person_id, until_at);

create table passwords (
  org_id uuid not null,
  person_id uuid not null,
  -- $argon2id$v=19$m=…,t=…,p=…$salt$hash
  hash text not null,
  changed_at timestamptz(3) not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

create table sign_ins (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  means text not null check (means in ('password', 'provider', 'link')),
  user_agent text not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index sign_ins_person on sign_ins (org_id, person_id);

-- Guesses per account and per network address, counted before the password is looked at, so that parallel guesses count too.
create table sign_in_attempts (
  org_id uuid not null references organisations (org_id),
  -- SHA-256 of what is counted: an address of a network, of a person, or both.
  counted bytea not null,
  since timestamptz(3) not null,
  attempts integer not null,
  primary key (org_id, counted)
);

create table one_time_links (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  kind text not null check (kind in ('administrator', 'invitation', 'password-reset')),
  -- Whom it is for; an administrator link is for whoever holds it.
  person_id uuid,
  token_hash bytea not null,
  made_by uuid,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, made_by) references persons (org_id, id),
  check ((kind = 'administrator') = (person_id is null))
);
create index one_time_links_person on one_time_links (org_id, person_id);

create table oidc_providers (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  issuer text not null check (length(issuer) between 8 and 500),
  client_id text not null check (length(client_id) between 1 and 200),
  -- AES-256-GCM with the key in the data folder; null for a public client.
  client_secret text,
  -- Whose directories may sign in, where the issuer serves many (Microsoft Entra ID). Empty: only the issuer itself decides.
  tenants text[] not null default '{}',
  -- Whether somebody unknown becomes a requester at their first sign-in.
  creates_requesters boolean not null default false,
  enabled boolean not null default true,
  created_at timestamptz(3) not null,
  primary key (org_id, id)
);

-- A sign-in at a provider that has begun; used up by its answer. Bound to the browser by the hash of a cookie.
create table provider_sign_ins (
  org_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  state_hash bytea not null,
  browser_hash bytea not null,
  nonce text not null,
  code_verifier text not null,
  -- What to do when it succeeds: sign in, accept this invitation, or link to this person.
  link_id uuid,
  person_id uuid,
  return_to text not null,
  expires_at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, state_hash),
  foreign key (org_id, provider_id) references oidc_providers (org_id, id) on delete cascade,
  foreign key (org_id, link_id) references one_time_links (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- Who somebody is at a provider. Never the e-mail address: that can be given to another person.
create table identities (
  org_id uuid not null,
  issuer text not null,
  -- Directory (Entra: tid); empty where the issuer has one.
  tenant text not null,
  -- Entra: oid; elsewhere: sub.
  object_id text not null,
  person_id uuid not null,
  linked_at timestamptz(3) not null,
  primary key (org_id, issuer, tenant, object_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index identities_person on identities (org_id, person_id);

create table api_tokens (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  token_hash bytea not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index api_tokens_person on api_tokens (org_id, person_id);

-- Who changed what about people: appended, never changed.
create table people_changes (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  at timestamptz(3) not null,
  -- Null: Tierwise itself (the command line, incoming mail).
  by_person uuid,
  what text not null,
  -- The person, team or other thing it is about.
  subject text not null,
  before jsonb,
  after jsonb,
  primary key (org_id, id)
);
create index people_changes_subject on people_changes (org_id, subject, id desc);

do $$
declare
  name text;
begin
  foreach name in array array[
    'organisations', 'persons', 'teams', 'memberships', 'certifications', 'absences', 'passwords', 'sign_ins',
    'sign_in_attempts', 'one_time_links', 'oidc_providers', 'provider_sign_ins', 'identities', 'api_tokens', 'people_changes'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert on %I to tierwise_app', name);
    if name <> 'people_changes' then
      execute format('grant update on %I to tierwise_app', name);
    end if;
  end loop;
end
$$;

-- Nothing that others refer to is deleted: a person is disabled, a certification ends.
grant delete on memberships, absences, sign_ins, sign_in_attempts, one_time_links, oidc_providers, provider_sign_ins,
  identities, api_tokens, teams to tierwise_app;

-- The few questions that are asked before the organisation is known. They answer with ids only, and are the only way to ask.
create policy looked_up_by_owner on organisations for select to current_user using (true);

create function organisation_by_slug(wanted text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select org_id from organisations where slug = wanted $$;

create function organisation_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select org_id from organisations order by created_at, org_id $$;

revoke all on function organisation_by_slug(text), organisation_ids() from public;
grant execute on function organisation_by_slug(text), organisation_ids() to tierwise_app;
