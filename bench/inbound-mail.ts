import { setTimeout as pause } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { newId } from '#platform/database/id.ts'
import type { TestBed } from './bed.ts'
import { round } from './load.ts'

/** Sends mails from as many people by SMTP and waits until each is a ticket: parsed, classified, stored. */
export async function measureMail(bed: TestBed, mails: number) {
  const address = 'help@contoso.example'
  await bed.owner.query(
    `insert into mailboxes (org_id, id, address, name, enabled, receives, unknown_senders, created_at)
     values ($1, $2, $3, 'Bench', true, 'smtp', 'open', now()) on conflict do nothing`,
    [bed.orgId, newId(), address],
  )
  const transport = createTransport({
    host: '127.0.0.1',
    port: bed.smtpPort,
    pool: true,
    maxConnections: 8,
    ignoreTLS: true,
  })
  const count = async () => {
    const { rows } = await bed.owner.query<{ count: string }>(
      "select count(*) from inbound_mails where org_id = $1 and state = 'processed'",
      [bed.orgId],
    )
    return Number(rows[0]?.count ?? 0)
  }
  const before = await count()
  const began = performance.now()
  await Promise.all(
    Array.from({ length: mails }, (_, index) =>
      transport.sendMail({
        from: `Person ${index} <person${index}@contoso.example>`,
        to: address,
        subject: `My phone does not enroll (${index})`,
        text: 'It says that the device limit has been reached. Can you help me?\n\nRegards, Person',
      }),
    ),
  )
  const until = performance.now() + 120_000
  while ((await count()) < before + mails && performance.now() < until) await pause(50)
  const took = (performance.now() - began) / 1000
  const done = (await count()) - before
  transport.close()
  return { mails: done, perSecond: round(done / took) }
}
