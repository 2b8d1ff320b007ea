-- The second factor: codes of an authenticator app, passkeys, and codes for when both are lost.

alter table organisations
  -- Who has to have one. Whoever signs in at a provider is asked there.
  add column second_factor_for text not null default 'nobody'
    check (second_factor_for in ('nobody', 'administrators', 'agents'));

alter table sign_ins
  drop constraint sign_ins_means_check,
  add constraint sign_ins_means_check check (means in ('password', 'provider', 'link', 'passkey')),
  -- When this person last showed who they are, here: what protects the sign-in itself is only changed shortly after.
  add column proved_at timestamptz(3) not null default 'epoch';
alter table sign_ins alter column proved_at drop default;

-- An authenticator app. Its secret is AES-256-GCM with the key in the data folder.
create table authenticators (
  org_id uuid not null,
  person_id uuid not null,
  secret text not null,
  begun_at timestamptz(3) not null,
  -- When its first code was right; until then it asks for nothing.
  confirmed_at timestamptz(3),
  -- The latest time step of which a code was taken: each counts once, and no earlier one afterwards.
  last_step bigint,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);

-- SHA-256 of 80 random bits; each works once.
create table recovery_codes (
  org_id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (org_id, person_id, code_hash),
  foreign key (org_id, person_id) references persons (org_id, id)
);

create table passkeys (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  credential_id bytea not null check (length(credential_id) between 1 and 1023),
  -- COSE.
  public_key bytea not null,
  -- How often the key says it was used; one that goes back was copied.
  uses bigint not null check (uses >= 0),
  transports text[] not null default '{}',
  added_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, credential_id),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index passkeys_person on passkeys (org_id, person_id);

-- What a passkey is asked to sign: used up by its answer, and only good for the browser or the sign-in that asked.
create table passkey_challenges (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  purpose text not null check (purpose in ('sign-in', 'prove', 'add')),
  challenge_hash bytea not null,
  bound_to bytea not null,
  expires_at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, challenge_hash)
);

-- The password (or a link) was right, the second factor is still asked for. Bound to the browser by a cookie.
create table half_sign_ins (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  means text not null check (means in ('password', 'link')),
  expires_at timestamptz(3) not null,
  primary key (org_id, id),
  unique (org_id, token_hash),
  foreign key (org_id, person_id) references persons (org_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['authenticators', 'recovery_codes', 'passkeys', 'passkey_challenges', 'half_sign_ins'] loop
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
