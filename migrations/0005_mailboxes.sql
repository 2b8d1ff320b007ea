-- Mailboxes: what comes in, kept raw before anything is done with it; what went out, with the server's answer.

create table mailboxes (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- In lower case. The name people see as the sender.
  address text not null check (address = lower(address)),
  name text not null,
  enabled boolean not null default true,
  -- How mail comes in: by asking an IMAP server, by our own SMTP server, or not at all.
  receives text not null check (receives in ('none', 'imap', 'smtp')),
  imap jsonb,
  imap_secret text,
  -- How mail goes out; null: this mailbox only receives.
  smtp jsonb,
  smtp_secret text,
  -- What becomes of mail from an address nobody has: a new requester, or set aside.
  unknown_senders text not null check (unknown_senders in ('open', 'quarantine')),
  -- The provider delivers helpdesk+anything@… to helpdesk@…
  sub_addresses boolean not null default false,
  -- How far the IMAP folder has been read.
  imap_uid_validity text,
  imap_uid bigint,
  -- Raised at every change of settings: whoever holds connections made with older ones drops them.
  revision integer not null default 1,
  created_at timestamptz(3) not null,
  removed_at timestamptz(3),
  primary key (org_id, id),
  check ((receives = 'imap') = (imap is not null))
);
create unique index mailboxes_address on mailboxes (org_id, address) where removed_at is null;
-- Mail that arrives at our own SMTP server names an address and no organisation.
create unique index mailboxes_smtp_address on mailboxes (address) where receives = 'smtp' and removed_at is null;

-- How the way in and the way out are doing. Written often, apart from the settings.
create table mailbox_health (
  org_id uuid not null,
  mailbox_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  last_success_at timestamptz(3),
  failures integer not null default 0,
  last_error_code text,
  last_error_answer text,
  last_error_at timestamptz(3),
  -- Since when people have been told that it does not work.
  alarm_since timestamptz(3),
  primary key (org_id, mailbox_id, direction),
  foreign key (org_id, mailbox_id) references mailboxes (org_id, id)
);

create table inbound_mails (
  org_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  sha256 text not null,
  -- The raw mail.
  file_id uuid not null,
  size bigint not null,
  received_at timestamptz(3) not null,
  -- '' is the null sender; null: not known, as with IMAP.
  envelope_from text,
  envelope_to text[] not null,
  state text not null check (state in ('stored', 'processed', 'ignored', 'quarantined', 'discarded')),
  -- Why it is ignored, quarantined or discarded.
  reason text,
  attempts integer not null default 0,
  -- Person, bounce, list … as told by its headers; null until it is read.
  kind text,
  message_id text,
  from_address text,
  from_name text,
  subject text,
  -- Whether an automatic answer may go to the sender.
  may_answer boolean not null default false,
  -- An earlier mail has the same Message-ID and other content.
  same_message_id boolean not null default false,
  marks text[] not null default '{}',
  ticket_id uuid,
  person_id uuid,
  processed_at timestamptz(3),
  primary key (org_id, id),
  -- Once per mailbox and content, however often it is delivered.
  unique (org_id, mailbox_id, sha256),
  foreign key (org_id, mailbox_id) references mailboxes (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, person_id) references persons (org_id, id)
);
create index inbound_mails_state on inbound_mails (org_id, state, id desc);
create index inbound_mails_message_id on inbound_mails (org_id, message_id) where message_id is not null;
create index inbound_mails_ticket on inbound_mails (org_id, ticket_id) where ticket_id is not null;

create table sent_mails (
  org_id uuid not null,
  -- The id of the outbox entry: the same mail at every try.
  id uuid not null,
  mailbox_id uuid,
  ticket_id uuid,
  to_address text not null,
  subject text not null,
  message_id text not null,
  automatic boolean not null,
  state text not null check (state in ('sent', 'retrying', 'failed', 'withheld', 'bounced')),
  -- Why it failed or was withheld.
  reason text,
  -- What the mail server said.
  answer text,
  attempts integer not null,
  tried_at timestamptz(3) not null,
  bounced_at timestamptz(3),
  bounce_mail_id uuid,
  primary key (org_id, id),
  foreign key (org_id, mailbox_id) references mailboxes (org_id, id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index sent_mails_tried on sent_mails (org_id, tried_at desc, id desc);
create index sent_mails_message_id on sent_mails (org_id, message_id);
create index sent_mails_to on sent_mails (org_id, to_address, tried_at desc);
create index sent_mails_ticket on sent_mails (org_id, ticket_id) where ticket_id is not null;

-- Addresses that a mail server said do not exist: nothing more goes there until somebody lifts it.
create table suppressed_addresses (
  org_id uuid not null references organisations (org_id),
  address text not null,
  since timestamptz(3) not null,
  reason text not null check (reason in ('bounced', 'refused', 'complained')),
  answer text,
  primary key (org_id, address)
);

-- Every automatic answer to a mail: one per sender and ticket, few per sender and day.
create table automatic_answers (
  org_id uuid not null,
  address text not null,
  ticket_id uuid not null,
  sent_mail_id uuid not null,
  at timestamptz(3) not null,
  primary key (org_id, address, ticket_id),
  foreign key (org_id, ticket_id) references tickets (org_id, id)
);
create index automatic_answers_day on automatic_answers (org_id, address, at);

-- Signs what goes out, so that replies find their ticket. Sealed with the key of the data folder.
create table mail_keys (
  org_id uuid primary key references organisations (org_id),
  sealed_key text not null
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'mailboxes', 'mailbox_health', 'inbound_mails', 'sent_mails', 'suppressed_addresses', 'automatic_answers', 'mail_keys'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_organisation on %I using (org_id = (select nullif(current_setting(''app.org_id'', true), '''')::uuid))',
      name
    );
    execute format('grant select, insert, update on %I to tierwise_app', name);
  end loop;
end
$$;
grant delete on suppressed_addresses to tierwise_app;

-- The question that our SMTP server asks before it knows the organisation.
create policy looked_up_by_owner on mailboxes for select to current_user using (true);

create function mailbox_receiving(wanted text, out org_id uuid, out id uuid) returns setof record
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select m.org_id, m.id from mailboxes m
    where m.address = wanted and m.receives = 'smtp' and m.enabled and m.removed_at is null $$;

revoke all on function mailbox_receiving(text) from public;
grant execute on function mailbox_receiving(text) to tierwise_app;
