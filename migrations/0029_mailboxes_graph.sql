-- Mailboxes: Microsoft Graph as a way for mail, in and out, through the organisation's tenant.

alter table mailboxes drop constraint mailboxes_receives_check;
alter table mailboxes add constraint mailboxes_receives_check check (receives in ('none', 'imap', 'smtp', 'graph'));

-- How mail goes out.
alter table mailboxes add column sends text not null default 'none' check (sends in ('none', 'smtp', 'graph'));
update mailboxes set sends = 'smtp' where smtp is not null;
alter table mailboxes add constraint mailboxes_sends_by_smtp check ((sends = 'smtp') = (smtp is not null));

-- Which mailbox of the tenant it is, where either way goes by Graph, and the folders that are read and filled there.
alter table mailboxes add column graph jsonb;
alter table mailboxes add constraint mailboxes_graph_is_named
  check ((receives = 'graph' or sends = 'graph') = (graph is not null));

-- Where the next round of news begins, as Microsoft gave it, and from when on to read where that is too old.
alter table mailboxes add column graph_link text;
alter table mailboxes add column graph_since timestamptz(3);

-- Mails that were fetched: the same can come again in any round.
create table mailbox_graph_mails (
  org_id uuid not null,
  mailbox_id uuid not null,
  -- Its Message-ID with the moment it came in: senders can repeat the first, nobody chooses both.
  mail_key text not null check (length(mail_key) between 1 and 1100),
  at timestamptz(3) not null,
  primary key (org_id, mailbox_id, mail_key),
  foreign key (org_id, mailbox_id) references mailboxes (org_id, id)
);
create index mailbox_graph_mails_at on mailbox_graph_mails (org_id, mailbox_id, at);

alter table mailbox_graph_mails enable row level security;
alter table mailbox_graph_mails force row level security;
create policy own_organisation on mailbox_graph_mails
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert, update, delete on mailbox_graph_mails to tierwise_app;
