import type { Actor } from '#features/people/domain/actor.ts'
import { recordCalendarReply } from '#features/invitations/server/actions.ts'
import { actorOf, addRequester, organisationOf, personByEmail } from '#features/people/server/actions.ts'
import { staffRoles } from '#features/people/domain/person.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { moveTicket, openTicket, readTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { findThread, headerRecipients, referencedIds } from '#integrations/mail/threading.ts'
import type { ParsePool } from '#integrations/mail/parse-pool.ts'
import { atOnce, inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import { decideIntake, type MailKind, type Outcome, type Sender, type Thread } from '../domain/intake.ts'
import { attachBounce } from './bounces.ts'
import { type Correspondence, correspondenceOf, namedIn, noCorrespondence } from './correspondence.ts'
import { addFiles, type MailContent, mailContent } from './mail-content.ts'
import { type ReadMail, readMail } from './read-mail.ts'
import {
  claimInbound,
  countAttempt,
  type Ending,
  endInbound,
  findInbound,
  type InboundRow,
  type InboundState,
  type Reading,
  saveReading,
  ticketOfEarlierMail,
} from './store/inbound-mails.ts'
import { findMailbox, ownAddresses } from './store/mailboxes.ts'
import { tellKeepers } from './tell-keepers.ts'
import { threadKeyOf } from './thread-key.ts'

/** Errors of our own that a mail may cause before it is set aside for people to see. */
const mostAttempts = 3

export type Intake = {
  /** From which states a mail may be taken in hand. */
  readonly from: readonly InboundState[]
  /** A person decided that this mail opens a ticket, whatever it looks like. */
  readonly openAnyway: boolean
  /** Whose mail is not a requester's. */
  readonly correspondence: Correspondence
}
export const firstIntake: Intake = { from: ['stored'], openAnyway: false, correspondence: noCorrespondence }

/** Brings about what a stored mail means. Twice is as good as once: whoever comes second finds it done. */
export async function takeIn(
  platform: Platform,
  pool: ParsePool,
  { orgId, id }: { readonly orgId: string; readonly id: string },
  intake: Intake = firstIntake,
): Promise<void> {
  const key = await threadKeyOf(platform, orgId)
  const [mail, addresses] = await atOnce(platform, orgId, (tx) =>
    Promise.all([findInbound(tx, id), ownAddresses(tx)]),
  )
  const known = { key, ownAddresses: addresses }
  if (mail === null || !intake.from.includes(mail.state)) return
  const progress: Progress = { reading: null }
  const aside = (reason: string) => setAside({ platform, orgId, mail, intake, reading: progress.reading }, reason)
  try {
    const refused = await takeInHand({ platform, pool, orgId, mail, known, intake, progress })
    if (refused !== null) await aside(refused)
  } catch (error) {
    if (error instanceof Refused) return aside(error.refusal.code)
    const attempts = await inOrganisation(platform, orgId, (tx) => countAttempt(tx, id))
    if (attempts < mostAttempts) throw error
    platform.log.error({ err: error, inboundMail: id }, 'a mail could not be processed and is set aside')
    await aside('not-processed')
  }
}

type Progress = { reading: Reading | null }

type Task = {
  readonly platform: Platform
  readonly pool: ParsePool
  readonly orgId: string
  readonly mail: InboundRow
  readonly known: { readonly key: Uint8Array; readonly ownAddresses: ReadonlySet<string> }
  readonly intake: Intake
  readonly progress: Progress
}

/** Null, or why the mail cannot be read. */
async function takeInHand({ platform, pool, orgId, mail, known, intake, progress }: Task): Promise<string | null> {
  const result = await readMail(platform, pool, mail, known)
  if (!result.ok) return result.refusal.code
  progress.reading = result.value.reading
  const place = ourOwn.includes(result.value.mailClass.kind)
    ? elsewhere
    : await inOrganisation(platform, orgId, (tx) => placeOf(tx, { mail, known, intake }, result.value))
  const read = place.isTheirs ? unanswered(result.value) : result.value
  if (place.id !== null) return putWithLetters({ platform, orgId, mail, intake, read }, place.id, place.byNumber)
  const isCalendars = read.parsed.calendarReply !== null && !ourOwn.includes(read.mailClass.kind)
  const touches = (read.mailClass.kind === 'person' && !isCalendars) || intake.openAnyway
  const content = touches ? await mailContent(platform, read.parsed, mail) : null
  const number = touches ? await reserveNumber(platform, orgId) : 0
  await inOrganisation(platform, orgId, async (tx) => {
    if (!(await claimInbound(tx, mail.id, intake.from))) return
    if (content === null) return isCalendars ? noteAnswer(tx, mail, read) : leaveBe(tx, mail, read)
    await act({ platform, tx, mail, read, content, number, key: known.key, intake })
  })
  return null
}

const elsewhere = { id: null, isTheirs: false, byNumber: false } as const

/** Which correspondence a mail belongs to: by its address or what it answers, else by the number in its subject. */
async function placeOf(
  tx: Tx,
  { mail, known, intake }: Pick<Task, 'mail' | 'known' | 'intake'>,
  { parsed }: ReadMail,
) {
  const { envelopeTo } = mail
  const id = await correspondenceOf(tx, intake.correspondence, parsed, envelopeTo)
  if (id !== null) return { id, isTheirs: false, byNumber: false }
  return { ...(await namedIn(tx, intake.correspondence, parsed, { key: known.key, envelopeTo })), byNumber: true }
}

const unanswered = (read: ReadMail): ReadMail => ({ ...read, reading: { ...read.reading, mayAnswer: false } })

type Letter = Pick<Task, 'platform' | 'orgId' | 'mail' | 'intake'> & { readonly read: ReadMail }

/** A mail of somebody else's correspondence goes there and nowhere else: no ticket is touched, whoever wrote it. */
async function putWithLetters(
  { platform, orgId, mail, intake, read }: Letter,
  id: string,
  byNumber: boolean,
): Promise<null> {
  const { parsed, mailClass, reading } = read
  const content = await mailContent(platform, parsed, mail)
  await inOrganisation(platform, orgId, async (tx) => {
    if (!(await claimInbound(tx, mail.id, intake.from))) return
    await saveReading(tx, mail.id, reading)
    await intake.correspondence.take(tx, id, {
      inboundMailId: mail.id,
      receivedAt: mail.receivedAt,
      messageId: reading.messageId,
      from: { name: reading.fromName ?? '', address: reading.fromAddress ?? '' },
      severalSenders: parsed.marks.includes('several-senders'),
      automatic: mailClass.kind !== 'person',
      subject: reading.subject,
      text: content.text,
      files: await addFiles(tx, content, null),
      deskAddress: byNumber ? ((await findMailbox(tx, mail.mailboxId))?.address ?? '–') : null,
    })
    await end(tx, mail.id, { state: 'processed', reason: 'correspondence' })
  })
  return null
}

/** Mail of our own that came back, whatever is in it. */
const ourOwn: readonly MailKind[] = ['own', 'bounce']

/** A calendar's answer to an invitation: noted with the invitation where it is the sender's own, else only here. */
async function noteAnswer(tx: Tx, mail: InboundRow, { parsed, reading }: ReadMail): Promise<void> {
  const { calendarReply: reply, from } = parsed
  await saveReading(tx, mail.id, { ...reading, kind: 'calendar', mayAnswer: false })
  const isOne = from !== null && !parsed.marks.includes('several-senders')
  const { outcome, personId } =
    reply !== null && isOne
      ? await recordCalendarReply(tx, { reply, sender: from.address })
      : ({ outcome: 'someone-else', personId: null } as const)
  await end(tx, mail.id, { state: 'ignored', reason: `calendar-${outcome}`, personId })
}

/** No person wrote it: noted, and nothing else happens. A report about our own mail is put with that mail. */
async function leaveBe(tx: Tx, mail: InboundRow, { mailClass, parsed, reading }: ReadMail): Promise<void> {
  await saveReading(tx, mail.id, reading)
  const ticketId =
    mailClass.kind === 'bounce'
      ? await attachBounce(tx, mail.id, mailClass.bounce)
      : await ticketOfEarlierMail(tx, parsed.from?.address.toLowerCase() ?? '', referencedIds(parsed))
  await end(tx, mail.id, { state: 'ignored', reason: mailClass.kind, ticketId })
}

type InHand = {
  readonly platform: Platform
  readonly tx: Tx
  readonly mail: InboundRow
  readonly read: ReadMail
  readonly content: MailContent
  readonly number: number
  readonly key: Uint8Array
  readonly intake: Intake
}

async function act(hand: InHand): Promise<void> {
  const { tx, mail, read, intake } = hand
  const from = read.parsed.from
  const [person, mailbox, thread] = await Promise.all([
    from === null ? null : personByEmail(tx, from.address),
    findMailbox(tx, mail.mailboxId),
    threadOf(hand),
    saveReading(tx, mail.id, read.reading),
  ])
  const sender: Sender | null = person && {
    personId: person.id,
    disabled: person.disabledAt !== null,
    isStaff: staffRoles.some((role) => person.roles.includes(role)),
  }
  const outcome = intake.openAnyway
    ? ({ do: 'open', requester: sender === null ? 'new' : 'known' } as const)
    : decideIntake({
        kind: read.mailClass.kind,
        severalSenders: read.parsed.marks.includes('several-senders'),
        sender,
        thread,
        unknownSenders: mailbox?.unknownSenders ?? 'quarantine',
      })
  const ended = await bringAbout(hand, outcome, sender?.personId ?? null)
  await end(tx, mail.id, ended)
}

/** Says what became of the mail, to the database and to whoever looks after mail. */
async function end(tx: Tx, id: string, ending: Ending): Promise<void> {
  await Promise.all([endInbound(tx, id, ending), tellKeepers(tx, id)])
}

/** The ticket that a mail answers: by our own token, else by an earlier mail of the same sender. */
async function threadOf({ tx, mail, read, key }: InHand): Promise<Thread> {
  const { parsed } = read
  const recipients = [...mail.envelopeTo, ...headerRecipients(parsed)]
  const found = findThread(parsed, { key, recipients })
  const earlier =
    found.found === 'own-token'
      ? null
      : await ticketOfEarlierMail(tx, parsed.from?.address.toLowerCase() ?? '', referencedIds(parsed))
  const ticketId =
    found.found === 'own-token' ? found.ticketId : (earlier ?? ('ticketId' in found ? found.ticketId : null))
  if (ticketId === null) return null
  const ticket = await ticketIfAny(tx, ticketId)
  if (ticket === null) return null
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const reopenUntil = Date.parse(ticket.closedAt ?? tx.now) + plan.process.reopenWindowDays * 86_400_000
  return {
    ticketId,
    requesterId: ticket.requesterId,
    isClosed: ticket.stage.name === 'closed',
    canReopen: Date.parse(tx.now) <= reopenUntil,
    isProven: found.found === 'own-token' || earlier !== null,
  }
}

async function ticketIfAny(tx: Tx, ticketId: string) {
  try {
    return (await readTicket(tx, { kind: 'system', name: 'mail' }, ticketId)).ticket
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

async function bringAbout(hand: InHand, outcome: Outcome, personId: string | null) {
  const { tx, content } = hand
  switch (outcome.do) {
    case 'ignore':
      return { state: 'ignored', reason: outcome.reason, personId } as const
    case 'quarantine':
      return { state: 'quarantined', reason: outcome.reason, personId } as const
    case 'open': {
      const requesterId = personId ?? (await newRequester(hand))
      const files = await addFiles(tx, content, null)
      const system: Actor = { kind: 'system', name: 'mail' }
      const { ticket } = await openTicket(tx, system, hand.number, await opening(hand, requesterId, files))
      return { state: 'processed', reason: null, ticketId: ticket.id, personId: requesterId } as const
    }
    default: {
      const actor = await actorOf(tx, personId ?? '')
      const { ticketId } = outcome
      const files = await addFiles(tx, content, actor.personId)
      const move = (one: Parameters<typeof moveTicket>[2]['move']) =>
        moveTicket(tx, actor, { ticketId, move: one, seenVersion: null })
      if (outcome.do === 'note') await move({ move: 'note', text: content.reply, files })
      else {
        const isReopening = outcome.do === 'reopen'
        if (isReopening)
          await move({ move: 'reopen', reason: content.reply === '' ? content.subject : content.reply })
        if (!isReopening || files.length > 0) {
          await move({ move: 'answer', text: isReopening ? '' : content.reply, files, source: 'mail' })
        }
      }
      return { state: 'processed', reason: null, ticketId, personId } as const
    }
  }
}

async function newRequester({ tx, read }: InHand): Promise<string> {
  const { name = '', address = '' } = read.parsed.from ?? {}
  return (await addRequester(tx, { name: name === '' ? address : name.slice(0, 120), email: address })).id
}

async function opening({ tx, content, platform }: InHand, requesterId: string, files: readonly string[]) {
  const noSubject = async () =>
    platform.translate((await organisationOf(tx)).language, 'mailboxes:intake.noSubject')
  const subject = content.subject === '' ? await noSubject() : content.subject
  return {
    requesterId,
    source: 'mail' as const,
    subject,
    description: content.text,
    files: [...files],
    category: null,
    platform: null,
    impact: null,
    urgency: null,
    evidence: [],
  }
}

type Aside = Omit<Task, 'pool' | 'known' | 'progress'> & { readonly reading: Reading | null }

/** Leaves a mail where people see it, with the reason. */
async function setAside({ platform, orgId, mail, intake, reading }: Aside, reason: string): Promise<void> {
  await inOrganisation(platform, orgId, async (tx) => {
    if (!(await claimInbound(tx, mail.id, intake.from))) return
    if (reading !== null) await saveReading(tx, mail.id, reading)
    await end(tx, mail.id, { state: 'quarantined', reason })
  })
}
