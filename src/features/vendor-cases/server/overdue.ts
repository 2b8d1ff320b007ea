import { leadsOf, organisationOf, personsByIds } from '#features/people/server/actions.ts'
import { tierOf } from '#features/plan/domain/lookup.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { tierNow } from '#features/tickets/domain/when.ts'
import { readTicket } from '#features/tickets/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { clockOf } from '../domain/vendor-clock.ts'
import { type CaseRow, casesMaybeLate, updateCase } from './store/cases.ts'
import { note } from './store/log.ts'
import { tellPages } from './tell.ts'

/** Looks again at the moment at which the vendor would be late. */
export async function wakeWhenLate(tx: Tx, row: CaseRow): Promise<void> {
  const clock = clockOf(row, tx.now)
  if (clock.is !== 'waiting' || clock.for !== 'vendor' || clock.until === null) return
  await enqueue(tx, 'vendor-cases.overdue', {}, { key: `vendor-cases.overdue:${row.id}`, runAt: clock.until })
}

/** Tells owner and lead once that the vendor is late, of every case of this organisation. */
export async function tellOfLate(platform: Platform, tx: Tx): Promise<void> {
  for (const row of await casesMaybeLate(tx)) {
    const clock = clockOf(row, tx.now)
    if (clock.is !== 'late' || clock.who !== 'vendor') continue
    await tellOf(platform, tx, row, clock.since)
    await updateCase(tx, row, { overdueToldAt: tx.now })
    await note(tx, row.id, 'overdue', null, { since: clock.since })
    await tellPages(tx, row)
  }
}

async function tellOf(platform: Platform, tx: Tx, row: CaseRow, since: string): Promise<void> {
  if (!(await mailIsSetUp(tx))) return
  const { ticket } = await readTicket(tx, { kind: 'system', name: 'clock' }, row.ticketId)
  const { document: plan } = await planVersion(tx, ticket.planVersionId)
  const team = tierOf(plan, tierNow(plan, ticket))?.team
  const [owner, leads, { timeZone }] = await Promise.all([
    personsByIds(tx, ticket.assigneeId ? [ticket.assigneeId] : []),
    team ? leadsOf(tx, team) : [],
    organisationOf(tx),
  ])
  const people = new Map([...owner.values(), ...leads].map((person) => [person.id, person]))
  for (const person of people.values()) {
    if (person.disabledAt !== null) continue
    const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
      platform.translate(person.language, `vendor-cases:mail.late.${key}`, values)
    const at = new Intl.DateTimeFormat(person.language === 'en' ? 'en-GB' : 'nl', {
      timeZone,
      dateStyle: 'long',
      timeStyle: 'short',
    }).format(new Date(since))
    const values = {
      number: row.ticketNumber,
      supplier: row.supplier,
      caseNumber: row.caseNumber ?? say('noNumber'),
      at,
      name: person.name,
    }
    await putMail(platform, tx, {
      to: { name: person.name, address: person.email },
      language: person.language,
      subject: say('subject', values),
      text: [say('greeting', values), say('text', values)].join('\n\n'),
      links: [{ label: say('link'), url: `${platform.baseUrl}/cases/${row.id}` }],
      automatic: true,
      ticketId: null,
      files: [],
    })
  }
}
