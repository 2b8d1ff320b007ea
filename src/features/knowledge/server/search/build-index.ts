import { findCodes, normalCode } from '../../domain/codes.ts'
import type { FoundBy, FoundIssue, IssueIndex, Looking } from '../../domain/issue-index.ts'
import type { DevicePlatform, KnownIssue } from '../../domain/known-issue.ts'
import { platformsNamed } from './platforms-named.ts'
import { type Fit, wordSearch } from './search-words.ts'

/** A code says more than all words together. */
const codeScore = 1000
const onPlatform = 1.15
/** People err in their platform, and knowledge in its own. */
const offPlatform = 0.55
/** Of the client that Microsoft withdrew; met by its codes if at all. */
const historical = 0.5

/** What a desk wrote itself is about what it meets; how people ask is known of supplied issues alone. */
const ownOfDesk = 1.2

/** Who asks has most often met what tier 1 solves. */
const perTier = 0.07

/** What fits so much worse than the best only has a word in common. */
const leastShare = 0.3

type Code = { readonly code: string; readonly written: string; readonly at: number }

/** Makes the index of these issues; what is put away can be read by its id alone. */
export function buildIndex(issues: readonly KnownIssue[], revision: string): IssueIndex {
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const inUse = issues.filter(({ state }) => state !== 'archived')
  const words = wordSearch(inUse)
  const byCode = new Map<string, number[]>()
  for (const [at, issue] of inUse.entries())
    for (const code of new Set(issue.codes.map(normalCode))) byCode.set(code, [...(byCode.get(code) ?? []), at])
  // Sign-in logs show the number of an AADSTS code without its letters.
  const placesOf = (code: string) => byCode.get(code) ?? byCode.get(`AADSTS${code}`) ?? []

  return {
    revision,
    all: () => inUse,
    byId: (id) => byId.get(id) ?? null,
    withCodes: (codes) => {
      const places = new Set(codes.flatMap((code) => placesOf(normalCode(code))))
      return [...places].toSorted((one, two) => one - two).flatMap((at) => inUse[at] ?? [])
    },
    search: (text, looking = {}) => found(text, looking),
  }

  function found(text: string, { platform = null, limit = 20 }: Looking): readonly FoundIssue[] {
    const codes = findCodes(text)
    const byWords = words(withoutCodes(text, codes))
    const byCodes = new Map<number, Code>()
    for (const code of codes) for (const at of placesOf(code.code)) if (!byCodes.has(at)) byCodes.set(at, code)
    const named = platform === null ? platformsNamed(text) : [platform]
    const best = Math.max(0, ...[...byWords.values()].map(({ score }) => score))
    const fitting = [...byWords].filter(([, { score }]) => score >= best * leastShare).map(([at]) => at)
    return [...new Set([...byCodes.keys(), ...fitting])]
      .flatMap((at): FoundIssue[] => {
        const issue = inUse[at]
        return issue ? [weighed(issue, byCodes.get(at) ?? null, byWords.get(at) ?? null, named)] : []
      })
      .toSorted((one, two) => two.score - one.score)
      .slice(0, limit)
  }
}

function weighed(
  issue: KnownIssue,
  code: Code | null,
  fit: Fit | null,
  named: readonly DevicePlatform[],
): FoundIssue {
  const on = named.find((platform) => issue.platforms.includes(platform))
  const isSpecific = issue.platforms.length < 4
  const factor = named.length === 0 ? 1 : on === undefined ? offPlatform : isSpecific ? onPlatform : 1
  const age = issue.id.startsWith('legacy-') ? historical : 1
  const from = issue.supplied ? 1 : ownOfDesk
  const likely = 1 + perTier * (2 - issue.typicalTier)
  const why: FoundBy[] = []
  if (code) why.push({ kind: 'code', code: code.written })
  if (fit) why.push({ kind: 'words', words: fit.words })
  if (on !== undefined) why.push({ kind: 'platform', platform: on })
  return { issue, score: ((code ? codeScore : 0) + (fit?.score ?? 0) * age * from * likely) * factor, why }
}

function withoutCodes(text: string, codes: readonly Code[]): string {
  let rest = ''
  let from = 0
  for (const { written, at } of codes) {
    rest += `${text.slice(from, at)} `
    from = at + written.length
  }
  return rest + text.slice(from)
}
