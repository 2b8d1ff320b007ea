// Made by `npm run generate` from the migrations. Change those, not this.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '../clock.ts'

export interface AbsencesTable {
  org_id: string
  id: string
  person_id: string
  from_at: Instant
  until_at: Instant
  reason: string | null
}

export interface ApiTokensTable {
  org_id: string
  id: string
  person_id: string
  name: string
  token_hash: Buffer
  created_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export interface AuthenticatorsTable {
  org_id: string
  person_id: string
  secret: string
  begun_at: Instant
  confirmed_at: Instant | null
  last_step: number | null
}

export interface AutomaticAnswersTable {
  org_id: string
  address: string
  ticket_id: string
  sent_mail_id: string
  at: Instant
}

export interface BridgeAgendaItemsTable {
  org_id: string
  id: string
  meeting_id: string
  ticket_id: string | null
  follows_id: string | null
  text: string | null
  kind: 'brought' | 'stuck' | 'bounced' | 'due-soon' | 'new-code' | 'burst' | 'vendor-answer' | 'follow-up' | 'own'
  why: unknown
  position: number
  arranged: Generated<boolean>
  minutes: number
  state: 'waiting' | 'on-table' | 'done' | 'parked' | 'moved-on'
  started_at: Instant | null
  spent_seconds: Generated<number>
  outcome: string | null
  added_by: string | null
  added_at: Instant
}

export interface BridgeAttendanceTable {
  org_id: string
  meeting_id: string
  tier: number
  needed: number
  came: number
  at_once: number
  enough_seconds: number
}

export interface BridgeDecisionsTable {
  org_id: string
  id: string
  meeting_id: string
  ticket_id: string | null
  kind: 'known-issue' | 'ticket-move' | 'plan-change' | 'other'
  what: string | null
  decided_by: string
  decided_at: Instant
  present: string[]
  quorum: boolean
  carried_out_at: Instant | null
  carried_out_by: string | null
}

export interface BridgeEventsTable {
  org_id: string
  meeting_id: string
  number: number
  type: string
  at: Instant
  person_id: string | null
  ticket_id: string | null
  facts: unknown
  words: string | null
}

export interface BridgeMeetingsTable {
  org_id: string
  id: string
  plan_bridge: string | null
  plan_version_id: string
  occurrence_day: string | null
  occurrence_number: number | null
  name_nl: string
  name_en: string
  reason: 'person' | 'bounce-cap' | 'burst' | null
  reason_words: string | null
  called_by: string | null
  starts_at: Instant
  planned_for: Instant
  planned_minutes: number
  time_zone: string
  quorum: unknown
  host_team: string | null
  scribe_team: string | null
  host_id: string | null
  scribe_id: string | null
  meeting_link: string | null
  state: 'planned' | 'running' | 'ended' | 'cancelled'
  began_at: Instant | null
  ended_at: Instant | null
  cancelled_why: 'by-person' | 'dropped' | 'stopped' | 'not-held' | null
  cancelled_by: string | null
  version: Generated<number>
  created_at: Instant
  link_by_hand: Generated<boolean>
}

export interface BridgeMinutesTable {
  org_id: string
  meeting_id: string
  version: number
  summary: string
  revision: Generated<number>
  written_by: string
  written_at: Instant
  sent: unknown
  sent_at: Instant | null
  sent_by: string | null
  pdf: Generated<'none' | 'making' | 'made' | 'failed'>
  pdf_nl: string | null
  pdf_en: string | null
}

export interface BridgeNoteUpdatesTable {
  org_id: string
  meeting_id: string
  number: number
  key: string
  update: Buffer
  written_by: string
  written_at: Instant
}

export interface BridgeNotesTable {
  org_id: string
  meeting_id: string
  last: Generated<number>
  compacted: Generated<number>
  state: Buffer | null
  bytes: Generated<number>
}

export interface BridgeOnlineMeetingsTable {
  org_id: string
  subject: string
  state: 'claimed' | 'made' | 'failed' | 'cancelled'
  link: string | null
  provider_id: string | null
  organiser: string | null
  title: string | null
  starts_at: Instant | null
  ends_at: Instant | null
  code: string | null
  tried_at: Instant
  next_try_at: Instant | null
}

export interface BridgePresenceTable {
  org_id: string
  meeting_id: string
  person_id: string
  tiers: number[]
  joined_at: Instant
  seen_at: Instant
  left_at: Instant | null
}

export interface BridgeProposalTicketsTable {
  org_id: string
  proposal_id: string
  ticket_id: string
}

export interface BridgeProposalsTable {
  org_id: string
  id: string
  reason: 'bounce-cap' | 'burst'
  about: string
  why: unknown
  proposed_at: Instant
  seen_at: Instant
  state: 'open' | 'called' | 'let-be' | 'over'
  answered_at: Instant | null
  answered_by: string | null
  meeting_id: string | null
}

export interface BridgeRoomsTable {
  org_id: string
  meeting_id: string
  version: Generated<number>
  waived_lacks: unknown
  waived_by: string | null
  waived_at: Instant | null
  waived_reason: string | null
  quorum_seconds: number | null
}

export interface BridgeSeriesTable {
  org_id: string
  plan_bridge: string
  number: number
}

export interface BridgeStopsTable {
  org_id: string
  id: string
  plan_bridge: string
  stopped_at: Instant
  stopped_by: string
  reason: string
  figures: unknown
  resumed_at: Instant | null
  resumed_by: string | null
}

export interface BridgeTasksTable {
  org_id: string
  id: string
  meeting_id: string
  ticket_id: string | null
  what: string | null
  owner_id: string
  due: string
  given_by: string
  given_at: Instant
  done_at: Instant | null
  done_by: string | null
  dropped: Generated<boolean>
}

export interface CalendarAttendeesTable {
  org_id: string
  invitation_id: string
  person_id: string
  address: string
  required: boolean
  state: 'invited' | 'withdrawn'
  sequence: number
  sent_at: Instant
  answer: 'accepted' | 'declined' | 'tentative' | null
  answered_at: Instant | null
  answer_stamp: Instant | null
}

export interface CalendarInvitationsTable {
  org_id: string
  id: string
  kind: 'bridge' | 'training-session'
  subject_id: string
  entry_key: string
  uid: string
  sequence: number
  content_sequence: number
  time_sequence: number
  content: unknown
  organiser_address: string | null
  created_at: Instant
  changed_at: Instant
  called_off_at: Instant | null
}

export interface CalendarOccurrenceAnswersTable {
  org_id: string
  invitation_id: string
  person_id: string
  occurrence: Instant
  answer: 'accepted' | 'declined' | 'tentative'
  answered_at: Instant
  answer_stamp: Instant | null
}

export interface CertificationsTable {
  org_id: string
  id: string
  person_id: string
  tier: number
  valid_from: Instant
  valid_until: Instant | null
  override_by: string | null
  override_reason: string | null
  given_at: Instant
}

export interface CommitmentChangesTable {
  org_id: string
  id: string
  commitment_key: string
  at: Instant
  by_person: string | null
  what: 'added' | 'owner' | 'begun' | 'shown' | 'met' | 'waived' | 'reopened' | 'due'
  words: string | null
}

export interface CommitmentFilesTable {
  org_id: string
  commitment_key: string
  file_id: string
}

export interface CommitmentRemindersTable {
  org_id: string
  commitment_key: string
  due: string
  mark: '14' | '7' | '1' | 'overdue'
  person_id: string
  at: Instant
}

export interface CommitmentsTable {
  org_id: string
  key: string
  added: boolean
  kind: 'design-workshop' | 'own-devices' | 'test-cases' | 'help-desk-documents' | 'sign-off' | 'other'
  what_nl: string | null
  what_en: string | null
  evidence_nl: string | null
  evidence_en: string | null
  team: string | null
  before_phase: string | null
  due: string | null
  owner_id: string | null
  state: 'open' | 'in-progress' | 'met' | 'waived'
  shown: Generated<string>
  link: string | null
  reason: string | null
  version: Generated<number>
  changed_at: Instant
}

export interface CourseContentsTable {
  org_id: string
  id: string
  course_key: string
  item_key: string
  content: unknown
  changed_at: Instant
  changed_by: string
}

export interface CourseQuestionsTable {
  org_id: string
  id: string
  course_key: string
  question_key: string
  state: 'changed' | 'left-out' | 'ours'
  question: unknown
  changed_at: Instant
  changed_by: string
}

export interface DeviceActionLogTable {
  org_id: string
  id: string
  action_id: string
  at: Instant
  by_person: string | null
  what: 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'expired' | 'sent' | 'done' | 'failed' | 'looked'
  code: string | null
  words: string | null
}

export interface DeviceActionsTable {
  org_id: string
  id: string
  subject: string
  ticket_number: number
  person_id: string
  device_id: string
  device_name: string
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux' | null
  action: 'sync' | 'restart' | 'collect-diagnostics' | 'lock' | 'reset-passcode' | 'locate' | 'retire' | 'wipe'
  tier: number
  caller: 'called-back' | 'video' | 'in-person' | 'signed-in' | 'vouched-for' | null
  purpose: string | null
  four_eyes: boolean
  state: 'awaiting' | 'sending' | 'pending' | 'done' | 'failed' | 'declined' | 'expired' | 'withdrawn'
  code: string | null
  asked_by: string
  asked_at: Instant
  agree_until: Instant | null
  answered_by: string | null
  answered_at: Instant | null
  sent_at: Instant | null
  device_seen_at: Instant | null
  ended_at: Instant | null
  collection_id: string | null
  file_id: string | null
  sealed_location: string | null
}

export interface DeviceContextsTable {
  org_id: string
  person_id: string
  tenant: string
  parts: unknown
  tried_at: Instant
}

export interface DeviceDetectionsTable {
  org_id: string
  tenant: string
  kind: 'enrollment-failure' | 'expiring-certificate' | 'silent-device' | 'service-incident'
  looked_at: Instant
  worked_at: Instant | null
  way: 'tenant' | 'people' | null
  after_person: string | null
  failed: string | null
}

export interface DeviceEnrollmentReadsTable {
  org_id: string
  tenant: string
  tried_at: Instant
  read_at: Instant | null
  failed: string | null
  permission: string | null
  devices: Generated<number>
  known: Generated<number>
}

export interface DeviceEnrollmentsTable {
  org_id: string
  tenant: string
  device_id: string
  person_id: string
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux' | null
  enrolled_at: Instant | null
}

export interface DeviceFindingsTable {
  org_id: string
  id: string
  tenant: string
  kind: 'enrollment-failure' | 'expiring-certificate' | 'silent-device' | 'service-incident'
  about: string
  person_id: string | null
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux' | null
  facts: unknown
  seen: string[]
  times: number
  first_at: Instant
  last_at: Instant
  found_at: Instant
  state: 'new' | 'told' | 'ticket' | 'dismissed' | 'gone'
  wanted: 'ticket' | 'hint'
  ticket: string | null
  opened: Generated<boolean>
  told_times: Generated<number>
  told_at: Instant | null
  ended_at: Instant | null
  dismissed_by: string | null
  reason: string | null
}

export interface DeviceOrganisationsTable {
  org_id: string
  tenant: string
  parts: unknown
  tried_at: Instant
}

export interface DeviceSnapshotsTable {
  org_id: string
  id: string
  subject: string
  person_id: string
  reason: 'opened' | 'offered' | 'accepted' | 'vendor'
  at: Instant
  context: unknown
  hash: Buffer
}

export interface FilesTable {
  org_id: string
  id: string
  owner_id: string | null
  sha256: string
  size: number
  type: string
  name: string
  created_at: Generated<Instant>
  kept_at: Instant | null
}

export interface ForecastAssumptionsTable {
  org_id: string
  id: string
  place: string
  source: 'desk' | 'changed' | 'reset'
  value: unknown
  changed_at: Instant
  changed_by: string
}

export interface HalfSignInsTable {
  org_id: string
  id: string
  person_id: string
  token_hash: Buffer
  means: 'password' | 'link'
  expires_at: Instant
}

export interface HeartbeatsTable {
  id: string
  seen_at: Generated<Instant>
}

export interface IdempotencyKeysTable {
  org_id: string
  person_id: string
  key: string
  fingerprint: Buffer
  status: number
  content_type: string | null
  body: string | null
  created_at: Generated<Instant>
}

export interface IdentitiesTable {
  org_id: string
  issuer: string
  tenant: string
  object_id: string
  person_id: string
  linked_at: Instant
}

export interface InboundMailsTable {
  org_id: string
  id: string
  mailbox_id: string
  sha256: string
  file_id: string
  size: number
  received_at: Instant
  envelope_from: string | null
  envelope_to: string[]
  state: 'stored' | 'processed' | 'ignored' | 'quarantined' | 'discarded'
  reason: string | null
  attempts: Generated<number>
  kind: string | null
  message_id: string | null
  from_address: string | null
  from_name: string | null
  subject: string | null
  may_answer: Generated<boolean>
  same_message_id: Generated<boolean>
  marks: Generated<string[]>
  ticket_id: string | null
  person_id: string | null
  processed_at: Instant | null
}

export interface KnowledgeActsTable {
  org_id: string
  id: string
  issue_id: string
  act: string
  version: number
  reason: string | null
  by_person: string | null
  at: Instant
}

export interface KnowledgeFlagsTable {
  org_id: string
  id: string
  issue_id: string
  version: number
  comment: string
  by_person: string
  at: Instant
  settled_by: string | null
  settled_at: Instant | null
  answer: string | null
}

export interface KnowledgeIssuesTable {
  org_id: string
  id: string
  number: number | null
  state: 'unfinished' | 'draft' | 'confirmed' | 'published' | 'archived'
  served: number
  proposed: number | null
  last_version: number
  written_by: string | null
  written_at: Instant
  confirmed_by: string | null
  confirmed_at: Instant | null
  review_due: string | null
  ticket_id: string | null
  changed_at: Instant
}

export interface KnowledgeResourcesTable {
  org_id: string
  id: string
  issue_id: string | null
  tier: number | null
  kind: 'documentation' | 'forum' | 'tool' | 'own'
  title: string
  url: string
  by_person: string
  at: Instant
}

export interface KnowledgeRevisionsTable {
  org_id: string
  revision: string
  last_number: Generated<number>
}

export interface KnowledgeUsesTable {
  org_id: string
  id: string
  issue_id: string
  ticket_id: string
  kind: 'linked' | 'helped' | 'not-helped' | 'first-aid'
  tier: number | null
  by_person: string | null
  at: Instant
}

export interface KnowledgeVersionsTable {
  org_id: string
  issue_id: string
  version: number
  text: unknown
  base: unknown
  reason: string
  by_person: string | null
  at: Instant
}

export interface LiveEventsTable {
  org_id: string
  seq: GeneratedAlways<number>
  xid: Generated<string>
  topic: string
  subject: string
  data: unknown
  audience: unknown
  created_at: Generated<Instant>
}

export interface MailKeysTable {
  org_id: string
  sealed_key: string
}

export interface MailboxGraphMailsTable {
  org_id: string
  mailbox_id: string
  mail_key: string
  at: Instant
}

export interface MailboxHealthTable {
  org_id: string
  mailbox_id: string
  direction: 'in' | 'out'
  last_success_at: Instant | null
  failures: Generated<number>
  last_error_code: string | null
  last_error_answer: string | null
  last_error_at: Instant | null
  alarm_since: Instant | null
}

export interface MailboxesTable {
  org_id: string
  id: string
  address: string
  name: string
  enabled: Generated<boolean>
  receives: 'none' | 'imap' | 'smtp' | 'graph'
  imap: unknown
  imap_secret: string | null
  smtp: unknown
  smtp_secret: string | null
  unknown_senders: 'open' | 'quarantine'
  sub_addresses: Generated<boolean>
  imap_uid_validity: string | null
  imap_uid: number | null
  revision: Generated<number>
  created_at: Instant
  removed_at: Instant | null
  sends: Generated<'none' | 'smtp' | 'graph'>
  graph: unknown
  graph_link: string | null
  graph_since: Instant | null
  graph_tenant: string | null
}

export interface MembershipsTable {
  org_id: string
  team_key: string
  person_id: string
  is_lead: boolean
  since: Instant
}

export interface NoticesTable {
  org_id: string
  id: string
  person_id: string
  teller: string
  kind: string
  about: string
  occasion: string
  at: Instant
  read_at: Instant | null
  asks: boolean
}

export interface OidcProvidersTable {
  org_id: string
  id: string
  name: string
  issuer: string
  client_id: string
  client_secret: string | null
  tenants: Generated<string[]>
  creates_requesters: Generated<boolean>
  enabled: Generated<boolean>
  created_at: Instant
}

export interface OneTimeLinksTable {
  org_id: string
  id: string
  kind: 'administrator' | 'invitation' | 'password-reset'
  person_id: string | null
  token_hash: Buffer
  made_by: string | null
  made_at: Instant
  expires_at: Instant
  used_at: Instant | null
}

export interface OrganisationsTable {
  org_id: string
  slug: string
  name: string
  language: 'nl' | 'en'
  time_zone: string
  created_at: Instant
  set_up_at: Instant | null
  second_factor_for: Generated<'nobody' | 'administrators' | 'agents'>
  practice_of: string | null
}

export interface OutboxTable {
  org_id: string
  id: string
  kind: string
  payload: unknown
  state: Generated<'waiting' | 'sent' | 'failed'>
  attempts: Generated<number>
  last_error: string | null
  provider_answer: string | null
  created_at: Generated<Instant>
  tried_at: Instant | null
  sent_at: Instant | null
}

export interface PasskeyChallengesTable {
  org_id: string
  id: string
  purpose: 'sign-in' | 'prove' | 'add'
  challenge_hash: Buffer
  bound_to: Buffer
  expires_at: Instant
}

export interface PasskeysTable {
  org_id: string
  id: string
  person_id: string
  name: string
  credential_id: Buffer
  public_key: Buffer
  uses: number
  transports: Generated<string[]>
  added_at: Instant
  used_at: Instant | null
}

export interface PasswordsTable {
  org_id: string
  person_id: string
  hash: string
  changed_at: Instant
}

export interface PeopleChangesTable {
  org_id: string
  id: string
  at: Instant
  by_person: string | null
  what: string
  subject: string
  before: unknown
  after: unknown
}

export interface PersonsTable {
  org_id: string
  id: string
  name: string
  email: string
  language: 'nl' | 'en'
  theme: Generated<'system' | 'light' | 'dark' | 'high-contrast'>
  groups: Generated<string[]>
  roles: string[]
  created_at: Instant
  joined_at: Instant | null
  disabled_at: Instant | null
}

export interface PilotCasesTable {
  org_id: string
  person_id: string
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux'
  case_key: string
  result: 'passed' | 'failed' | 'skipped'
  words: Generated<string>
  at: Instant
}

export interface PilotDevicesTable {
  org_id: string
  person_id: string
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux'
  outcome: 'enrolled' | 'with-trouble' | 'not-enrolled'
  tried_on: string
  trouble: Generated<string>
  candidate: Generated<boolean>
  ticket_id: string | null
  changed_at: Instant
}

export interface PlanChangesTable {
  org_id: string
  id: string
  at: Instant
  by_person: string | null
  version_number: number
  what: 'drafted' | 'review-asked' | 'returned' | 'published' | 'superseded' | 'discarded'
  reason: string | null
}

export interface PlanDocumentsTable {
  org_id: string
  id: string
  version_id: string
  as_of: Instant
  language: 'nl' | 'en'
  format: 'pdf' | 'docx' | 'html' | 'markdown'
  state: 'making' | 'made' | 'failed'
  asked_at: Instant
  asked_by: string | null
  made_at: Instant | null
  file_id: string | null
  failure: 'document-broken' | 'document-too-slow' | 'document-too-large' | 'document-not-made' | null
}

export interface PlanDraftRevisionsTable {
  org_id: string
  version_id: string
  revision: number
  document: unknown
  changed_at: Instant
  changed_by: string | null
}

export interface PlanLinksTable {
  org_id: string
  url: string
  checked_at: Instant
  outcome: 'ok' | 'gone' | 'unreachable' | 'unclear'
  status: number | null
}

export interface PlanVersionsTable {
  org_id: string
  id: string
  number: number
  state: 'draft' | 'in-review' | 'published' | 'superseded'
  revision: number
  document: unknown
  based_on: string | null
  created_at: Instant
  author_id: string | null
  changed_at: Instant
  changed_by: string | null
  approver_id: string | null
  reason: string | null
  review_asked_at: Instant | null
  review_asked_by: string | null
  published_at: Instant | null
  superseded_at: Instant | null
}

export interface PracticeExercisesTable {
  org_id: string
  id: string
  person_id: string
  tier: number
  issue_id: string
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux'
  language: 'nl' | 'en'
  seed: number
  ticket_id: string
  begun_at: Instant
  named_issue: string | null
  named_at: Instant | null
  finished_at: Instant | null
  score: unknown
  given_up: Generated<boolean>
}

export interface PracticeResultsTable {
  org_id: string
  id: string
  person_id: string
  tier: number
  issue_id: string
  platform: 'ios' | 'android' | 'windows' | 'macos' | 'linux'
  plan_version_id: string
  begun_at: Instant
  finished_at: Instant
  points: number
  passed: boolean
  score: unknown
}

export interface ProviderSignInsTable {
  org_id: string
  id: string
  provider_id: string
  state_hash: Buffer
  browser_hash: Buffer
  nonce: string
  code_verifier: string
  link_id: string | null
  person_id: string | null
  return_to: string
  expires_at: Instant
}

export interface RecoveryCodesTable {
  org_id: string
  person_id: string
  code_hash: Buffer
  made_at: Instant
  used_at: Instant | null
}

export interface RetrainingDutiesTable {
  org_id: string
  id: string
  person_id: string
  tier: number
  course_key: string
  item_key: string
  plan_version_id: string
  kinds: string[]
  made_at: Instant
  due_at: Instant
  done_at: Instant | null
  attempt_id: string | null
  taken_over_at: Instant | null
  suspended_at: Instant | null
  suspended: unknown
}

export interface RetrainingLookedTable {
  org_id: string
  plan_version_id: string
  looked_at: Instant
}

export interface RetrainingWarningsTable {
  org_id: string
  duty_id: string
  days: number
  told_at: Instant
}

export interface RolloutImportPeopleTable {
  org_id: string
  import_id: string
  person_id: string
  is_new: boolean
  groups: Generated<string[]>
  facts_before: unknown
}

export interface RolloutImportsTable {
  org_id: string
  id: string
  file_name: string
  at: Instant
  by_person: string
  added: number
  changed: number
  unchanged: number
  undone_at: Instant | null
  undone_by: string | null
}

export interface RolloutPeopleTable {
  org_id: string
  person_id: string
  platforms: Generated<string[]>
  department: string | null
  manager: string | null
  enrolled_on: string | null
  changed_at: Instant
}

export interface SentMailsTable {
  org_id: string
  id: string
  mailbox_id: string | null
  ticket_id: string | null
  to_address: string
  subject: string
  message_id: string
  automatic: boolean
  state: 'sent' | 'retrying' | 'failed' | 'withheld' | 'bounced'
  reason: string | null
  answer: string | null
  attempts: number
  tried_at: Instant
  bounced_at: Instant | null
  bounce_mail_id: string | null
}

export interface SignInAttemptsTable {
  org_id: string
  counted: Buffer
  since: Instant
  attempts: number
}

export interface SignInsTable {
  org_id: string
  id: string
  person_id: string
  token_hash: Buffer
  means: 'password' | 'provider' | 'link' | 'passkey'
  user_agent: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
  proved_at: Instant
  practising_since: Instant | null
}

export interface SuppressedAddressesTable {
  org_id: string
  address: string
  since: Instant
  reason: 'bounced' | 'refused' | 'complained'
  answer: string | null
}

export interface TeamsTable {
  org_id: string
  key: string
  name_nl: string
  name_en: string
  created_at: Instant
}

export interface TenantCardsTable {
  org_id: string
  channel_id: string
  moment: string
  subject: string
  at: Instant
}

export interface TenantChannelsTable {
  org_id: string
  id: string
  name: string
  sealed_url: string
  host: string
  language: 'nl' | 'en'
  moments: string[]
  enabled: Generated<boolean>
  revision: Generated<number>
  last_success_at: Instant | null
  failures: Generated<number>
  last_error_at: Instant | null
  last_error: string | null
  created_at: Instant
}

export interface TenantChecksTable {
  org_id: string
  tenant: string
  check_key: string
  outcome: 'works' | 'missing' | 'failed' | 'untried'
  code: string | null
  status: number | null
  answer: string | null
  request_id: string | null
  activity_id: string | null
  tried_at: Instant
  worked_at: Instant | null
}

export interface TenantDirectoriesTable {
  org_id: string
  tenant: string
  revision: Generated<number>
  users_link: string | null
  groups_link: string | null
  read_whole_at: Instant | null
  began_at: Instant | null
  ended_at: Instant | null
  succeeded_at: Instant | null
  code: string | null
  permission: string | null
  outcome: unknown
  held: unknown
  released: Generated<string[]>
  taken_away: Generated<unknown>
}

export interface TenantDirectoryGroupsTable {
  org_id: string
  tenant: string
  entra_group_id: string
  name: string
  group_key: string
  former_key: string | null
  missing_since: Instant | null
  dropped: Generated<boolean>
}

export interface TenantDirectoryUsersTable {
  org_id: string
  tenant: string
  entra_id: string
  name: string | null
  address: string | null
  sign_in_name: string | null
  enabled: boolean
  groups: string[]
  withdrawn: Generated<boolean>
  kept: Generated<boolean>
}

export interface TenantPersonsTable {
  org_id: string
  person_id: string
  tenant: string
  entra_id: string
  found_by: 'sync' | 'address'
  found_at: Instant
}

export interface TenantRegistrationsTable {
  org_id: string
  tenant: string
  purpose: 'read' | 'act'
  client_id: string
  kind: 'secret' | 'certificate'
  sealed: string | null
  certificate: string | null
  expires_at: Instant | null
  warned_days: number | null
  refused_since: Instant | null
  granted: Generated<string[]>
}

export interface TenantsTable {
  org_id: string
  id: string
  tenant_id: string
  name: string | null
  cloud: 'public' | 'us-gov' | 'us-dod' | 'china' | 'own'
  login_url: string
  graph_url: string
  allow_private: Generated<boolean>
  revision: Generated<number>
  connected_at: Instant
  changed_at: Instant
}

export interface TicketDutiesTable {
  org_id: string
  ticket_id: string
  kind: 'investigate' | 'accept' | 'take-note' | 'contact' | 'answer-question'
  tier: number
  person_id: string | null
  due_at: Instant | null
  due_target: string | null
  due_tier: number | null
}

export interface TicketEventsTable {
  org_id: string
  ticket_id: string
  number: number
  type: string
  at: Instant
  author_kind: 'person' | 'system'
  author_id: string | null
  author_system: string | null
  facts: unknown
  words: unknown
  words_key: Buffer | null
  words_digest: Buffer
  previous_hash: Buffer
  hash: Buffer
}

export interface TicketFilesTable {
  org_id: string
  file_id: string
  ticket_id: string
  is_open: boolean
}

export interface TicketFollowersTable {
  org_id: string
  person_id: string
  ticket_id: string
}

export interface TicketMailsToldTable {
  org_id: string
  ticket_id: string
  event_number: number
  person_id: string
  moment: string
  at: Instant
}

export interface TicketNumbersTable {
  org_id: string
  last: number
}

export interface TicketsTable {
  org_id: string
  id: string
  number: number
  version: number
  plan_version_id: string
  state: unknown
  subject: string
  kind: 'incident' | 'request'
  stage: 'investigating' | 'delivering' | 'confirming' | 'closed'
  tier: number | null
  offered_to: number | null
  waiting: 'requester' | 'vendor' | 'until' | null
  requester_id: string
  assignee_id: string | null
  priority: number
  category: string | null
  platform: string | null
  phase: string | null
  wave: string | null
  on_bridge: Generated<boolean>
  opened_at: Instant
  changed_at: Instant
  closed_at: Instant | null
  due_at: Instant | null
  due_target: string | null
  due_order: GeneratedAlways<Instant>
  clock_at: Instant | null
  last_hash: Buffer
  search: Generated<string>
  search_open: Generated<string>
  due_tier: number | null
}

export interface TrainingAttemptsTable {
  org_id: string
  id: string
  person_id: string
  course_key: string
  plan_version_id: string
  item_key: string | null
  session_id: string | null
  seed: number
  questions: unknown
  begun_at: Instant
  handed_in_at: Instant | null
  answers: unknown
  percent: number | null
  passed: boolean | null
}

export interface TrainingCertificatesTable {
  org_id: string
  id: string
  number: string
  person_id: string
  course_key: string
  tier: number
  plan_version_id: string
  session_id: string
  attempt_id: string
  trainer_id: string
  trainer_as: 'root' | 'lead'
  rests_on: string | null
  certification_id: string
  issued_at: Instant
  valid_until: Instant
  revoked_at: Instant | null
  revoked_by: string | null
  revoke_reason: string | null
}

export interface TrainingCodeTriesTable {
  org_id: string
  person_id: string
  since: Instant
  tries: number
}

export interface TrainingEvaluationsTable {
  org_id: string
  id: string
  session_id: string
  useful: number
  pace: number
  trainer: number
  remark: string | null
}

export interface TrainingSessionsTable {
  org_id: string
  id: string
  course_key: string
  plan_version_id: string
  trainer_id: string
  starts_at: Instant
  ends_at: Instant
  time_zone: string
  place: string | null
  link: string | null
  seats: number
  language: 'nl' | 'en'
  planned_at: Instant
  planned_by: string
  cancelled_at: Instant | null
  cancel_reason: string | null
  code: string | null
  code_until: Instant | null
}

export interface TrainingSignUpsTable {
  org_id: string
  session_id: string
  person_id: string
  state: 'seated' | 'waiting' | 'withdrawn'
  turn: number
  asked_at: Instant
  asked_by: string
  attended_at: Instant | null
  attended_by: 'trainer' | 'code' | null
  evaluated: Generated<boolean>
}

export interface TrainingWarningsTable {
  org_id: string
  certificate_id: string
  days: number
  told_at: Instant
}

export interface TriageBurstTicketsTable {
  org_id: string
  burst_id: string
  ticket_id: string
}

export interface TriageBurstsTable {
  org_id: string
  id: string
  kind: 'issue' | 'code' | 'failure' | 'words' | 'category' | 'wave'
  about: string
  common: unknown
  expected: number
  began_at: Instant
  seen_at: Instant
  state: 'open' | 'cause' | 'let-be' | 'over'
  cause_id: string | null
  answered_at: Instant | null
  answered_by: string | null
}

export interface TriageCauseCourseTable {
  org_id: string
  id: string
  cause_id: string
  at: Instant
  by_person: string | null
  what: 'added' | 'taken-out' | 'closed' | 'reopened'
  ticket_id: string | null
  open_tickets: number | null
  reason: string | null
}

export interface TriageCauseTicketsTable {
  org_id: string
  cause_id: string
  ticket_id: string
  added_at: Instant
  added_by: string | null
}

export interface TriageCausesTable {
  org_id: string
  id: string
  title: string
  incident: string | null
  opened_at: Instant
  opened_by: string
  closed_at: Instant | null
  closed_by: string | null
}

export interface TriageChecksTable {
  org_id: string
  ticket_id: string
  issue_id: string
  check_key: string
  words: unknown
  state: 'done' | 'found' | 'not-applicable'
  note: Generated<string>
  by_person: string
  at: Instant
}

export interface TriageOutcomesTable {
  org_id: string
  ticket_id: string
  issue_id: string
  helped: boolean
  said_by: 'agent' | 'contact' | 'requester'
  platform: string | null
  wave: string | null
  by_person: string | null
  at: Instant
}

export interface VendorCaseAddressesTable {
  org_id: string
  case_id: string
  address: string
  accepted_at: Instant
  accepted_by: string
}

export interface VendorCaseLogTable {
  org_id: string
  id: string
  case_id: string
  at: Instant
  by_person: string | null
  what: 'opened' | 'details-changed' | 'packet-changed' | 'shown' | 'hidden-again' | 'packet-made' | 'mail-came' | 'mail-sent' | 'address-accepted' | 'next-set' | 'overdue' | 'answered' | 'closed'
  details: Generated<unknown>
}

export interface VendorCaseMailsTable {
  org_id: string
  id: string
  case_id: string
  direction: 'in' | 'out'
  at: Instant
  from_address: string
  from_name: Generated<string>
  to_address: Generated<string>
  subject: string
  text: string
  files: Generated<string[]>
  automatic: Generated<boolean>
  by_person: string | null
  inbound_mail_id: string | null
  message_id: string | null
}

export interface VendorCasesTable {
  org_id: string
  id: string
  ticket_id: string
  opened_by_event: number
  version: Generated<number>
  supplier: string
  contract_kind: 'included' | 'premium' | 'partner' | 'other'
  channel: 'admin-center' | 'phone' | 'services-hub' | 'partner-portal' | 'mail' | 'other'
  severity: string
  severity_name_nl: string
  severity_name_en: string
  case_number: string | null
  contact_name: string | null
  contact_address: string | null
  state: 'open' | 'answered' | 'closed'
  opened_at: Instant
  opened_by: string | null
  response_minutes: number
  response_due_at: Instant
  responded_at: Instant | null
  overdue_told_at: Instant | null
  next_by: 'vendor' | 'us'
  next_what: Generated<string>
  next_at: Instant | null
  answered_at: Instant | null
  closed_at: Instant | null
  alias: string
  typed: Generated<unknown>
  shown: Generated<string[]>
  files: Generated<string[]>
}

export interface VendorPacketsTable {
  org_id: string
  id: string
  case_id: string
  at: Instant
  by_person: string
  form: 'text' | 'pdf' | 'zip'
  sha256: string
  size: number
  file_id: string
  hidden: number
  shown: number
}

export interface WaveConditionsTable {
  org_id: string
  id: string
  decision_id: string
  text: string
  owner_id: string
  due: string
  met_at: Instant | null
  met_by: string | null
}

export interface WaveDecisionsTable {
  org_id: string
  id: string
  wave: string
  plan_version_id: string
  outcome: 'go' | 'conditional' | 'no-go'
  reason: string
  signed_by: string
  signed_name: string
  signed_at: Instant
  figures: unknown
  figures_hash: string
}

export interface WaveEnrollmentsTable {
  org_id: string
  id: string
  wave: string
  day: string
  enrolled: number
  at: Instant
  by_person: string
  kind: Generated<'count' | 'correction' | 'withdrawal'>
  note: string | null
}

export interface WaveLessonUsesTable {
  org_id: string
  lesson_id: string
  wave: string
  kind: string
  at: Instant
  by_person: string
}

export interface WaveLessonsTable {
  org_id: string
  id: string
  wave: string
  happened: string
  tell_nl: Generated<string>
  tell_en: Generated<string>
  written_at: Instant
  written_by: string
  version: Generated<number>
  removed_at: Instant | null
}

export interface WaveMailChangesTable {
  org_id: string
  id: string
  wave: string
  kind: string
  at: Instant
  by_person: string
  what: 'changed' | 'lesson' | 'approved' | 'withdrawn' | 'paused' | 'resumed' | 'reset'
}

export interface WaveMailSendsTable {
  org_id: string
  wave: string
  kind: string
  person_id: string
  at: Instant
  mail_id: string
  told_starts: string
  told_ends: string
}

export interface WaveMailsTable {
  org_id: string
  wave: string
  kind: 'kick-off' | 'before' | 'enrollment' | 'after'
  subject_nl: string
  subject_en: string
  body_nl: string
  body_en: string
  counted_from: 'starts' | 'ends'
  days: number
  at_time: string
  approved_at: Instant | null
  approved_by: string | null
  paused_at: Instant | null
  paused_by: string | null
  version: Generated<number>
  changed_at: Instant
  changed_by: string
}

export interface WaveMovesTable {
  org_id: string
  id: string
  wave: string
  plan_number: number
  from_starts: string
  from_ends: string
  to_starts: string
  to_ends: string
  note: string
  at: Instant
  by_person: string
}

export interface WaveWarningsTable {
  org_id: string
  wave: string
  starts: string
  kind: 'soon' | 'begun'
  person_id: string
  at: Instant
}

export interface DB {
  absences: AbsencesTable
  api_tokens: ApiTokensTable
  authenticators: AuthenticatorsTable
  automatic_answers: AutomaticAnswersTable
  bridge_agenda_items: BridgeAgendaItemsTable
  bridge_attendance: BridgeAttendanceTable
  bridge_decisions: BridgeDecisionsTable
  bridge_events: BridgeEventsTable
  bridge_meetings: BridgeMeetingsTable
  bridge_minutes: BridgeMinutesTable
  bridge_note_updates: BridgeNoteUpdatesTable
  bridge_notes: BridgeNotesTable
  bridge_online_meetings: BridgeOnlineMeetingsTable
  bridge_presence: BridgePresenceTable
  bridge_proposal_tickets: BridgeProposalTicketsTable
  bridge_proposals: BridgeProposalsTable
  bridge_rooms: BridgeRoomsTable
  bridge_series: BridgeSeriesTable
  bridge_stops: BridgeStopsTable
  bridge_tasks: BridgeTasksTable
  calendar_attendees: CalendarAttendeesTable
  calendar_invitations: CalendarInvitationsTable
  calendar_occurrence_answers: CalendarOccurrenceAnswersTable
  certifications: CertificationsTable
  commitment_changes: CommitmentChangesTable
  commitment_files: CommitmentFilesTable
  commitment_reminders: CommitmentRemindersTable
  commitments: CommitmentsTable
  course_contents: CourseContentsTable
  course_questions: CourseQuestionsTable
  device_action_log: DeviceActionLogTable
  device_actions: DeviceActionsTable
  device_contexts: DeviceContextsTable
  device_detections: DeviceDetectionsTable
  device_enrollment_reads: DeviceEnrollmentReadsTable
  device_enrollments: DeviceEnrollmentsTable
  device_findings: DeviceFindingsTable
  device_organisations: DeviceOrganisationsTable
  device_snapshots: DeviceSnapshotsTable
  files: FilesTable
  forecast_assumptions: ForecastAssumptionsTable
  half_sign_ins: HalfSignInsTable
  heartbeats: HeartbeatsTable
  idempotency_keys: IdempotencyKeysTable
  identities: IdentitiesTable
  inbound_mails: InboundMailsTable
  knowledge_acts: KnowledgeActsTable
  knowledge_flags: KnowledgeFlagsTable
  knowledge_issues: KnowledgeIssuesTable
  knowledge_resources: KnowledgeResourcesTable
  knowledge_revisions: KnowledgeRevisionsTable
  knowledge_uses: KnowledgeUsesTable
  knowledge_versions: KnowledgeVersionsTable
  live_events: LiveEventsTable
  mail_keys: MailKeysTable
  mailbox_graph_mails: MailboxGraphMailsTable
  mailbox_health: MailboxHealthTable
  mailboxes: MailboxesTable
  memberships: MembershipsTable
  notices: NoticesTable
  oidc_providers: OidcProvidersTable
  one_time_links: OneTimeLinksTable
  organisations: OrganisationsTable
  outbox: OutboxTable
  passkey_challenges: PasskeyChallengesTable
  passkeys: PasskeysTable
  passwords: PasswordsTable
  people_changes: PeopleChangesTable
  persons: PersonsTable
  pilot_cases: PilotCasesTable
  pilot_devices: PilotDevicesTable
  plan_changes: PlanChangesTable
  plan_documents: PlanDocumentsTable
  plan_draft_revisions: PlanDraftRevisionsTable
  plan_links: PlanLinksTable
  plan_versions: PlanVersionsTable
  practice_exercises: PracticeExercisesTable
  practice_results: PracticeResultsTable
  provider_sign_ins: ProviderSignInsTable
  recovery_codes: RecoveryCodesTable
  retraining_duties: RetrainingDutiesTable
  retraining_looked: RetrainingLookedTable
  retraining_warnings: RetrainingWarningsTable
  rollout_import_people: RolloutImportPeopleTable
  rollout_imports: RolloutImportsTable
  rollout_people: RolloutPeopleTable
  sent_mails: SentMailsTable
  sign_in_attempts: SignInAttemptsTable
  sign_ins: SignInsTable
  suppressed_addresses: SuppressedAddressesTable
  teams: TeamsTable
  tenant_cards: TenantCardsTable
  tenant_channels: TenantChannelsTable
  tenant_checks: TenantChecksTable
  tenant_directories: TenantDirectoriesTable
  tenant_directory_groups: TenantDirectoryGroupsTable
  tenant_directory_users: TenantDirectoryUsersTable
  tenant_persons: TenantPersonsTable
  tenant_registrations: TenantRegistrationsTable
  tenants: TenantsTable
  ticket_duties: TicketDutiesTable
  ticket_events: TicketEventsTable
  ticket_files: TicketFilesTable
  ticket_followers: TicketFollowersTable
  ticket_mails_told: TicketMailsToldTable
  ticket_numbers: TicketNumbersTable
  tickets: TicketsTable
  training_attempts: TrainingAttemptsTable
  training_certificates: TrainingCertificatesTable
  training_code_tries: TrainingCodeTriesTable
  training_evaluations: TrainingEvaluationsTable
  training_sessions: TrainingSessionsTable
  training_sign_ups: TrainingSignUpsTable
  training_warnings: TrainingWarningsTable
  triage_burst_tickets: TriageBurstTicketsTable
  triage_bursts: TriageBurstsTable
  triage_cause_course: TriageCauseCourseTable
  triage_cause_tickets: TriageCauseTicketsTable
  triage_causes: TriageCausesTable
  triage_checks: TriageChecksTable
  triage_outcomes: TriageOutcomesTable
  vendor_case_addresses: VendorCaseAddressesTable
  vendor_case_log: VendorCaseLogTable
  vendor_case_mails: VendorCaseMailsTable
  vendor_cases: VendorCasesTable
  vendor_packets: VendorPacketsTable
  wave_conditions: WaveConditionsTable
  wave_decisions: WaveDecisionsTable
  wave_enrollments: WaveEnrollmentsTable
  wave_lesson_uses: WaveLessonUsesTable
  wave_lessons: WaveLessonsTable
  wave_mail_changes: WaveMailChangesTable
  wave_mail_sends: WaveMailSendsTable
  wave_mails: WaveMailsTable
  wave_moves: WaveMovesTable
  wave_warnings: WaveWarningsTable
}
