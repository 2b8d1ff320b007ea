import { newId } from '#platform/database/id.ts'
import type { TestDesk } from '../support/test-desk.ts'

/** What triage keeps of a ticket. */
export function triageTables({ people }: TestDesk, ticketId: string) {
  const [issueId, by, at] = ['win-user-licence-invalid', people.tess.id, '2026-11-23T09:00:00.000Z']
  const own = { ticket_id: ticketId, issue_id: issueId, by_person: by, at }
  const [causeId, burstId] = [newId(), newId()]
  return {
    triage_causes: { id: causeId, title: 'Kanarie', opened_at: at, opened_by: by },
    triage_cause_tickets: { cause_id: causeId, ticket_id: ticketId, added_at: at, added_by: by },
    triage_cause_course: {
      ...{ id: newId(), cause_id: causeId, at, by_person: by },
      ...{ what: 'reopened', reason: 'Kanarie' },
    },
    triage_bursts: {
      ...{ id: burstId, kind: 'code', about: 'code:80180013', common: '{"code": "80180013"}', expected: 0.5 },
      ...{ began_at: at, seen_at: at, state: 'open' },
    },
    triage_burst_tickets: { burst_id: burstId, ticket_id: ticketId },
    triage_checks: {
      ...own,
      check_key: 'a'.repeat(64),
      words: '{"nl": "Kanarie", "en": "Canary"}',
      state: 'done',
    },
    triage_outcomes: { ...own, helped: true, said_by: 'agent' },
  }
}
