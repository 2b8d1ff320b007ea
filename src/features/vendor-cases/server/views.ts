import { personsByIds } from '#features/people/server/actions.ts'
import type { PersonActor } from '#features/people/domain/actor.ts'
import { tierNow } from '#features/tickets/domain/when.ts'
import { allowedMoves } from '#features/tickets/domain/allowed-moves.ts'
import { addressOfAlias } from '#features/mailboxes/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { filesById } from '#platform/files/files.ts'
import type { Platform } from '#platform/platform.ts'
import type { CaseLine, CaseView } from '../contract/answers.ts'
import { pages, vendorHours } from '../domain/contract-kinds.ts'
import type { PacketHead } from '../domain/packet/packet-text.ts'
import { mayTend } from '../domain/tending.ts'
import { clockOf } from '../domain/vendor-clock.ts'
import { gather, type Gathered } from './gather.ts'
import { type Choices, packetView } from './packet.ts'
import type { CaseRow } from './store/cases.ts'
import { acceptedAddresses, mailsOf, unprovenMails } from './store/letters.ts'
import { logOf, packetsOf } from './store/log.ts'

export async function caseLines(tx: Tx, rows: readonly CaseRow[]): Promise<CaseLine[]> {
  const [people, unproven] = await Promise.all([
    personsByIds(
      tx,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    ),
    unprovenMails(
      tx,
      rows.map(({ id }) => id),
    ),
  ])
  return rows.map((row) => {
    const owner = row.ownerId === null ? undefined : people.get(row.ownerId)
    return {
      id: row.id,
      ticket: { id: row.ticketId, number: row.ticketNumber, subject: row.ticketSubject },
      supplier: row.supplier,
      severity: { nl: row.severityNl, en: row.severityEn },
      caseNumber: row.caseNumber,
      state: row.state,
      openedAt: row.openedAt,
      owner: owner ? { id: owner.id, name: owner.name } : null,
      clock: clockOf(row, tx.now),
      next: { by: row.nextBy, what: row.nextWhat, at: row.nextAt },
      unproven: unproven.get(row.id) ?? 0,
    }
  })
}

/** What is asked stands with what was typed. */
export const choicesOf = (row: CaseRow): Choices => ({
  asked: row.typed['asked'] ?? '',
  typed: row.typed,
  shown: new Set(row.shown),
  files: row.files,
})

/** `words`: in which names are to be found besides. */
export const gatherFor = (
  tx: Tx,
  actor: PersonActor,
  row: CaseRow,
  words: readonly string[] = [],
): Promise<Gathered> =>
  gather(tx, actor, row.ticketId, {
    evidence: [],
    files: row.files,
    words: [...Object.values(row.typed), ...words],
  })

export function headOf(row: CaseRow, { number }: Gathered, now: string): PacketHead {
  return { ticket: number, caseNumber: row.caseNumber, severity: row.severityEn, day: now.slice(0, 10) }
}

export async function caseView(platform: Platform, tx: Tx, actor: PersonActor, row: CaseRow): Promise<CaseView> {
  const [[line], gathered, mails, accepted, packets, log, alias] = await Promise.all([
    caseLines(tx, [row]),
    gatherFor(tx, actor, row),
    mailsOf(tx, row.id),
    acceptedAddresses(tx, row.id),
    packetsOf(tx, row.id),
    logOf(tx, row.id),
    addressOfAlias(tx, row.alias),
  ])
  if (!line) throw new Error('A case that was read has no line')
  const [people, files] = await Promise.all([
    personsByIds(tx, [
      ...(row.openedBy ? [row.openedBy] : []),
      ...mails.flatMap(({ byPerson }) => byPerson ?? []),
      ...packets.map(({ byPerson }) => byPerson),
      ...log.flatMap(({ byPerson }) => byPerson ?? []),
    ]),
    filesById(
      tx,
      mails.flatMap((mail) => [...mail.files]),
    ),
  ])
  const named = (id: string | null) => {
    const person = id === null ? undefined : people.get(id)
    return person ? { id: person.id, name: person.name } : null
  }
  const answered = allowedMoves(gathered.plan, gathered.ticket, actor, tx.now).find(
    ({ move }) => move === 'vendor-answered',
  )
  return {
    case: line,
    version: row.version,
    channel: row.channel,
    contractKind: row.contractKind,
    page: pages[row.channel] ?? null,
    contact: { name: row.contactName, address: row.contactAddress },
    alias,
    openedBy: named(row.openedBy),
    asked: row.typed['asked'] ?? '',
    ownTier: tierNow(gathered.plan, gathered.ticket),
    response: {
      minutes: row.responseMinutes,
      hours: vendorHours(gathered.plan, row.severity) === null ? ('always' as const) : ('support' as const),
      dueAt: row.responseDueAt,
      at: row.respondedAt,
    },
    answeredAt: row.answeredAt,
    closedAt: row.closedAt,
    packet: packetView(platform, gathered, choicesOf(row), headOf(row, gathered, tx.now)),
    packets: packets.map(({ byPerson, id, at, form, sha256, size, hidden, shown }) => ({
      ...{ id, at, form, sha256, size, hidden, shown },
      by: named(byPerson) ?? { id: byPerson, name: '' },
    })),
    mails: mails.map((mail) => ({
      id: mail.id,
      direction: mail.direction,
      at: mail.at,
      from: { name: mail.fromName, address: mail.fromAddress },
      to: mail.toAddress,
      subject: mail.subject,
      text: mail.text,
      files: files
        .filter(({ id }) => mail.files.includes(id))
        .map(({ id, name, size }) => ({ id, name, size: Number(size) })),
      automatic: mail.automatic,
      by: named(mail.byPerson),
      proven: mail.direction === 'out' || accepted.has(mail.fromAddress),
    })),
    log: log.map(({ byPerson, ...one }) => ({ ...one, by: named(byPerson), details: { ...one.details } })),
    mayTend: { refusal: mayTend(gathered.plan, row, actor) },
    mayAnswer: { refusal: answered ? (answered.refusal ?? null) : { code: 'not-waiting-for-vendor' } },
  }
}
