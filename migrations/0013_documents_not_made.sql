-- A document whose making was given up says so, so that somebody can have it tried again.

alter table plan_documents drop constraint plan_documents_failure_check;
alter table plan_documents add constraint plan_documents_failure_check
  check (failure in ('document-broken', 'document-too-slow', 'document-too-large', 'document-not-made'));
