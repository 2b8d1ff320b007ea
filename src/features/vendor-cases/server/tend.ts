import type { PersonActor } from '#features/people/domain/actor.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { moveTicket } from '#features/tickets/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { ChangePacketInput, DetailsInput, NextInput } from '../contract/inputs.ts'
import { redact, type Redaction } from '../domain/redaction/redact.ts'
import { mayTend } from '../domain/tending.ts'
import { theyAnswered } from './correspondence.ts'
import type { Gathered } from './gather.ts'
import { wakeWhenLate } from './overdue.ts'
import { makePacket, printOf } from './packet.ts'
import { type CaseRow, findCase, updateCase } from './store/cases.ts'
import { acceptAddress, insertMail, mailsOf, unprovenMails } from './store/letters.ts'
import { note } from './store/log.ts'
import { keptUp, tellKeepers } from './tell-keepers.ts'
import { tellPages } from './tell.ts'
import { choicesOf, gatherFor } from './views.ts'

type Held = { readonly row: CaseRow; readonly gathered: Gathered }

/** The case, locked, for somebody who may keep it. */
export async function takeCase(tx: Tx, actor: PersonActor, id: string, seen?: number): Promise<Held> {
  const row = await findCase(tx, id, { lock: true })
  if (row === null) throw new NotFound('vendor case')
  const gathered = await gatherFor(tx, actor, row)
  const refused = mayTend(gathered.plan, row, actor)
  if (refused) throw new Refused(refused)
  if (seen !== undefined && seen !== row.version) throw new Refused({ code: 'case-moved-on' })
  return { row, gathered }
}

export async function changeDetails(tx: Tx, actor: PersonActor, id: string, input: DetailsInput): Promise<void> {
  const { row } = await takeCase(tx, actor, id, input.version)
  const { caseNumber, contactName } = input
  const contactAddress = input.contactAddress?.toLowerCase() ?? null
  await updateCase(tx, row, { caseNumber, contactName, contactAddress })
  if (contactAddress !== null && (await acceptAddress(tx, id, contactAddress, actor.personId)))
    await note(tx, id, 'address-accepted', actor.personId)
  if (!(await unprovenMails(tx, [id])).has(id)) await keptUp(tx, id, 'sender-unknown')
  await note(tx, id, 'details-changed', actor.personId)
  await tellPages(tx, row)
}

export async function setNext(tx: Tx, actor: PersonActor, id: string, input: NextInput): Promise<void> {
  const { row } = await takeCase(tx, actor, id, input.version)
  const changes = { nextBy: input.by, nextWhat: input.what, nextAt: input.at, overdueToldAt: null }
  await updateCase(tx, row, changes)
  await note(tx, id, 'next-set', actor.personId, { by: input.by, ...(input.at ? { at: input.at } : {}) })
  await wakeWhenLate(tx, { ...row, ...changes })
  await keptUp(tx, id, 'vendor-late', 'step-due', 'answer-came')
  await tellPages(tx, row)
}

/** Who shows what is hidden says why; the log keeps who, when, which kind and why, not what. */
export async function changePacket(
  tx: Tx,
  actor: PersonActor,
  id: string,
  input: ChangePacketInput,
): Promise<void> {
  const { row, gathered } = await takeCase(tx, actor, id, input.version)
  if (!input.files.every((file) => gathered.files.some((one) => one.id === file)))
    throw new Refused({ code: 'unknown-file' })
  const before = new Set(row.shown)
  const after = new Map(input.shown.map(({ print, reason }) => [print, reason]))
  for (const [print, reason] of after)
    if (!before.has(print)) await note(tx, id, 'shown', actor.personId, { print, reason })
  for (const print of before) if (!after.has(print)) await note(tx, id, 'hidden-again', actor.personId, { print })
  await updateCase(tx, row, {
    typed: { ...input.typed, asked: input.asked },
    shown: [...after.keys()],
    files: input.files,
  })
  await note(tx, id, 'packet-changed', actor.personId)
  await tellPages(tx, row)
}

/** How the vendor would read a mail, and how much of it is replaced. */
export async function lookAtMail(tx: Tx, actor: PersonActor, id: string, text: string) {
  const { row } = await takeCase(tx, actor, id)
  const { texts, hidden, secrets } = await redactMail(tx, actor, row, text)
  const [clean = ''] = texts
  const inMail = hidden.filter(({ standIn, shown }) => !shown && clean.includes(`[${standIn}]`))
  return { text: clean, hidden: inMail.length, secrets }
}

/** Redacted as the packet is, in which whoever is hidden has the same name. */
async function redactMail(tx: Tx, actor: PersonActor, row: CaseRow, text: string): Promise<Redaction> {
  const gathered = await gatherFor(tx, actor, row, [text])
  const choices = choicesOf(row)
  const { hidden } = makePacket(gathered, choices).redacted
  return redact([text], gathered.known, (one) => choices.shown.has(printOf(row.ticketId, one)), hidden)
}

