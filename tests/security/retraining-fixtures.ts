import { newId } from '#platform/database/id.ts'

type Rows = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type Known = {
  readonly personId: string
  readonly ticketId: string
  readonly versionId: string
  readonly now: string
}

/** Rows for the tables of practice and retraining. */
export function retrainingTables({ personId, ticketId, versionId, now }: Known): Rows {
  const duty = newId()
  const result = {
    person_id: personId,
    tier: 1,
    issue_id: 'win-enroll-message-format',
    platform: 'windows',
    begun_at: now,
  }
  return {
    practice_exercises: { ...result, id: newId(), ticket_id: ticketId, language: 'nl', seed: 7 },
    practice_results: {
      ...result,
      id: newId(),
      plan_version_id: versionId,
      finished_at: now,
      points: 90,
      passed: true,
      score: '{}',
    },
    retraining_duties: {
      id: duty,
      person_id: personId,
      tier: 1,
      course_key: 'tier-1',
      item_key: 'support-plan',
      plan_version_id: versionId,
      kinds: ['evidence'],
      made_at: now,
      due_at: '2027-01-23T09:00:00.000Z',
    },
    retraining_warnings: { duty_id: duty, days: 14, told_at: now },
    retraining_looked: { plan_version_id: versionId, looked_at: now },
  }
}
