import { randomBytes } from 'node:crypto'
import { insertCase } from '#features/vendor-cases/server/store/cases.ts'
import { newId } from '#platform/database/id.ts'
import type { TestDesk } from '../support/test-desk.ts'
import * as made from './fixtures.ts'
import type { World } from './world.ts'

/** A case of a ticket of this desk, with a mail in it from somebody whom nobody knows. */
export async function caseOn(world: World, desk: TestDesk): Promise<{ id: string; version: number }> {
  const ticket = await made.ticket(world)
  const id = newId()
  await desk.within((tx) =>
    insertCase(tx, {
      id,
      ticketId: ticket.id,
      openedByEvent: 1,
      supplier: 'Microsoft',
      contractKind: 'included',
      channel: 'admin-center',
      severity: 'b',
      severityNl: 'B',
      severityEn: 'B',
      caseNumber: '42',
      contactName: null,
      contactAddress: null,
      openedAt: tx.now,
      openedBy: null,
      responseMinutes: 240,
      responseDueAt: tx.now,
      nextBy: 'vendor',
      nextWhat: '',
      nextAt: null,
      alias: [...randomBytes(26)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(byte % 32)).join(''),
      typed: { asked: 'Kanarie' },
      shown: [],
      files: [],
    }),
  )
  return { id, version: 1 }
}

/** A row in every table of cases. */
export function vendorTables(given: { ticketId: string; personId: string; fileId: string; now: string }) {
  const { ticketId, personId, fileId, now } = given
  const caseId = newId()
  return {
    vendor_cases: {
      id: caseId,
      ticket_id: ticketId,
      opened_by_event: 90,
      supplier: 'Microsoft',
      contract_kind: 'included',
      channel: 'phone',
      severity: 'a',
      severity_name_nl: 'A',
      severity_name_en: 'A',
      state: 'open',
      opened_at: now,
      response_minutes: 60,
      response_due_at: now,
      next_by: 'vendor',
      alias: 'a'.repeat(26),
    },
    vendor_case_addresses: { case_id: caseId, address: 'x@y.example', accepted_at: now, accepted_by: personId },
    vendor_case_mails: {
      id: newId(),
      case_id: caseId,
      direction: 'in',
      at: now,
      from_address: 'x@y.example',
      subject: 'Kanarie',
      text: 'Kanarie',
    },
    vendor_packets: {
      id: newId(),
      case_id: caseId,
      at: now,
      by_person: personId,
      form: 'text',
      sha256: 'a'.repeat(64),
      size: 1,
      file_id: fileId,
      hidden: 0,
      shown: 0,
    },
    vendor_case_log: { id: newId(), case_id: caseId, at: now, what: 'opened' },
  }
}
