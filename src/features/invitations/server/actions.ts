import { staffRoles } from '#features/people/domain/person.ts'
import { type KnownPerson, organisationOf, personsByIds } from '#features/people/server/actions.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { announce } from '#platform/live/announce.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { entriesOf } from '../domain/entries.ts'
import type { EntryContent, InvitationKind, WantedInvitation } from '../domain/invitation.ts'
import { decideMailing, type WantedAttendee } from '../domain/mailing.ts'
import type { Answer } from '../domain/reply.ts'
import { invitationMails } from './mails.ts'
import {
  type AttendeeRow,
  attendeesOf,
  forgetAnswers,
  occurrenceAnswers,
  saveSending,
  withdraw,
} from './store/attendees.ts'
import {
  entriesOfSubject,
  holdInvitation,
  insertEntry,
  type InvitationRow,
  updateEntry,
} from './store/invitations.ts'

export type { InvitationKind, WantedInvitation } from '../domain/invitation.ts'
export { recordCalendarReply } from './replies.ts'
export { organiserAddressOf, rememberOrganiser } from './organiser.ts'

type Sends = Pick<Platform, 'dataFolder' | 'baseUrl' | 'translate'>

/**
 * Brings the calendars of the attendees to what is wanted now: invites who is new, tells everybody of a change, and takes it back
 * from who is no longer asked. Sends nothing where nothing changed, so it may be called as often as one likes. In the caller's
 * transaction; the mails leave after its commit.
 */
export async function keepInvitation(platform: Sends, tx: Tx, wanted: WantedInvitation): Promise<void> {
  const { kind, subjectId, attendees } = wanted
  await holdInvitation(tx, kind, subjectId)
  const [known, organisation, organiserName] = await Promise.all([
    entriesOfSubject(tx, kind, subjectId),
    organisationOf(tx),
    nameOf(tx, wanted.organiser),
  ])
  const { title, description, place, link, timeZone } = wanted
  const entries = new Map(
    entriesOf(wanted).map(({ key, time }): [string, EntryContent] => [
      key,
      { title, description, place, link, timeZone, organiserName: organiserName ?? organisation.name, time },
    ]),
  )
  const keys = new Set([...known.map((one) => one.key), ...entries.keys()])
  for (const key of keys) {
    const row = known.find((one) => one.key === key) ?? null
    await bring(platform, tx, {
      kind,
      subjectId,
      key,
      row,
      content: entries.get(key) ?? null,
      attendees,
      organisation,
    })
  }
}

/** Takes it back from everybody who has it, such as a meeting that does not take place. */
export async function cancelInvitation(
  platform: Sends,
  tx: Tx,
  kind: InvitationKind,
  subjectId: string,
): Promise<void> {
  await holdInvitation(tx, kind, subjectId)
  const [known, organisation] = await Promise.all([entriesOfSubject(tx, kind, subjectId), organisationOf(tx)])
  for (const row of known) {
    const { key } = row
    await bring(platform, tx, { kind, subjectId, key, row, content: null, attendees: [], organisation })
  }
}

export type Reply = {
  readonly personId: string
  /** The newest of what they said; null: they have not answered. */
  readonly answer: Answer | null
  readonly at: Instant | null
  /** What they said of single occurrences, by when the series has each, or by the beginning of what is no series. */
  readonly occurrences: readonly { readonly starts: Instant; readonly answer: Answer; readonly at: Instant }[]
}

