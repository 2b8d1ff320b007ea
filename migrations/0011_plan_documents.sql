-- Documents made of a version of the plan. `as_of` is the moment at which the version became what the document tells: its last save,
-- the asking for a review, or its publishing. So a published version has one document per language and format, made once and kept.

create table plan_documents (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  version_id uuid not null,
  as_of timestamptz(3) not null,
  language text not null check (language in ('nl', 'en')),
  format text not null check (format in ('pdf', 'docx', 'html', 'markdown')),
  state text not null check (state in ('making', 'made', 'failed')),
  asked_at timestamptz(3) not null,
  asked_by uuid,
  made_at timestamptz(3),
  file_id uuid,
  failure text check (failure in ('document-broken', 'document-too-slow', 'document-too-large')),
  primary key (org_id, id),
  unique (org_id, version_id, as_of, language, format),
  foreign key (org_id, version_id) references plan_versions (org_id, id) on delete cascade,
  foreign key (org_id, asked_by) references persons (org_id, id),
  foreign key (org_id, file_id) references files (org_id, id),
  check ((state = 'made') = (file_id is not null and made_at is not null)),
  check ((state = 'failed') = (failure is not null))
);

alter table plan_documents enable row level security;
alter table plan_documents force row level security;
create policy own_organisation on plan_documents
  using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));
grant select, insert, update, delete on plan_documents to tierwise_app;

-- The file of a document that is gone, such as that of a draft thrown away, is left to the clean-up.
create function plan_document_let_go() returns trigger language plpgsql as $$
begin
  update files set kept_at = null, created_at = now() where org_id = old.org_id and id = old.file_id;
  return null;
end
$$;
create trigger plan_documents_let_go after delete on plan_documents
  for each row execute function plan_document_let_go();
