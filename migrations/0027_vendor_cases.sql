-- Cases at the vendor: one row each, what was sent, what was written, and who did what.

create table vendor_cases (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  ticket_id uuid not null,
  -- The event of the ticket that opened it: one case for one.
  opened_by_event integer not null check (opened_by_event > 0),
  version integer not null default 1 check (version > 0),
  supplier text not null check (length(supplier) between 1 and 100),
  contract_kind text not null check (contract_kind in ('included', 'premium', 'partner', 'other')),
  channel text not null check (channel in ('admin-center', 'phone', 'services-hub', 'partner-portal', 'mail', 'other')),
  severity text not null check (length(severity) between 1 and 60),
  -- As the plan called it then: the vendor reads English, we may read Dutch.
  severity_name_nl text not null check (length(severity_name_nl) between 1 and 200),
  severity_name_en text not null check (length(severity_name_en) between 1 and 200),
  case_number text check (length(case_number) between 1 and 100),
  contact_name text check (length(contact_name) between 1 and 120),
  contact_address text check (length(contact_address) between 3 and 254),
  state text not null check (state in ('open', 'answered', 'closed')),
  opened_at timestamptz(3) not null,
  opened_by uuid,
  -- What the plan expects of this severity, as it was then.
  response_minutes integer not null check (response_minutes > 0),
  response_due_at timestamptz(3) not null,
  responded_at timestamptz(3),
  -- When owner and lead were told that the vendor is late.
  overdue_told_at timestamptz(3),
  next_by text not null check (next_by in ('vendor', 'us')),
  next_what text not null default '' check (length(next_what) <= 500),
  next_at timestamptz(3),
  answered_at timestamptz(3),
  closed_at timestamptz(3),
  -- Opens the address of the case, `support+case-…@`: signed, so that nobody guesses it.
  alias text not null check (alias ~ '^[a-z2-7]{26}$'),
  -- What was typed into the packet, by field, and what is shown although it would be hidden, by its print.
  typed jsonb not null default '{}',
  shown text[] not null default '{}',
  -- Files of the ticket that go along.
  files uuid[] not null default '{}',
  primary key (org_id, id),
  unique (org_id, alias),
  unique (org_id, ticket_id, opened_by_event),
  foreign key (org_id, ticket_id) references tickets (org_id, id),
  foreign key (org_id, opened_by) references persons (org_id, id)
);
-- The list, newest first.
create index vendor_cases_state on vendor_cases (org_id, state, id desc);

-- Addresses that somebody here said belong to the vendor. Mail from others is kept, and marked.
create table vendor_case_addresses (
  org_id uuid not null,
  case_id uuid not null,
  address text not null check (length(address) between 3 and 254 and address = lower(address)),
  accepted_at timestamptz(3) not null,
  accepted_by uuid not null,
  primary key (org_id, case_id, address),
  foreign key (org_id, case_id) references vendor_cases (org_id, id),
  foreign key (org_id, accepted_by) references persons (org_id, id)
);

-- What was written to the vendor and by it. Appended; the original of what came is kept with the mailbox.
create table vendor_case_mails (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  at timestamptz(3) not null,
  from_address text not null check (length(from_address) <= 320),
  from_name text not null default '' check (length(from_name) <= 200),
  to_address text not null default '' check (length(to_address) <= 320),
  subject text not null check (length(subject) <= 1000),
  text text not null check (length(text) <= 100000),
  files uuid[] not null default '{}',
  -- Written by a machine of the vendor, such as a receipt.
  automatic boolean not null default false,
  by_person uuid,
  inbound_mail_id uuid,
  -- Message-ID of what came, so that an answer goes into its thread.
  message_id text check (length(message_id) <= 998),
  primary key (org_id, id),
  foreign key (org_id, case_id) references vendor_cases (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id),
  foreign key (org_id, inbound_mail_id) references inbound_mails (org_id, id)
);
create index vendor_case_mails_case on vendor_case_mails (org_id, case_id, id);
-- A mail that is read twice is one mail of the case.
create unique index vendor_case_mails_inbound on vendor_case_mails (org_id, inbound_mail_id)
  where inbound_mail_id is not null;

-- A packet that was made to be sent: who made it when, in which form, and the hash of its very bytes. Appended.
create table vendor_packets (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz(3) not null,
  by_person uuid not null,
  form text not null check (form in ('text', 'pdf', 'zip')),
  sha256 text not null check (length(sha256) = 64),
  size integer not null check (size >= 0),
  file_id uuid not null,
  -- How many things were hidden in it, and how many were shown on purpose.
  hidden integer not null check (hidden >= 0),
  shown integer not null check (shown >= 0),
  primary key (org_id, id),
  foreign key (org_id, case_id) references vendor_cases (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index vendor_packets_case on vendor_packets (org_id, case_id, id);

-- What happened to a case, without the words of it: who showed what kind of thing why stands here. Appended.
create table vendor_case_log (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  at timestamptz(3) not null,
  by_person uuid,
  what text not null check (what in ('opened', 'details-changed', 'packet-changed', 'shown', 'hidden-again',
    'packet-made', 'mail-came', 'mail-sent', 'address-accepted', 'next-set', 'overdue', 'answered', 'closed')),
  details jsonb not null default '{}',
  primary key (org_id, id),
  foreign key (org_id, case_id) references vendor_cases (org_id, id),
  foreign key (org_id, by_person) references persons (org_id, id)
);
create index vendor_case_log_case on vendor_case_log (org_id, case_id, id);

do $$
declare
  name text;
begin
  foreach name in array array[
    'vendor_cases', 'vendor_case_addresses', 'vendor_case_mails', 'vendor_packets', 'vendor_case_log'
  ] loop
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
grant update on vendor_cases to tierwise_app;
