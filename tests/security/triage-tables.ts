import type { TestDesk } from '../support/test-desk.ts'

/** What triage keeps of a ticket. */
export function triageTables({ people }: TestDesk, ticketId: string) {
  const [issueId, by, at] = ['win-user-licence-invalid', people.tess.id, '2026-11-23T09:00:00.000Z']
  const own = { ticket_id: ticketId, issue_id: issueId, by_person: by, at }
  return {
    triage_checks: {
      ...own,
      check_key: 'a'.repeat(64),
      words: '{"nl": "Kanarie", "en": "Canary"}',
      state: 'done',
    },
    triage_outcomes: { ...own, helped: true, said_by: 'agent' },
  }
}
