-- How many open tickets run under each version of the plan, and which: closed ones, most of all tickets, stay out of it.
create index tickets_open_by_plan_version on tickets (org_id, plan_version_id, number) where stage <> 'closed';
