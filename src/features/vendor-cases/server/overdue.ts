import { organisationOf } from '#features/people/server/actions.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { clockOf } from '../domain/vendor-clock.ts'
import { type CaseRow, casesMaybeLate, updateCase } from './store/cases.ts'
import { note } from './store/log.ts'
import { keepersOf, tellKeepers } from './tell-keepers.ts'
import { tellPages } from './tell.ts'

/** Looks again at the moment at which somebody would be late. */
export async function wakeWhenLate(tx: Tx, row: CaseRow): Promise<void> {
  const clock = clockOf(row, tx.now)
  if (clock.is !== 'waiting' || clock.until === null) return
  await enqueue(tx, 'vendor-cases.overdue', {}, { key: `vendor-cases.overdue:${row.id}`, runAt: clock.until })
}

/** Tells once of every case of this organisation in which somebody is late: of the vendor owner and lead, of us whoever has the ticket. */
export async function tellOfLate(platform: Platform, tx: Tx): Promise<void> {
  for (const row of await casesMaybeLate(tx)) {
    const clock = clockOf(row, tx.now)
    if (clock.is !== 'late') continue
    await updateCase(tx, row, { overdueToldAt: tx.now })
    await tellKeepers(tx, row, clock.who === 'vendor' ? 'vendor-late' : 'step-due')
    if (clock.who === 'vendor') {
      await tellOf(platform, tx, row, clock.since)
      await note(tx, row.id, 'overdue', null, { since: clock.since })
    }
    await tellPages(tx, row)
  }
}

async function tellOf(platform: Platform, tx: Tx, row: CaseRow, since: string): Promise<void> {
  if (!(await mailIsSetUp(tx))) return
  const [{ owner, leads }, { timeZone }] = [await keepersOf(tx, row), await organisationOf(tx)]
  for (const person of new Map([...owner, ...leads].map((one) => [one.id, one])).values()) {
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
