-- Who changed, approved and published what is history also for whoever owns the tables.
create function plan_changes_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The history of a plan is appended, never changed' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger plan_changes_append_only before update or delete on plan_changes
  for each row execute function plan_changes_append_only();
