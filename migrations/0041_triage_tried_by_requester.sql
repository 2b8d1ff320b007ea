-- What a requester tried before they reported it: an outcome that no agent and no contact found.
alter table triage_outcomes drop constraint triage_outcomes_said_by_check;
alter table triage_outcomes add constraint triage_outcomes_said_by_check check (said_by in ('agent', 'contact', 'requester'));
