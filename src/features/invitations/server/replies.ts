import { staffRoles } from '#features/people/domain/person.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import type { CalendarReply } from '#integrations/calendar/read-reply.ts'
import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { occurrencesOf } from '../domain/occurrences.ts'
import { judgeReply, type ReplyOutcome } from '../domain/reply.ts'
import { type AttendeeRow, attendeesOf, occurrenceAnswers, saveAnswer } from './store/attendees.ts'
import { entryByUid } from './store/invitations.ts'

type CalendarMailOutcome = ReplyOutcome | 'unknown'

/**
 * Takes an answer that came by mail: noted where it is the attendee's own, about what they were last told. Whatever comes of it,
 * the mail needs no ticket and no answer.
 */
export async function recordCalendarReply(
  tx: Tx,
  { reply, sender }: { readonly reply: CalendarReply; readonly sender: string },
): Promise<{ readonly outcome: CalendarMailOutcome; readonly personId: string | null }> {
  const entry = reply.uid === null ? null : await entryByUid(tx, reply.uid)
  if (entry === null) return { outcome: reply.uid === null ? 'not-readable' : 'unknown', personId: null }
  const attendees = await attendeesOf(tx, [entry.id])
  const persons = await personsByIds(
    tx,
    attendees.map((one) => one.personId),
  )
  const address = sender.toLowerCase()
  const addresses = (one: AttendeeRow) => [one.address, persons.get(one.personId)?.email ?? one.address]
  const who = attendees.find((one) => addresses(one).includes(address)) ?? null
  const occurrence = reply.occurrence?.starts ?? null
  const single = who === null || occurrence === null ? [] : await occurrenceAnswers(tx, [entry.id])
  const earlier = single.find((one) => one.personId === who?.personId && one.occurrence === occurrence)
  const outcome = judgeReply(
    { ...reply, sender: address },
    who && {
      addresses: addresses(who),
      state: entry.calledOffAt === null ? who.state : 'withdrawn',
      timeSequence: entry.timeSequence,
      lastStamp: (occurrence === null ? who.answerStamp : earlier?.answerStamp) ?? null,
      occurrences: occurrencesOf(entry.content.time, entry.content.timeZone),
    },
  )
  if (outcome !== 'noted' || who === null || reply.answer === null)
    return { outcome, personId: who?.personId ?? null }
  const { personId } = who
  await saveAnswer(tx, entry.id, { personId, answer: reply.answer, occurrence, stamp: reply.stamp })
  await announce(tx, {
    topic: 'invitation',
    subject: entry.subjectId,
    data: { kind: entry.kind },
    audience: { roles: staffRoles },
  })
  return { outcome, personId }
}
