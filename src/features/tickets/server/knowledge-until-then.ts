import { normalCode } from '#features/knowledge/domain/codes.ts'
import type { IssueIndex } from '#features/knowledge/domain/issue-index.ts'
import { knownIssue, knownIssues } from '#features/knowledge/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

// INTERIM: until knowledge/server/actions.ts has these.
export async function issueIndex(_platform: Platform, _tx: Tx): Promise<IssueIndex> {
  const all = knownIssues()
  return {
    revision: '0',
    all: () => all,
    byId: knownIssue,
    withCodes: (codes) => {
      const wanted = new Set(codes.map(normalCode))
      return all.filter((issue) => issue.codes.some((code) => wanted.has(normalCode(code))))
    },
    search: (text, { limit = 10 } = {}) => {
      const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
      return all
        .map((issue) => {
          const own = `${issue.symptom.en} ${issue.symptom.nl}`.toLowerCase()
          const met = words.filter((word) => own.includes(word))
          return { issue, score: met.length, why: [{ kind: 'words' as const, words: met }] }
        })
        .filter(({ score }) => score > 1)
        .toSorted((one, other) => other.score - one.score)
        .slice(0, limit)
    },
  }
}
export const knownIssueExists = async (_tx: Tx, id: string) => knownIssue(id) !== null
export const draftFromDiagnosis = async (_tx: Tx, _given: object): Promise<string | null> => null
export const recordUse = async (_tx: Tx, _given: object): Promise<void> => {}
