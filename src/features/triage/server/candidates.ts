import type { PersonActor } from '#features/people/domain/actor.ts'
import { personById, personsByIds } from '#features/people/server/actions.ts'
import { contextOf } from '#features/devices/server/actions.ts'
import { issueIndex } from '#features/knowledge/server/actions.ts'
import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { issueOf } from '#features/tickets/domain/known-issue.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { TriageView } from '../contract/candidates.ts'
import { candidatesFor, type Candidate, type Clue } from '../domain/candidates.ts'
import { type Outcome, type Ticked, tickOf } from '../domain/checks.ts'
import { cluesOf, codesOf, platformOf, wordsOf } from './clues.ts'
import { ticksOf } from './store/checks.ts'
import { outcomesOn, trackRecords } from './store/outcomes.ts'

/** As many as can still move a candidate; the rest of what a search finds is noise. */
const searchedIssues = 8
/** Shorter ones explain nothing. */
const shortestWord = 4

/**
 * What a ticket may be, with reasons, and what was tried of it. Looked up when somebody looks: from the ticket's events, the cached
 * context of its requester and the index of known issues in memory.
 */
export async function triageOf(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  ticketId: string,
): Promise<TriageView> {
  const { ticket, events } = await readTicket(tx, actor, ticketId)
  const [context, requester, index, ticks, outcomes, recordOf] = await Promise.all([
    contextOf(tx, ticket.requesterId),
    personById(tx, ticket.requesterId),
    issueIndex(platform, tx),
    ticksOf(tx, ticketId),
    outcomesOn(tx, ticketId),
    trackRecords(tx, { ticketId, platform: ticket.platform, wave: ticket.wave }),
  ])
  const codes = codesOf(events, context)
  const searched = wordsOf(events)
  const found = index.search(searched, {
    language: requester?.language ?? 'en',
    platform: platformOf(ticket, context).platform,
    limit: searchedIssues,
  })
  const best = found[0]?.score ?? 1
  const words = found.map(({ issue, score, why }) => ({
    issueId: issue.id,
    share: score / best,
    found: why.flatMap((by) =>
      by.kind === 'words' ? by.words.filter((word) => word.length >= shortestWord) : [],
    ),
  }))
  const notHelped = outcomes.filter((one) => !one.helped).map(({ issueId }) => issueId)
  const clues = cluesOf({ ticket, codes, context, words, notHelped })
  const linked = issueOf(ticket.diagnosis?.knownIssue ?? null)
  const named = [...ticks, ...outcomes].map(({ issueId }) => issueId)
  const shown = withNamed(
    candidatesFor(index.all(), clues, recordOf),
    linked === null ? named : [linked, ...named],
    (id) => index.byId(id),
  )
  const people = await personsByIds(tx, [
    ...ticks.map(({ by }) => by),
    ...outcomes.flatMap(({ by }) => (by === null ? [] : [by])),
  ])
  return {
    codes: codesShown(codes, (wanted) => index.withCodes(wanted)),
    searched: searched.replace(/\s+/g, ' ').trim(),
    candidates: shown.map((one) => viewOf(one, ticks, outcomes)),
    people: Object.fromEntries([...people].map(([id, { name, email }]) => [id, { id, name, email }])),
  }
}

/** What was tried or found stays in sight, whatever the ticket has become since. */
function withNamed(
  candidates: readonly Candidate[],
  ids: readonly string[],
  byId: (id: string) => KnownIssue | null,
): readonly Candidate[] {
  const missing = [...new Set(ids)].filter((id) => !candidates.some(({ issue }) => issue.id === id))
  const added = missing.flatMap((id) => {
    const issue = byId(id)
    return issue ? [{ issue, score: 0, reasons: [] }] : []
  })
  return [...candidates, ...added]
}

function viewOf(
  { issue, reasons }: Candidate,
  ticks: readonly Ticked[],
  outcomes: readonly Outcome[],
): TriageView['candidates'][number] {
  const said = outcomes.find(({ issueId }) => issueId === issue.id)
  return {
    issue: {
      id: issue.id,
      codes: [...issue.codes],
      platforms: [...issue.platforms],
      typicalTier: issue.typicalTier,
      symptom: issue.symptom,
      cause: issue.cause,
      fix: { nl: [...issue.fix.nl], en: [...issue.fix.en] },
      source: issue.source,
      supplied: issue.supplied,
      state: issue.state,
      missing: issue.missing,
    },
    reasons: reasons.map((reason) => (reason.kind === 'words' ? { ...reason, found: [...reason.found] } : reason)),
    checks: checksOf(issue).map((words) => {
      const tick = tickOf(ticks, issue.id, words)
      return { words, tick: tick && { state: tick.state, note: tick.note, by: tick.by, at: tick.at } }
    }),
    outcome: said ? { helped: said.helped, saidBy: said.saidBy, by: said.by, at: said.at } : null,
  }
}

export function checksOf({ checks }: KnownIssue): readonly { readonly nl: string; readonly en: string }[] {
  const count = Math.max(checks.nl.length, checks.en.length)
  return Array.from({ length: count }, (_, index) => {
    const [nl, en] = [checks.nl[index], checks.en[index]]
    return { nl: nl ?? en ?? '', en: en ?? nl ?? '' }
  })
}

function codesShown(
  codes: readonly Clue[],
  withCodes: (codes: readonly string[]) => readonly KnownIssue[],
): TriageView['codes'] {
  const first = codes.filter((one, index) => codes.findIndex(({ code }) => code === one.code) === index)
  return first.map(({ code, written }) => ({
    code,
    written,
    places: codes.filter((one) => one.code === code).map(({ place }) => place),
    issues: withCodes([code]).map(({ id }) => id),
  }))
}