/** Writes to the vendor's contact, from the address of the case. */
export async function writeToVendor(
  platform: Platform,
  tx: Tx,
  actor: PersonActor,
  id: string,
  text: string,
): Promise<void> {
  const { row } = await takeCase(tx, actor, id)
  if (row.contactAddress === null) throw new Refused({ code: 'no-contact-address' })
  if (!(await mailIsSetUp(tx))) throw new Refused({ code: 'mail-not-set-up' })
  const [clean = ''] = (await redactMail(tx, actor, row, text)).texts
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    platform.translate('en', `vendor-cases:mail.vendor.${key}`, values)
  const values = { number: row.ticketNumber, caseNumber: row.caseNumber ?? '' }
  const subject = say(row.caseNumber ? 'subject' : 'subjectWithoutNumber', values)
  const before = await mailsOf(tx, id)
  const mailId = newId()
  await putMail(
    platform,
    tx,
    {
      to: { name: row.contactName ?? '', address: row.contactAddress },
      language: 'en',
      subject,
      text: clean,
      links: [],
      automatic: false,
      ticketId: null,
      files: [],
      correspondence: {
        alias: row.alias,
        references: before.flatMap(({ messageId }) => messageId ?? []),
      },
    },
    mailId,
  )
  await insertMail(tx, id, {
    id: mailId,
    direction: 'out',
    at: tx.now,
    fromAddress: '',
    fromName: '',
    toAddress: row.contactAddress,
    subject,
    text: clean,
    files: [],
    automatic: false,
    byPerson: actor.personId,
    inboundMailId: null,
    messageId: null,
  })
  await note(tx, id, 'mail-sent', actor.personId)
  // Whoever answers leaves the turn to the other.
  const changes = row.nextBy === 'us' ? { nextBy: 'vendor' as const, nextWhat: '', nextAt: null } : {}
  await updateCase(tx, row, changes)
  await keptUp(tx, id, 'step-due', 'answer-came')
  await tellPages(tx, row)
}

/** The address is the vendor's: what it wrote counts from now on. */
export async function acceptSender(tx: Tx, actor: PersonActor, id: string, given: string): Promise<void> {
  const { row } = await takeCase(tx, actor, id)
  const address = given.toLowerCase()
  if (!(await acceptAddress(tx, id, address, actor.personId))) return
  await note(tx, id, 'address-accepted', actor.personId)
  const theirs = (await mailsOf(tx, id)).filter((mail) => mail.direction === 'in' && mail.fromAddress === address)
  const first = theirs.find(({ automatic }) => !automatic)
  const contact = row.contactAddress === null ? { contactAddress: address } : {}
  const answered = first && row.state === 'open' ? theyAnswered(row.respondedAt, first.at) : {}
  await updateCase(tx, row, { ...contact, ...answered })
  if (!(await unprovenMails(tx, [id])).has(id)) await keptUp(tx, id, 'sender-unknown')
  if (first && row.state === 'open') await tellKeepers(tx, row, 'answer-came', actor.personId)
  await tellPages(tx, row)
}

/** The answer goes the normal way down: the ticket is back at its owner's tier, which finds the cause in it. */
export async function takeAnswer(
  tx: Tx,
  actor: PersonActor,
  id: string,
  { text, ticketVersion }: { readonly text: string; readonly ticketVersion?: number | undefined },
): Promise<void> {
  const { row } = await takeCase(tx, actor, id)
  if (row.state !== 'open') throw new Refused({ code: 'case-answered' })
  await moveTicket(tx, actor, {
    ticketId: row.ticketId,
    move: { move: 'vendor-answered', text },
    seenVersion: ticketVersion ?? null,
  })
  await updateCase(tx, row, { state: 'answered', answeredAt: tx.now, respondedAt: row.respondedAt ?? tx.now })
  await note(tx, id, 'answered', actor.personId)
  await keptUp(tx, id)
  await tellPages(tx, row)
}

/** A case that the ticket still waits for is not closed: first there is an answer, or the ticket goes on. */
export async function closeCase(tx: Tx, actor: PersonActor, id: string): Promise<void> {
  const { row, gathered } = await takeCase(tx, actor, id)
  if (row.state === 'open' && gathered.ticket.waiting?.for === 'vendor')
    throw new Refused({ code: 'ticket-waits-for-case' })
  await updateCase(tx, row, { state: 'closed', closedAt: tx.now })
  await note(tx, id, 'closed', actor.personId)
  await keptUp(tx, id)
  await tellPages(tx, row)
}
