-- Bridges: the online meeting that a bridge was given by itself, where nobody typed a link.

create table bridge_online_meetings (
  org_id uuid not null references organisations (org_id),
  -- A meeting, by id; or a stretch of a standing bridge, as calendars know it, whose meetings share one link.
  subject text not null check (length(subject) between 1 and 120),
  -- claimed: being made; failed: could not be made, and is tried again; cancelled: was taken away.
  state text not null check (state in ('claimed', 'made', 'failed', 'cancelled')),
  link text check (length(link) between 1 and 10000),
  -- By which the provider knows it, and in whose name it is there.
  provider_id text check (length(provider_id) between 1 and 1000),
  organiser text check (length(organiser) between 1 and 100),
  -- What it was made or last moved to.
  title text check (length(title) <= 4000),
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  -- Why it could not be made, kebab-case.
  code text check (length(code) between 1 and 60),
  tried_at timestamptz(3) not null,
  next_try_at timestamptz(3),
  primary key (org_id, subject),
  check (state not in ('made', 'cancelled') or (link is not null and provider_id is not null and organiser is not null))
);

alter table bridge_online_meetings enable row level security, force row level security;
create policy own_organisation on bridge_online_meetings
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert, update, delete on bridge_online_meetings to tierwise_app;
