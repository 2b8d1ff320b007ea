import { actorOf, personsByIds } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { FoundIssue, IssueDetail, IssueSummary, Resource, Version } from '../contract/issue-view.ts'
import { normalCode, spellingsOf } from '../domain/codes.ts'
import { lookAlikes } from '../domain/find-issues.ts'
import { comparedWith } from '../domain/compared-with.ts'
import { differingParts, type IssueText } from '../domain/issue-text.ts'
import type { FoundBy } from '../domain/issue-index.ts'
import { movesFor, type ReviewReason } from '../domain/keeping.ts'
import { mayReview, mayWrite } from '../domain/knowledge-rights.ts'
import type { KnownIssue } from '../domain/known-issue.ts'
import { indexIn } from './issue-index.ts'
import { newsFor, reviewIn, standingOf } from './standing.ts'
import { type KeptFlag, flagsOf } from './store/flags.ts'
import { actsOf, keptIssue, keptIssues, versionsOf } from './store/issues.ts'
import { type KeptResource, resourcesFor } from './store/resources.ts'
import { countUses, type Reuse, usesOf } from './store/uses.ts'
import { suppliedText } from './supplied.ts'

const actsShown = 200
const never: Reuse = { linked: 0, helped: 0, notHelped: 0, firstAid: 0, lastAt: null }

type Beside = {
  readonly review: ReadonlyMap<string, readonly ReviewReason[]>
  readonly reuse: ReadonlyMap<string, Reuse>
  readonly changed: ReadonlyMap<string, string>
}

/** What lists show beside an issue, read once for all. */
export async function beside(tx: Tx): Promise<Beside> {
  const [review, reuse, rows] = await Promise.all([reviewIn(tx), countUses(tx, null), keptIssues(tx)])
  return { review, reuse, changed: new Map(rows.map(({ id, changedAt }) => [id, changedAt])) }
}

export function summary(issue: KnownIssue, { review, reuse, changed }: Beside): IssueSummary {
  const { id, number, supplied, state, version, missing, codes, platforms, area, typicalTier, symptom } = issue
  return {
    ...{ id, number, supplied, state, version, missing, area, typicalTier, symptom },
    codes: [...codes],
    platforms: [...platforms],
    review: [...(review.get(id) ?? [])],
    reuse: reuse.get(id) ?? never,
    changedAt: changed.get(id) ?? null,
  }
}

export function foundView(issue: KnownIssue, why: readonly FoundBy[], around: Beside): FoundIssue {
  return {
    ...summary(issue, around),
    why: why.map((one) => (one.kind === 'words' ? { ...one, words: [...one.words] } : { ...one })),
  }
}

export async function detail(tx: Tx, personId: string, id: string): Promise<IssueDetail> {
  const [index, row, versions, flags, uses, actor, around] = [
    await indexIn(tx),
    await keptIssue(tx, id),
    await versionsOf(tx, id),
    await flagsOf(tx, id),
    await usesOf(tx, id),
    await actorOf(tx, personId),
    await beside(tx),
  ]
  const issue = index.byId(id)
  const standing = standingOf(id, row)
  if (!issue || !standing) throw new NotFound('known issue')
  const served = versions.find(({ version }) => version === standing.served) ?? null
  const supplied = suppliedText(id)
  const waiting = versions.find(({ version }) => version === standing.proposed)
  const latest = waiting ? (waiting.text ?? supplied) : (served?.text ?? supplied)
  if (!latest) throw new NotFound('known issue')
  const isSupplied = !(waiting ?? served)?.text
  const resources = await resourcesFor(tx, id, issue.typicalTier)
  const hasOwn = served !== null && served.text !== null
  const people = await namesOf(tx, [
    served?.by ?? null,
    standing.confirmedBy,
    ...flags.flatMap(({ by, settledBy }) => [by, settledBy]),
    ...resources.map(({ by }) => by),
  ])
  return {
    ...summary(issue, around),
    text: textView(issue),
    latest: textView(latest),
    lastVersion: standing.lastVersion,
    proposed: standing.proposed,
    spellings: [...new Set(issue.codes.map(normalCode))].map((code) => ({
      code,
      spellings: [
        ...new Set([...issue.codes.filter((one) => normalCode(one) === code), ...spellingsOf(code)]),
      ].filter((one, at, all) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at),
    })),
    writtenBy: hasOwn ? people(served.by) : null,
    writtenAt: hasOwn ? served.at : null,
    confirmedBy: people(standing.confirmedBy),
    confirmedAt: standing.confirmedAt,
    reviewDue: standing.reviewDue,
    ticketId: row?.ticketId ?? null,
    suppliedText: supplied && hasOwn ? textView(supplied) : null,
    suppliedNews: newsFor(id, served).map((news) => ({ ...news })),
    flags: flags.map((flag) => flagView(flag, people)),
    resources: resources.map((one) => resourceView(one, people)),
    uses: uses.map((use) => ({ ...use })),
    alike: lookAlikes(index.all(), issue)
      .slice(0, 6)
      .map((other) => ({ id: other.id, symptom: other.symptom })),
    moves: [
      ...movesFor(standing, {
        actor,
        at: tx.now,
        seen: standing.lastVersion,
        text: latest,
        isSupplied,
        reason: null,
      }),
    ],
    mayWrite: mayWrite(actor) && standing.state !== 'archived',
    mayReview: mayReview(actor, tx.now),
  }
}

