-- Rollout: since Intune tells how many have enrolled, a figure by hand is either from before that or beside it (`count`), or says that
-- Intune's is wrong (`correction`), until somebody goes back to Intune's (`withdrawal`). Appended, never changed, as before.
alter table wave_enrollments
  add column kind text not null default 'count' check (kind in ('count', 'correction', 'withdrawal')),
  -- Why Intune's figure is wrong.
  add column note text check (length(note) between 1 and 500),
  add check (kind <> 'correction' or note is not null);
