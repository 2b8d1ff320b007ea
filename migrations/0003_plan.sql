-- The support plan's versions. A version is a draft, may be in review, is published once, and then never changes:
-- every ticket is pinned to the version it was opened under.

create table plan_versions (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  number integer not null check (number >= 1),
  state text not null check (state in ('draft', 'in-review', 'published', 'superseded')),
  -- Counts the saves of a draft: a save has to name the revision it was made on.
  revision integer not null check (revision >= 1),
  document jsonb not null,
  based_on uuid,
  created_at timestamptz(3) not null,
  -- Null: Tierwise itself, which begins every organisation with a plan.
  author_id uuid,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  approver_id uuid,
  -- Why this version is needed: asked for with a review or with publishing.
  reason text check (length(reason) between 1 and 2000),
  review_asked_at timestamptz(3),
  review_asked_by uuid,
  published_at timestamptz(3),
  superseded_at timestamptz(3),
  primary key (org_id, id),
  unique (org_id, number),
  foreign key (org_id, based_on) references plan_versions (org_id, id),
  foreign key (org_id, author_id) references persons (org_id, id),
  foreign key (org_id, changed_by) references persons (org_id, id),
  foreign key (org_id, approver_id) references persons (org_id, id),
  foreign key (org_id, review_asked_by) references persons (org_id, id),
  check ((state = 'in-review') <= (approver_id is not null and reason is not null and review_asked_at is not null)),
  check ((state in ('published', 'superseded')) = (published_at is not null)),
  check (published_at is null or (approver_id is not null and reason is not null)),
  check ((state = 'superseded') = (superseded_at is not null))
);
create unique index plan_versions_one_published on plan_versions (org_id) where state = 'published';
create unique index plan_versions_one_draft on plan_versions (org_id) where state in ('draft', 'in-review');

create function plan_version_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('published', 'superseded') then
      raise exception 'A published plan version is never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if old.state = 'superseded' or (
    old.state = 'published' and (
      new.state <> 'superseded'
      or to_jsonb(new) - 'state' - 'superseded_at' <> to_jsonb(old) - 'state' - 'superseded_at'
    )
  ) then
    raise exception 'A published plan version never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger plan_versions_kept before update or delete on plan_versions
  for each row execute function plan_version_kept();

-- The last saves of the draft, so that an editor who comes second can be told what changed and nothing is overwritten.
create table plan_draft_revisions (
  org_id uuid not null,
  version_id uuid not null,
  revision integer not null,
  document jsonb not null,
  changed_at timestamptz(3) not null,
  changed_by uuid,
  primary key (org_id, version_id, revision),
  foreign key (org_id, version_id) references plan_versions (org_id, id) on delete cascade
);

-- Who did what to which version: appended, never changed.
create table plan_changes (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  version_number integer not null,
  what text not null check (what in ('drafted', 'review-asked', 'returned', 'published', 'superseded', 'discarded')),
  reason text,
  primary key (org_id, id)
);
create index plan_changes_version on plan_changes (org_id, version_number, id);

do $$
declare
  name text;
begin
  foreach name in array array['plan_versions', 'plan_draft_revisions', 'plan_changes'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert on %I to tierwise_app', name);
  end loop;
end
$$;
grant update, delete on plan_versions to tierwise_app;
grant delete on plan_draft_revisions to tierwise_app;