export async function history(
  tx: Tx,
  id: string,
): Promise<{ versions: Version[]; acts: Awaited<ReturnType<typeof actViews>> }> {
  const [row, versions, acts] = [await keptIssue(tx, id), await versionsOf(tx, id), await actsOf(tx, id)]
  const supplied = suppliedText(id)
  if (!row && !supplied) throw new NotFound('known issue')
  const inUse = comparedWith(acts.toReversed())
  const people = await namesOf(tx, [...versions.map(({ by }) => by), ...acts.map(({ by }) => by)])
  return {
    versions: versions.map((version) => {
      const text = version.text ?? supplied
      const earlier = versions.find((one) => one.version === inUse.get(version.version))
      // What was supplied may be another text by now.
      const before = earlier?.text ?? version.base ?? supplied
      return {
        version: version.version,
        text: version.text === null ? null : textView(version.text),
        before: before && textView(before),
        changed: text && before ? [...differingParts(before, text)] : [],
        reason: version.reason,
        by: people(version.by),
        at: version.at,
      }
    }),
    acts: actViews(acts.slice(0, actsShown), people),
  }
}

type People = (id: string | null) => { id: string; name: string } | null

export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<People> {
  const persons = await personsByIds(
    tx,
    ids.filter((id) => id !== null),
  )
  return (id) => {
    const person = id === null ? undefined : persons.get(id)
    return person ? { id: person.id, name: person.name } : null
  }
}

const actViews = (acts: Awaited<ReturnType<typeof actsOf>>, people: People) =>
  acts.map(({ by, ...act }) => ({ ...act, by: people(by) }))

const flagView = (flag: KeptFlag, people: People) => ({
  id: flag.id,
  issueId: flag.issueId,
  version: flag.version,
  comment: flag.comment,
  by: people(flag.by),
  at: flag.at,
  settled:
    flag.settledAt === null ? null : { by: people(flag.settledBy), at: flag.settledAt, answer: flag.answer ?? '' },
})

export const resourceView = (resource: KeptResource, people: People): Resource => ({
  ...resource,
  by: people(resource.by),
})

const lines = ({ nl, en }: { readonly nl: readonly string[]; readonly en: readonly string[] }) => ({
  nl: [...nl],
  en: [...en],
})

export function textView(text: IssueText): IssueDetail['text'] {
  const {
    codes,
    platforms,
    area,
    graphFailureCategory,
    symptom,
    cause,
    checks,
    fix,
    typicalTier,
    evidence,
    source,
  } = text
  return {
    ...{ area, graphFailureCategory, symptom, cause, typicalTier, source },
    codes: [...codes],
    platforms: [...platforms],
    checks: lines(checks),
    fix: lines(fix),
    evidence: [...evidence],
  }
}
