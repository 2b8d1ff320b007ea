-- Devices: what the desk had Intune do to a device, who asked, who agreed, what came of it.

create table device_actions (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- The ticket, which stands above this feature.
  subject uuid not null,
  ticket_number bigint not null,
  -- Whose device it is.
  person_id uuid not null,
  device_id text not null check (length(device_id) between 1 and 100),
  -- As it was called then.
  device_name text not null check (length(device_name) between 1 and 300),
  platform text check (platform in ('ios', 'android', 'windows', 'macos', 'linux')),
  action text not null check (
    action in ('sync', 'restart', 'collect-diagnostics', 'lock', 'reset-passcode', 'locate', 'retire', 'wipe')
  ),
  -- The tier of the plan by which the asker was allowed it.
  tier smallint not null check (tier between 1 and 9),
  -- How the caller was identified, and what for: given for what reaches somebody's own, always.
  caller text check (caller in ('called-back', 'video', 'in-person', 'signed-in', 'vouched-for')),
  purpose text check (length(purpose) between 1 and 500),
  four_eyes boolean not null,
  state text not null check (
    state in ('awaiting', 'sending', 'pending', 'done', 'failed', 'declined', 'expired', 'withdrawn')
  ),
  -- Kebab-case: why it failed, or what it waits for.
  code text check (length(code) between 1 and 60),
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  -- A colleague has until then to agree.
  agree_until timestamptz(3),
  -- Who agreed, or declined.
  answered_by uuid,
  answered_at timestamptz(3),
  -- When Intune was told: it is told once.
  sent_at timestamptz(3),
  -- When the device last checked in, as it was read last.
  device_seen_at timestamptz(3),
  ended_at timestamptz(3),
  -- Of diagnostics: by which Intune knows them, and the file on the ticket that they became.
  collection_id text check (length(collection_id) between 1 and 300),
  file_id uuid,
  -- Where the device is: sealed with the key in the data folder, bound to this row, thrown away after some days.
  sealed_location text,
  primary key (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id),
  foreign key (org_id, asked_by) references persons (org_id, id),
  foreign key (org_id, answered_by) references persons (org_id, id),
  check (answered_by is null or answered_by <> asked_by),
  check ((state in ('done', 'failed', 'declined', 'expired', 'withdrawn')) = (ended_at is not null)),
  check (action not in ('reset-passcode', 'locate', 'retire', 'wipe') or (caller is not null and purpose is not null)),
  -- What wants a colleague's eyes is never sent without them.
  check (not four_eyes or sent_at is null or answered_by is not null)
);
create index device_actions_subject on device_actions (org_id, subject, id desc);
create index device_actions_open on device_actions (org_id, id) where state in ('awaiting', 'sending', 'pending');
-- One of a kind at a time on a device.
create unique index device_actions_once on device_actions (org_id, device_id, action)
  where state in ('awaiting', 'sending', 'pending');

-- Everything that happened with an action, also every look at a location. Appended, never changed.
create table device_action_log (
  org_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  at timestamptz(3) not null,
  -- Null: Tierwise itself.
  by_person uuid,
  what text not null check (
    what in ('asked', 'agreed', 'declined', 'withdrawn', 'expired', 'sent', 'done', 'failed', 'looked')
  ),
  -- Kebab-case where it failed; what somebody said of it where they declined.
  code text check (length(code) between 1 and 60),
  words text check (length(words) between 1 and 500),
  primary key (org_id, id),
  foreign key (org_id, action_id) references device_actions (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index device_action_log_action on device_action_log (org_id, action_id, id);

alter table device_actions enable row level security, force row level security;
alter table device_action_log enable row level security, force row level security;
create policy own_organisation on device_actions
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
create policy own_organisation on device_action_log
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert, update on device_actions to tierwise_app;
grant select, insert on device_action_log to tierwise_app;

-- What happened stays as it was, also for whoever owns the tables.
create function device_action_log_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What happened with an action on a device is never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger device_action_log_append_only before update or delete on device_action_log
  for each row execute function device_action_log_append_only();
