import { addMailbox } from '#features/mailboxes/server/actions.ts'
import { mailDeliverer } from '#features/mailboxes/server/deliver.ts'
import { firstIntake, takeIn } from '#features/mailboxes/server/intake.ts'
import { createSenders } from '#features/mailboxes/server/senders.ts'
import { listInbound } from '#features/mailboxes/server/store/inbound-mails.ts'
import { storeMail } from '#features/mailboxes/server/store-mail.ts'
import { createParsePool } from '#integrations/mail/parse-pool.ts'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { storeBlob } from '#platform/files/blobs.ts'
import { addFile } from '#platform/files/files.ts'
import { mailServer, type MailServer } from '../../../../tests/support/mail-server.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { OpenCaseInput } from '../contract/inputs.ts'
import { vendorCorrespondence } from '../server/correspondence.ts'
import { openCase } from '../server/open-case.ts'
import { findCase } from '../server/store/cases.ts'
import { caseView } from '../server/views.ts'

/** A desk with a ticket at tier 3, a mailbox that sends by real SMTP, and mail that arrives as it does. */
export type CaseDesk = Awaited<ReturnType<typeof caseDesk>>

export async function caseDesk() {
  const platform: TestPlatform = await testPlatform()
  const desk: TestDesk = await testDesk(platform)
  const world: MailServer = await mailServer()
  const pool = createParsePool()
  const senders = createSenders()
  const smtp = { host: '127.0.0.1', port: world.port, security: 'none' as const, allowPrivate: true, user: null }
  const mailboxId = await addMailbox(platform, desk.orgId, {
    address: 'helpdesk@contoso.example',
    name: 'Helpdesk',
    enabled: true,
    receives: 'smtp',
    imap: null,
    smtp,
    unknownSenders: 'open',
    subAddresses: true,
  })
  if (mailboxId === null) throw new Error('the address is taken')
  const deliver = deliverJob({ mail: mailDeliverer(senders) })
  let count = 0
  return {
    platform,
    desk,
    world,
    close: async () => {
      await senders.close()
      await pool.close()
      await world.close()
      await platform.close()
    },
    /** Everything in the outbox that nobody has sent yet goes out. */
    sendMail: async () => {
      const { rows } = await platform.owner.query<{ id: string }>(
        "select id from outbox where kind = 'mail' order by created_at, id",
      )
      for (const { id } of rows) await deliver(platform, { orgId: desk.orgId, id }).catch(() => undefined)
    },
    /** A mail arrives, and is read as the job reads it. */
    arrives: async (mail: {
      from: string
      to: string
      text: string
      headers?: readonly string[]
      subject?: string
    }) => {
      count += 1
      const head = [
        `From: ${mail.from}`,
        `To: ${mail.to}`,
        `Message-ID: <v${String(count)}@microsoft.example>`,
        `Subject: ${mail.subject ?? `TrackingID#${String(count)}`}`,
        ...(mail.headers ?? []),
      ]
      const bytes = Buffer.from(
        [...head, 'Content-Type: text/plain; charset=utf-8', '', mail.text, ''].join('\r\n'),
      )
      await storeMail(
        platform,
        { orgId: desk.orgId, id: mailboxId },
        { bytes, envelopeFrom: null, envelopeTo: [] },
      )
      const [stored] = await desk.within((tx) => listInbound(tx, { state: 'stored', before: undefined, limit: 1 }))
      const intake = { ...firstIntake, correspondence: vendorCorrespondence }
      await takeIn(platform, pool, { orgId: desk.orgId, id: stored?.id ?? '' }, intake)
      const { rows } = await platform.owner.query<{
        state: string
        reason: string | null
        ticket_id: string | null
      }>('select state, reason, ticket_id from inbound_mails where id = $1', [stored?.id])
      return rows[0]
    },
    /** A file that somebody uploaded. */
    uploaded: async (who: PersonName, name: string, content: string | Buffer) => {
      const blob = await storeBlob(platform, Buffer.from(content))
      return desk.within(async (tx) => (await addFile(tx, blob, { name, ownerId: desk.people[who].id })).id)
    },
    /** A ticket of Ada's that Mira of tier 3 has. */
    atTierThree: async (typed: { subject?: string; category?: string; platform?: string } = {}) => {
      const work = { platform, desk }
      const ticketId = await opened(work, 'ada', typed)
      await moved(work, 'tess', ticketId, { move: 'claim' })
      const up = {
        move: 'escalate' as const,
        asked: 'Look',
        evidence: [],
        waiver: { reason: 'Known' },
        fastLane: false,
      }
      for (const [lead, next] of [
        ['lies', 'jan'],
        ['leo', 'mira'],
      ] as const) {
        await moved(work, lead, ticketId, up)
        await moved(work, next, ticketId, { move: 'accept' })
      }
      return ticketId
    },
    version: async (ticketId: string) => {
      const { rows } = await platform.owner.query<{ version: number }>(
        'select version from tickets where id = $1',
        [ticketId],
      )
      return rows[0]?.version ?? 0
    },
    open: async (who: PersonName, ticketId: string, given: Record<string, unknown> = {}) => {
      const { rows } = await platform.owner.query<{ version: number }>(
        'select version from tickets where id = $1',
        [ticketId],
      )
      const log = await uploadFor(platform, desk, who)
      const input = OpenCaseInput.parse({
        version: rows[0]?.version ?? 0,
        asked: 'Please find out why the enrollment stops.',
        severity: 'b',
        channel: 'admin-center',
        evidence: evidenceFor(log),
        ...given,
      })
      const actor = await desk.as(who)
      return desk.within((tx) => openCase(platform, tx, actor, ticketId, input))
    },
    shown: async (who: PersonName, caseId: string) => {
      const actor = await desk.as(who)
      return desk.within(async (tx) => {
        const row = await findCase(tx, caseId)
        if (!row) throw new Error('no case')
        return caseView(platform, tx, actor, row)
      })
    },
    signedIn: async (who: PersonName) => ({
      orgId: desk.orgId,
      personId: desk.people[who].id,
      actor: await desk.as(who),
      language: 'nl' as const,
    }),
  }
}

async function uploadFor(platform: TestPlatform, desk: TestDesk, who: PersonName): Promise<string> {
  const blob = await storeBlob(platform, Buffer.from('log'))
  return desk.within(async (tx) => (await addFile(tx, blob, { name: 'log.txt', ownerId: desk.people[who].id })).id)
}

/** What the plan asks for on the way to the vendor. */
export function evidenceFor(log: string) {
  const text = (key: string, value: string) => ({ key, value, files: [] })
  return [
    text('summary-for-vendor', 'Enrollment stops at the last step for one user since 20 November.'),
    text('tenant-id', '72f988bf-86f1-41af-91ab-2d7cd011db47'),
    text('business-impact', 'hampered'),
    text('affected-devices', 'Three phones of the pilot.'),
    text('timeline', '2026-11-20 09:10 UTC first failure'),
    { key: 'logs-for-vendor', value: '', files: [log] },
    text('contact-and-hours', 'The desk, on working days from 08:00 to 17:30 CET.'),
    text('permission-to-share', 'redacted'),
  ]
}
