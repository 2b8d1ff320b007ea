-- Directory: a round that would take unusually many people away takes nobody away until an administrator has said so.

alter table tenant_directories
  -- Whom the last round would have taken away: {since, people: [{entraId, personId, gone, groups}]}. Null: nobody waits.
  add column held jsonb,
  -- Users of whom an administrator said that they may go; the next round lets them.
  add column released text[] not null default '{}',
  -- How many were taken away without asking, and when: [{at, people}] of the last day.
  add column taken_away jsonb not null default '[]';

alter table tenant_directory_users
  -- They are gone, or out of a group, and an administrator said that they stay as they are.
  add column kept boolean not null default false;
