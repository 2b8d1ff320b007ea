-- A target that was missed and not reached since is still due: lists say which, of which tier, for the ticket and for each duty.

alter table tickets add column due_tier smallint;
alter table ticket_duties add column due_target text;
alter table ticket_duties add column due_tier smallint;
