import { randomBytes } from 'node:crypto'
import { involvementTables } from './involvement-fixtures.ts'
import { knowledgeTables } from './knowledge-fixtures.ts'
import { newId } from '#platform/database/id.ts'
import * as mail from './mail-fixtures.ts'
import { fileOn, move, providerOn, ticketOn } from './fixtures.ts'
import { retrainingTables } from './retraining-fixtures.ts'
import { roomTables } from './room-tables.ts'
import { fillTraining } from './training-fixtures.ts'
import { triageTables } from './triage-tables.ts'
import type { TestDesk } from '../support/test-desk.ts'
import { deviceTables } from './device-fixtures.ts'
import { actionTables } from './action-fixtures.ts'
import { tenantTables } from './tenant-fixtures.ts'
import { vendorTables } from './vendor-fixtures.ts'
import { waveTables } from './wave-fixtures.ts'
import type { World } from './world.ts'

/** Gives an organisation a row in every table that the desk itself left empty. */
export async function fillEveryTable(world: World, desk: TestDesk): Promise<{ readonly ticketId: string }> {
  const { orgId, people } = desk
  const fileId = await fileOn(world, desk, people.ada.id)
  const { id: ticketId } = await ticketOn(world, desk, { subject: `Kanarie ${orgId}`, files: [fileId] })
  await move(desk, 'tess', ticketId, { move: 'claim' })
  await move(desk, 'pia', ticketId, { move: 'follow' })
  const providerId = await providerOn(desk)
  const mailboxId = await mail.mailboxOn(desk)
  await mail.inboundOn(world, desk)
  await mail.suppressedOn(desk)
  const sentId = await mail.failedMailOn(world, desk)
  await mail.mailKey(desk)
  const { pia, ada } = people
  const secret = randomBytes(32)
  const now = world.platform.clock.now()
  const versionId = await publishedId(world, orgId)
  const invitationId = newId()
  const ids = { meeting: newId(), proposal: newId() }
  const tenant = tenantTables(ada.id, now)
  const rows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    ...triageTables(desk, ticketId),
    ...knowledgeTables(ada.id, ticketId, now),
    ...vendorTables({ ticketId, personId: ada.id, fileId, now }),
    absences: { id: newId(), person_id: ada.id, from_at: now, until_at: '2026-12-24T00:00:00.000Z' },
    api_tokens: { ...own(ada.id), name: 'script', token_hash: secret, created_at: now, expires_at: later },
    automatic_answers: { address: ada.email, ticket_id: ticketId, sent_mail_id: sentId, at: now },
    calendar_invitations: {
      id: invitationId,
      kind: 'bridge',
      subject_id: 'wave-1',
      entry_key: 'weekly-1',
      uid: `${invitationId}@desk.test`,
      sequence: 0,
      content_sequence: 0,
      time_sequence: 0,
      content: '{}',
      created_at: now,
      changed_at: now,
    },
    calendar_attendees: {
      invitation_id: invitationId,
      person_id: ada.id,
      address: ada.email,
      required: true,
      state: 'invited',
      sequence: 0,
      sent_at: now,
    },
    calendar_occurrence_answers: {
      invitation_id: invitationId,
      person_id: ada.id,
      occurrence: now,
      answer: 'declined',
      answered_at: now,
    },
    idempotency_keys: { person_id: ada.id, key: 'k', fingerprint: secret, status: 200 },
    identities: { issuer: 'https://id.example', tenant: '', object_id: ada.id, person_id: ada.id, linked_at: now },
    mailbox_health: { mailbox_id: mailboxId, direction: 'in' },
    mailbox_graph_mails: { mailbox_id: mailboxId, mail_key: '<a@mail.example>', at: now },
    passwords: { person_id: ada.id, hash: 'hash', changed_at: now },
    authenticators: { person_id: ada.id, secret: 'sealed', begun_at: now },
    recovery_codes: { person_id: ada.id, code_hash: secret, made_at: now },
    passkeys: {
      ...own(ada.id),
      name: 'Laptop',
      credential_id: secret,
      public_key: secret,
      uses: 0,
      added_at: now,
    },
    passkey_challenges: {
      id: newId(),
      purpose: 'sign-in',
      challenge_hash: secret,
      bound_to: secret,
      expires_at: later,
    },
    half_sign_ins: { ...own(ada.id), token_hash: secret, means: 'password', expires_at: later },
    provider_sign_ins: {
      id: newId(),
      provider_id: providerId,
      state_hash: secret,
      browser_hash: secret,
      nonce: 'n',
      code_verifier: 'v',
      return_to: '/',
      expires_at: later,
    },
    bridge_meetings: meeting(versionId, ids.meeting),
    bridge_agenda_items: {
      id: newId(),
      meeting_id: ids.meeting,
      ticket_id: ticketId,
      kind: 'brought',
      why: '{}',
      position: 0,
      minutes: 5,
      state: 'waiting',
      added_at: now,
    },
    bridge_proposals: {
      id: ids.proposal,
      reason: 'burst',
      about: 'code:80180013',
      why: '{}',
      proposed_at: now,
      seen_at: now,
      state: 'open',
    },
    bridge_proposal_tickets: { proposal_id: ids.proposal, ticket_id: ticketId },
    bridge_stops: {
      id: newId(),
      plan_bridge: 'rollout-bridge',
      stopped_at: now,
      stopped_by: pia.id,
      reason: 'Rustig',
      figures: '[]',
    },
    ...roomTables({ meetingId: ids.meeting, personId: pia.id, now }),
    bridge_series: { plan_bridge: 'rollout-bridge', number: 1 },
    bridge_online_meetings: { subject: 'rollout-bridge 1', state: 'claimed', tried_at: now },
    ...involvementTables(ada.id, fileId, now),
    ...waveTables(versionId, ada.id, now),
    ...retrainingTables({ personId: ada.id, ticketId, versionId, now }),
    ...tenant,
    ...deviceTables(tenant.tenants.id, ada.id, now),
    ...actionTables(ada.id, pia.id, ticketId, now),
    forecast_assumptions: {
      id: newId(),
      place: 'sendBack',
      source: 'changed',
      value: '0.2',
      changed_at: now,
      changed_by: ada.id,
    },
    plan_documents: {
      id: newId(),
      version_id: versionId,
      as_of: now,
      language: 'nl',
      format: 'pdf',
      state: 'making',
      asked_at: now,
      asked_by: ada.id,
    },
    plan_links: { url: 'https://example.com', checked_at: now, outcome: 'ok', status: 200 },
    plan_draft_revisions: {
      version_id: versionId,
      revision: 90,
      document: '{}',
      changed_at: now,
    },
    sign_in_attempts: { counted: secret, since: now, attempts: 1 },
    sign_ins: {
      ...own(ada.id),
      token_hash: secret,
      means: 'password',
      user_agent: '',
      created_at: now,
      seen_at: now,
      proved_at: now,
      expires_at: later,
    },
    notices: {
      ...{ ...own(pia.id), teller: 'tickets', kind: 'opened', about: ticketId },
      ...{ occasion: '1', asks: true, at: now },
    },
    ticket_mails_told: { ticket_id: ticketId, event_number: 1, person_id: pia.id, moment: 'opened', at: now },
  }
  for (const [table, row] of Object.entries(rows)) {
    const all = Object.entries({ org_id: orgId, ...row })
    const [names, marks] = [all.map(([name]) => name), all.map((_one, index) => `$${index + 1}`)]
    await world.platform.owner.query(
      `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')}) on conflict do nothing`,
      all.map(([, value]) => value),
    )
  }
  await fillTraining(world, desk)
  return { ticketId }
}

const meeting = (versionId: string, id: string) => ({
  id,
  plan_version_id: versionId,
  name_nl: 'Overleg',
  name_en: 'Meeting',
  reason: 'person',
  reason_words: 'Kanarie',
  starts_at: later,
  planned_for: later,
  planned_minutes: 30,
  time_zone: 'Europe/Amsterdam',
  quorum: '[]',
  state: 'planned',
  created_at: later,
})
const later = '2027-11-23T09:00:00.000Z'
const own = (personId: string) => ({ id: newId(), person_id: personId })

async function publishedId({ platform }: World, orgId: string): Promise<string> {
  const { rows } = await platform.owner.query<{ id: string }>('select id from plan_versions where org_id = $1', [
    orgId,
  ])
  return rows[0]?.id ?? ''
}

/** Tables of the public schema that belong to organisations. */
export async function tablesOfOrganisations({ platform }: World): Promise<string[]> {
  const { rows } = await platform.owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'org_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  return rows.map(({ name }) => name)
}
