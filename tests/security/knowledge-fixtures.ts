import { draftFromDiagnosis } from '#features/knowledge/server/actions.ts'
import type { IssueText } from '#features/knowledge/domain/issue-text.ts'
import { newId } from '#platform/database/id.ts'
import type { TestDesk } from '../support/test-desk.ts'

const text: IssueText = {
  codes: ['0x80180014'],
  platforms: ['ios'],
  area: 'enrollment',
  graphFailureCategory: null,
  symptom: { nl: 'Kanarie', en: 'Canary' },
  cause: { nl: 'De kooi is dicht.', en: 'The cage is shut.' },
  checks: { nl: [], en: [] },
  fix: { nl: ['Zet hem open.'], en: ['Open it.'] },
  typicalTier: 1,
  evidence: [],
  source: 'https://example.com',
}

/** What knowledge keeps of an issue. */
export function knowledgeTables(personId: string, ticketId: string, at: string) {
  const issueId = newId()
  const own = { issue_id: issueId, by_person: personId, at }
  return {
    knowledge_revisions: { revision: newId() },
    knowledge_issues: {
      ...{ id: issueId, number: 900, state: 'draft', served: 1, last_version: 1 },
      ...{ written_by: personId, written_at: at, changed_at: at },
    },
    knowledge_versions: { ...own, version: 1, text: JSON.stringify(text), reason: 'Kanarie' },
    knowledge_acts: { ...own, id: newId(), act: 'written', version: 1 },
    knowledge_flags: { ...own, id: newId(), version: 1, comment: 'Kanarie' },
    knowledge_uses: { ...own, id: newId(), ticket_id: ticketId, kind: 'linked' },
    knowledge_resources: {
      ...{ id: newId(), kind: 'own', title: 'Kanarie', url: 'https://example.com', by_person: personId, at },
    },
  }
}

/** A draft that tier 2 wrote from a diagnosis. */
export async function draftOn({ people, within }: TestDesk): Promise<string> {
  return within((tx) =>
    draftFromDiagnosis(tx, {
      title: 'Kanarie zingt niet',
      rootCause: 'De kooi is dicht.',
      solution: 'Zet hem open.',
      codes: ['0x80180014'],
      platform: 'ios',
      areas: [],
      graphFailureCategory: null,
      language: 'nl',
      byPerson: people.jan.id,
      ticketId: newId(),
    }),
  )
}
