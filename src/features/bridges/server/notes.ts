import * as Y from 'yjs'
import type { z } from 'zod'
import { hasRole, type PersonActor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput, NotFound, Refused } from '#platform/errors.ts'
import { announce } from '#platform/live/announce.ts'
import { staff } from '../contract/answers.ts'
import { largestUpdate, type NotesSince } from '../contract/notes.ts'
import { applies, isNoteUpdate } from './note-update.ts'
import { findMeeting } from './store/meetings.ts'
import { minutesOf } from './store/minutes.ts'
import * as store from './store/notes.ts'

type Since = z.input<typeof NotesSince>

/** Far above what a meeting writes; what was deleted counts for a few bytes. */
const mostBytes = 2_000_000
/** After so many updates they become one state. */
const compactedAfter = 100
/** An update up to this size rides along in its live event (an event may have 8,000 bytes). */
const ridesAlong = 3_000

/** The notes, or what came after a number. */
export async function notesSince(tx: Tx, meetingId: string, after: number): Promise<Since> {
  if (!(await findMeeting(tx, meetingId, { lock: false }))) throw new NotFound('meeting')
  const [{ row, updates }, frozen] = await Promise.all([
    store.readNotes(tx, meetingId, after),
    areFrozen(tx, meetingId),
  ])
  return {
    last: row.last,
    state: row.state?.toString('base64') ?? null,
    updates: updates.map(({ number, update }) => ({ number, update: update.toString('base64') })),
    frozen,
  }
}

export type GivenUpdates = {
  readonly after: number
  readonly updates: readonly { readonly key: string; readonly update: string }[]
}

/**
 * Appends what a page sends, each update once by its key, and answers with what the page does not have yet. Once this has committed
 * the page may forget what it sent.
 */
export async function addToNotes(
  tx: Tx,
  actor: PersonActor,
  meetingId: string,
  { after, updates }: GivenUpdates,
): Promise<Since> {
  if (hasRole(actor, 'auditor')) throw new Refused({ code: 'reads-only' })
  if (!(await findMeeting(tx, meetingId, { lock: false }))) throw new NotFound('meeting')
  const given = updates.map(({ key, update }, index) => ({ key, update: checked(update, index) }))
  if (given.length > 0) await append(tx, actor, meetingId, given)
  return notesSince(tx, meetingId, after)
}

/** The text as it is now. */
export async function notesText(tx: Tx, meetingId: string): Promise<string> {
  return textOf(await everything(tx, meetingId))
}

async function everything(tx: Tx, meetingId: string): Promise<readonly Uint8Array[]> {
  const { row, updates } = await store.readNotes(tx, meetingId, 0)
  return [...(row.state ? [row.state] : []), ...updates.map(({ update }) => update)]
}

type Given = { readonly key: string; readonly update: Buffer }

async function append(tx: Tx, actor: PersonActor, meetingId: string, given: readonly Given[]): Promise<void> {
  const row = await store.lockNotes(tx, meetingId)
  if (await areFrozen(tx, meetingId)) throw new Refused({ code: 'minutes-sent' })
  const known = await store.knownKeys(
    tx,
    meetingId,
    given.map(({ key }) => key),
  )
  const once = new Map(given.filter(({ key }) => !known.has(key)).map((one) => [one.key, one]))
  const added = [...once.values()].map((one, index) => ({ ...one, number: row.last + 1 + index }))
  if (added.length === 0) return
  if (row.bytes + sizeOf(added) > mostBytes) throw new Refused({ code: 'notes-full' })
  const bytes = added.map(({ update }) => update)
  if (!applies(await everything(tx, meetingId), bytes))
    throw new InvalidInput([{ path: 'updates', code: 'not-an-update' }])
  await store.appendUpdates(tx, meetingId, actor.personId, added)
  const last = row.last + added.length
  if (last - row.compacted >= compactedAfter) await compact(tx, meetingId, last)
  const merged = Buffer.from(Y.mergeUpdates(bytes)).toString('base64')
  await announce(tx, {
    topic: 'bridge-notes',
    subject: meetingId,
    data: { from: row.last, last, by: actor.personId, ...(merged.length <= ridesAlong ? { update: merged } : {}) },
    audience: { roles: staff },
  })
}

async function compact(tx: Tx, meetingId: string, number: number): Promise<void> {
  const document = documentOf(await everything(tx, meetingId))
  await store.compactTo(tx, meetingId, number, Y.encodeStateAsUpdate(document))
  document.destroy()
}

async function areFrozen(tx: Tx, meetingId: string): Promise<boolean> {
  const last = (await minutesOf(tx, meetingId)).at(-1)
  return last !== undefined && last.sent !== null
}

/** What is no update would stay in the notes for ever, and break the pages that apply it. */
function checked(text: string, index: number): Buffer {
  const update = Buffer.from(text, 'base64')
  const problem = { path: `updates.${index}.update`, code: 'not-an-update' }
  if (update.length > largestUpdate || !isNoteUpdate(update)) throw new InvalidInput([problem])
  return update
}

function sizeOf(added: readonly { readonly update: Buffer }[]): number {
  return added.reduce((sum, { update }) => sum + update.length, 0)
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc()
  for (const update of updates) Y.applyUpdate(document, update)
  return document
}

function textOf(updates: readonly Uint8Array[]): string {
  const document = documentOf(updates)
  // What no column can keep is nothing that anybody can read.
  const text = document.getText('notes').toJSON().replaceAll('\u0000', '')
  document.destroy()
  return text
}
