import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Language } from '#features/people/domain/person.ts'
import { personsByIds } from '#features/people/server/actions.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Forbidden, NotFound, Refused } from '#platform/errors.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { MinutesContent, type MinutesView } from '../../contract/minutes.ts'
import type { Meeting } from '../../domain/meeting.ts'
import { writeMinutes } from '../../domain/room/rights.ts'
import { attendeesOf } from '../attendees.ts'
import { happens } from '../room/scene.ts'
import { findMeeting } from '../store/meetings.ts'
import { insertMinutes, type Minutes, minutesOf, saveMinutes } from '../store/minutes.ts'
import { presences } from '../store/room.ts'
import { minutesContent } from './content.ts'

/** The last version of the minutes, or one that was sent; what has not been sent is as it stands now. */
export async function showMinutes(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  asked?: number,
): Promise<MinutesView> {
  const meeting = await meetingWithMinutes(tx, meetingId, { lock: false })
  const all = await minutesOf(tx, meetingId)
  const minutes = asked === undefined ? all.at(-1) : all.find(({ version }) => version === asked)
  if (asked !== undefined && !minutes) throw new NotFound('minutes')
  const sender = minutes?.sent ? (await personsByIds(tx, [minutes.sent.by])).get(minutes.sent.by) : undefined
  return {
    meetingId,
    version: minutes?.version ?? 1,
    revision: minutes?.revision ?? 0,
    content: await contentOf(tx, meeting, minutes),
    pdf: minutes?.pdf ?? 'none',
    sent: minutes?.sent ? { at: minutes.sent.at, by: { id: minutes.sent.by, name: sender?.name ?? '' } } : null,
    versions: all.map(({ version, sent }) => ({ version, sentAt: sent?.at ?? null })),
    mayWrite: writeMinutes({ meeting, actor }),
    readers: (await readersOf(tx, meeting)).length,
  }
}

/** What is written is kept if nobody else wrote in the meantime. */
export async function keepSummary(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  { revision, summary }: { readonly revision: number; readonly summary: string },
): Promise<void> {
  const { draft } = await draftInHand(tx, actor, meetingId, revision)
  await saveMinutes(tx, meetingId, { ...draft, summary, revision: draft.revision + 1 }, actor.personId)
}

/** From here on this version is what it is. It goes to everybody who was invited or came, each in their language. */
export async function sendMinutes(tx: Tx, actor: PersonActor, meetingId: string, revision: number): Promise<void> {
  const { meeting, draft } = await draftInHand(tx, actor, meetingId, revision)
  if (meeting.state !== 'ended') throw new Refused({ code: 'meeting-not-ended' })
  const content = await minutesContent(tx, meeting, draft.summary)
  const sent = { at: tx.now, by: actor.personId, content }
  await saveMinutes(tx, meetingId, { ...draft, sent, pdf: 'making' }, actor.personId)
  const { version } = draft
  await happens(tx, meetingId, [{ personId: actor.personId, fact: { type: 'minutes-sent', version } }])
  await enqueue(
    tx,
    'bridges.send-minutes',
    { meetingId, version },
    { key: `${meetingId} ${version}`, maxAttempts: 4 },
  )
}

/** A correction is a version of its own, which begins as the one before. */
export async function correctMinutes(tx: Tx, actor: PersonActor, meetingId: string): Promise<void> {
  const meeting = await meetingWithMinutes(tx, meetingId, { lock: true })
  mustWrite(meeting, actor)
  const last = (await minutesOf(tx, meetingId)).at(-1)
  if (!last?.sent) throw new Refused({ code: 'minutes-not-sent' })
  await insertMinutes(tx, meetingId, last.version + 1, last.summary, actor.personId)
}

/** The print of minutes that were sent. */
export async function printOf(tx: Tx, meetingId: string, language: Language, asked?: number) {
  const meeting = await meetingWithMinutes(tx, meetingId, { lock: false })
  const sent = (await minutesOf(tx, meetingId)).filter((one) => one.sent)
  const minutes = asked === undefined ? sent.at(-1) : sent.find(({ version }) => version === asked)
  const fileId = minutes?.files[language]
  if (!minutes || !fileId) throw new NotFound('minutes')
  return { meeting, version: minutes.version, fileId }
}

async function contentOf(tx: Tx, meeting: Meeting, minutes: Minutes | undefined): Promise<MinutesContent> {
  if (minutes?.sent) return MinutesContent.parse(minutes.sent.content)
  return minutesContent(tx, meeting, minutes?.summary ?? '')
}

async function draftInHand(tx: Tx, actor: PersonActor, meetingId: string, revision: number) {
  const meeting = await meetingWithMinutes(tx, meetingId, { lock: true })
  mustWrite(meeting, actor)
  const last = (await minutesOf(tx, meetingId)).at(-1)
  if (last?.sent) throw new Refused({ code: 'minutes-sent' })
  if ((last?.revision ?? 0) !== revision) throw new Refused({ code: 'minutes-changed' })
  if (!last) await insertMinutes(tx, meetingId, 1, '', actor.personId)
  const draft = last ?? (await minutesOf(tx, meetingId)).at(-1)
  if (!draft) throw new Error('Minutes that were just begun are not there')
  return { meeting, draft }
}

function mustWrite(meeting: Meeting, actor: PersonActor): void {
  if (!writeMinutes({ meeting, actor })) throw new Forbidden('not-the-scribe')
}

/** Minutes are of a meeting that has begun. */
async function meetingWithMinutes(tx: Tx, id: string, how: { readonly lock: boolean }): Promise<Meeting> {
  const meeting = await findMeeting(tx, id, how)
  if (!meeting || meeting.beganAt === null) throw new NotFound('minutes')
  return meeting
}

/** Everybody who was invited or came, and can still sign in. */
export async function readersOf(tx: Tx, meeting: Meeting): Promise<readonly string[]> {
  const { document: plan } = await planVersion(tx, meeting.planVersionId)
  const [invited, came] = await Promise.all([attendeesOf(tx, plan, meeting.quorum), presences(tx, meeting.id)])
  const ids = [...new Set([...invited, ...came].map(({ personId }) => personId))]
  const people = await personsByIds(tx, ids)
  return ids.filter((id) => people.get(id)?.disabledAt === null)
}
