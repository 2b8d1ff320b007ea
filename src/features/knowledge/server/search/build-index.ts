import { findCodes, normalCode } from '../../domain/codes.ts'
import type { FoundBy, FoundIssue, IssueIndex, Looking } from '../../domain/issue-index.ts'
import type { DevicePlatform, KnownIssue } from '../../domain/known-issue.ts'
import { reasonsNamed } from './reasons-named.ts'
import { platformsNamed } from './platforms-named.ts'
import { type Fit, wordSearch } from './search-words.ts'

/** A code says more than all words together. */
const codeScore = 1000
/** What Graph calls a failure is of many issues: more than words, less than a code. */
const categoryScore = 100
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
/** By what an issue is named in a question, and how much that says. */
type Named = { readonly written: string; readonly score: number }

/** Makes the index of these issues; what is put away can be read by its id alone. */
export function buildIndex(issues: readonly KnownIssue[], revision: string): IssueIndex {
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const inUse = issues.filter(({ state }) => state !== 'archived')
  const words = wordSearch(inUse)
  const byCode = new Map<string, number[]>()
  for (const [at, issue] of inUse.entries())
    for (const code of new Set(issue.codes.map(normalCode))) byCode.set(code, [...(byCode.get(code) ?? []), at])
  const byCategory = new Map<string, number[]>()
  for (const [at, { graphFailureCategory }] of inUse.entries()) {
    const category = graphFailureCategory?.toLowerCase()
    if (category !== undefined) byCategory.set(category, [...(byCategory.get(category) ?? []), at])
  }
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
    const reasons = reasonsNamed(text)
    // A reason that is no issue's code is asked for by its words.
    const isReason = ({ written, code }: Code) =>
      reasons.some((reason) => reason.written === written) && placesOf(code).length === 0
    const codes = findCodes(text).filter((code) => !isReason(code))
    const rest = withoutCodes(text, codes)
    const byWords = words(
      reasons.reduce((all, { written, parts }) => all.replaceAll(written, parts.join(' ')), rest),
    )
    const byName = new Map<number, Named>()
    for (const { code, written } of codes)
      for (const at of placesOf(code)) if (!byName.has(at)) byName.set(at, { written, score: codeScore })
    for (const { name, written } of reasons)
      for (const at of byCategory.get(name) ?? [])
        if (!byName.has(at)) byName.set(at, { written, score: categoryScore })
    const named = platform === null ? platformsNamed(text) : [platform]
    const best = Math.max(0, ...[...byWords.values()].map(({ score }) => score))
    const fitting = [...byWords].filter(([, { score }]) => score >= best * leastShare).map(([at]) => at)
    return [...new Set([...byName.keys(), ...fitting])]
      .flatMap((at): FoundIssue[] => {
        const issue = inUse[at]
        return issue ? [weighed(issue, byName.get(at) ?? null, byWords.get(at) ?? null, named)] : []
      })
      .toSorted((one, two) => two.score - one.score)
      .slice(0, limit)
  }
}

function weighed(
  issue: KnownIssue,
  by: Named | null,
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
  if (by) why.push({ kind: 'code', code: by.written })
  if (fit) why.push({ kind: 'words', words: fit.words })
  if (on !== undefined) why.push({ kind: 'platform', platform: on })
  return { issue, score: ((by?.score ?? 0) + (fit?.score ?? 0) * age * from * likely) * factor, why }
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