/** Everybody who is invited now, with their answer. */
export async function repliesOf(tx: Tx, kind: InvitationKind, subjectId: string): Promise<readonly Reply[]> {
  const entries = (await entriesOfSubject(tx, kind, subjectId)).filter((one) => one.calledOffAt === null)
  const ids = entries.map((one) => one.id)
  const [attendees, single] = await Promise.all([attendeesOf(tx, ids), occurrenceAnswers(tx, ids)])
  const starts = new Map(
    entries.map((one) => [one.id, one.content.time.weekly === null ? one.content.time.starts : null]),
  )
  const people = Map.groupBy(
    attendees.filter((one) => one.state === 'invited'),
    (one) => one.personId,
  )
  return [...people].map(([personId, rows]) => {
    const said = rows.flatMap(({ invitationId, answer, answeredAt }) =>
      answer === null || answeredAt === null
        ? []
        : [{ starts: starts.get(invitationId) ?? null, answer, at: answeredAt }],
    )
    const newest = said.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
    const own = single.filter((one) => one.personId === personId)
    return {
      personId,
      answer: newest?.answer ?? null,
      at: newest?.at ?? null,
      occurrences: [
        ...said.flatMap((one) => (one.starts === null ? [] : [{ ...one, starts: one.starts }])),
        ...own.map(({ occurrence, answer, answeredAt }) => ({ starts: occurrence, answer, at: answeredAt })),
      ].toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
    }
  })
}

type Bringing = {
  readonly kind: InvitationKind
  readonly subjectId: string
  readonly key: string
  readonly row: InvitationRow | null
  readonly content: EntryContent | null
  readonly attendees: readonly WantedAttendee[]
  readonly organisation: { readonly name: string; readonly timeZone: string }
}

async function bring(platform: Sends, tx: Tx, given: Bringing): Promise<void> {
  const { kind, subjectId, key, content, attendees, organisation } = given
  const rows = given.row === null ? [] : await attendeesOf(tx, [given.row.id])
  const persons = await personsByIds(
    tx,
    [...attendees, ...rows].map((one) => one.personId),
  )
  const mailing = decideMailing({
    known: given.row && { ...given.row, attendees: rows },
    wanted: content,
    attendees: attendees.filter((one) => persons.has(one.personId)),
    addresses: new Map([...persons].flatMap(([id, person]) => (canBeTold(person) ? [[id, person.email]] : []))),
    at: tx.now,
  })
  const isNew = given.row === null
  if (isNew && (content === null || mailing.sendings.length === 0)) return
  const { host } = new URL(platform.baseUrl)
  const row = given.row ?? (await insertEntry(tx, { kind, subjectId, key, content: content ?? absurd(), host }))
  const isSettled =
    mailing.sendings.length === 0 &&
    mailing.withdrawnSilently.length === 0 &&
    mailing.sequence === row.sequence &&
    (content === null) === (row.calledOffAt !== null)
  if (isSettled) return
  if (!isNew) await updateEntry(tx, row.id, mailing, content)
  const withdrawn = mailing.sendings.flatMap((one) => (one.method === 'CANCEL' ? [one.personId] : []))
  await withdraw(tx, row.id, mailing.withdrawnSilently)
  await forgetAnswers(
    tx,
    row.id,
    mailing.answersLapse ? 'everybody' : [...withdrawn, ...mailing.withdrawnSilently],
  )
  const before = isNew ? null : row.content
  const write = invitationMails(platform, { before, uid: row.uid, at: tx.now, organisation })
  await Promise.all(
    mailing.sendings.map(async (sending) => {
      const person = persons.get(sending.personId)
      if (person === undefined) return
      const answer = mailing.answersLapse ? null : answerOf(rows, sending.personId)
      const mail = write({ sending, person, answer })
      await Promise.all([saveSending(tx, row.id, sending), putMail(platform, tx, mail)])
    }),
  )
  await announce(tx, { topic: 'invitation', subject: subjectId, data: { kind }, audience: { roles: staffRoles } })
}

function canBeTold(person: KnownPerson): boolean {
  return person.disabledAt === null && person.email !== ''
}

function answerOf(rows: readonly AttendeeRow[], personId: string): Answer | null {
  const row = rows.find((one) => one.personId === personId)
  return row?.state === 'invited' ? row.answer : null
}

async function nameOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  return (await personsByIds(tx, [personId])).get(personId)?.name ?? null
}

function absurd(): never {
  throw new Error('An entry of nothing')
}
