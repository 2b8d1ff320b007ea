-- Which tenant gave the link by which a mailbox is read on: one that another tenant gave is not followed.
alter table mailboxes add column graph_tenant uuid;
