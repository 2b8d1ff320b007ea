import type { PersonActor } from '#features/people/domain/actor.ts'
import { spellingsOf } from '#features/knowledge/domain/codes.ts'
import { spellingsOfWord } from '#features/knowledge/server/actions.ts'
import {
  comparedTickets,
  havingAnyWord,
  ofRequester,
  readTicket,
  ticketOutcomes,
} from '#features/tickets/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound } from '#platform/errors.ts'
import type { SimilarTickets } from '../contract/similar.ts'
import { incidentsFor } from '../domain/incident-match.ts'
import { type Comparable, similarTo } from '../domain/similar.ts'
import { weightOf, type WordCounts } from '../domain/similar-words.ts'
import { causeShown } from './cause-views.ts'
import { comparable, modelsOf, wordCounts } from './compare.ts'
import { openIncidents } from './incidents.ts'
import { otherTicket } from './other-ticket.ts'
import { causesOfTickets } from './store/causes.ts'

/** So many are compared, of which so many are shown; the models of devices are looked up for the likeliest. */
const comparedAtMost = 250
const withModels = 30
const shown = 6
/** The ticket's rarest words, by which others are found. */
const searchedWords = 12
/** The latest of the same requester: a report after Tierwise found the same by itself has other words. */
const ownTickets = 20

/** Tickets like this one, whatever became of them, each with why. */
export async function similarOf(tx: Tx, actor: PersonActor, ticketId: string): Promise<SimilarTickets> {
  const { ticket } = await readTicket(tx, actor, ticketId)
  const [own] = await comparedTickets(tx, [ticketId])
  if (!own) throw new NotFound('ticket')
  const counts = await wordCounts(tx)
  const mine: Comparable = {
    ...comparable(own),
    models: await modelsOf(tx, own.requesterId, own.platform),
  }
  const [worded, theirs] = await Promise.all([
    havingAnyWord(tx, searchedFor(mine, counts), comparedAtMost),
    ofRequester(tx, own.requesterId, ownTickets),
  ])
  const found = [...worded, ...theirs.filter(({ id }) => worded.every((one) => one.id !== id))].map(comparable)
  const near = similarTo(mine, found, counts, withModels)
  const known = await Promise.all(
    near.map(async ({ ticket: other }) => ({
      ...other,
      models: await modelsOf(tx, other.requesterId, other.platform),
    })),
  )
  const like = similarTo(mine, known, counts, shown)
  const ids = like.map(({ ticket: { id } }) => id)
  const [outcomes, causes, incidents] = await Promise.all([
    ticketOutcomes(tx, ids),
    causesOfTickets(tx, [ticketId, ...ids]),
    openIncidents(tx),
  ])
  const cause = causes.get(ticketId)
  return {
    similar: like.flatMap(({ ticket: { id }, because }) => {
      const outcome = outcomes.get(id)
      if (!outcome) return []
      const theirs = causes.get(id)
      const isOfOne = theirs !== undefined && theirs.id === cause?.id
      const linked = isOfOne || ticket.links.some((link) => link.ticketId === id && link.kind === 'same-cause')
      const held = theirs ? { id: theirs.id, title: theirs.title, open: theirs.closedAt === null } : null
      return [{ ticket: otherTicket(outcome), because: because.map(copied), linked, cause: held }]
    }),
    cause: cause ? await causeOf(tx, cause.id, ticketId) : null,
    incidents: incidentsFor({ ...mine, openedAt: ticket.openedAt }, incidents).map(({ incident, because }) => ({
      id: incident.id,
      title: incident.title,
      startedAt: incident.startedAt,
      because: [...because],
    })),
  }
}

async function causeOf(tx: Tx, causeId: string, ticketId: string): Promise<SimilarTickets['cause']> {
  const { id, title, incident, closedAt, tickets, found, members } = await causeShown(tx, causeId)
  const byTierwise = members.some((member) => member.id === ticketId && member.byTierwise)
  return { id, title, incident, open: closedAt === null, tickets, byTierwise, found }
}

type Because = SimilarTickets['similar'][number]['because'][number]

function copied(likeness: ReturnType<typeof similarTo>[number]['because'][number]): Because {
  if (likeness.kind === 'code') return { ...likeness, codes: [...likeness.codes] }
  return likeness.kind === 'words' ? { ...likeness, words: [...likeness.words] } : likeness
}

/** Codes as people write them, the failure as Microsoft names it, and the rarest words in both languages. */
function searchedFor({ codes, failure, words }: Comparable, counts: WordCounts): readonly string[] {
  const rarest = [...words.keys()].toSorted((one, other) => weightOf(other, counts) - weightOf(one, counts))
  return [
    ...codes.slice(0, 5).flatMap((code) => spellingsOf(code)),
    ...(failure === null ? [] : [failure]),
    ...rarest.slice(0, searchedWords).flatMap((word) => [words.get(word) ?? word, ...spellingsOfWord(word)]),
  ]
}
