import { afterAll, beforeAll, expect, test } from 'vitest'
import { callBridge } from '#features/bridges/server/call.ts'
import { insertFinding } from '#features/devices/server/store/findings.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import { tenantOf } from '#features/tenant/server/actions.ts'
import { findTicket } from '#features/tickets/server/store/ticket-row.ts'
import type { TicketEvent } from '#features/tickets/domain/events.ts'
import { outboxPayloads } from '../../tests/support/outbox.ts'
import { type TenantDesk, tenantDesk } from '../../tests/support/tenant-server.ts'
import { moved, opened } from '../../tests/support/ticket-work.ts'
import { channelFindingListener, channelListener } from './channel-cards.ts'

let desk: TenantDesk
const canary = 'Kanarie van Ada'

beforeAll(async () => {
  desk = await tenantDesk({ devices: 1 })
  await desk.connect()
  await desk.call('root', 'POST', '/api/v1/tenant/channels', {
    name: 'Bridge',
    url: desk.simulator.webhook,
    language: 'nl',
    moments: ['escalated', 'bridge-called', 'service-incident', 'vendor-answered'],
  })
})
afterAll(() => desk.close())

const cards = async () => (await outboxPayloads(desk.platform, 'channel-card')).map((one) => JSON.stringify(one))

/** What a ticket that somebody wrote the canary in is heard to have done. */
async function hears(fact: object): Promise<void> {
  const { platform } = desk
  const ticketId = await opened({ platform, desk: desk.desk }, 'ada', {
    subject: canary,
    category: 'enrollment-blocked',
  })
  await moved({ platform, desk: desk.desk }, 'tess', ticketId, { move: 'claim' })
  await desk.desk.within(async (tx) => {
    const stored = await findTicket(tx, ticketId, { lock: false })
    if (!stored) throw new Error('The ticket that was just opened is not there')
    const { document: plan } = await planVersion(tx, stored.ticket.planVersionId)
    const event = { number: 3, at: tx.now, fact } as TicketEvent
    const heard = { plan, ticket: stored.ticket, number: stored.number, event }
    await channelListener(platform, tx, heard)
    await channelListener(platform, tx, heard)
  })
}

test.each([
  ['a ticket goes up', { type: 'handover-offered', from: 1, to: 2, words: { asked: canary } }, 'gaat naar laag 2'],
  ['the vendor answered', { type: 'vendor-answered', words: { text: canary } }, 'leverancier heeft geantwoord'],
])(
  'a channel hears once that %s, by number, and reads no name and no words of anybody',
  async (_name, fact, said) => {
    const before = (await cards()).length
    await hears(fact)
    const [card, ...more] = (await cards()).slice(before)
    expect(more).toEqual([])
    expect(card).toContain(said)
    expect(card).toMatch(/T-\d+/)
    expect(card).not.toMatch(/Kanarie|\bAda\b|contoso\.example/)
  },
)

test('nor of whatever else happens to a ticket', async () => {
  const before = (await cards()).length
  await hears({ type: 'asked', files: [], words: { text: canary } })
  expect(await cards()).toHaveLength(before)
})

test('that a bridge is called, without what was typed about it', async () => {
  const actor = await desk.desk.as('lies')
  const before = (await cards()).length
  await desk.desk.within((tx) =>
    callBridge(desk.platform, tx, { mailIsSetUp: () => Promise.resolve(false) }, actor, {
      ...{ reason: 'person', words: canary, ticketIds: [], startsAt: null, minutes: 30, meetingLink: null },
    }),
  )
  const [card, ...more] = (await cards()).slice(before)
  expect(more).toEqual([])
  expect(card).toContain('bridge bijeengeroepen')
  expect(card).not.toContain('Kanarie')
})

test('that Microsoft has an incident, once', async () => {
  const before = (await cards()).length
  const id = await desk.desk.within(async (tx) =>
    insertFinding(tx, {
      tenant: (await tenantOf(tx))?.id ?? '',
      personId: null,
      wanted: 'hint',
      seen: {
        ...{ kind: 'service-incident', about: 'IT900142', userId: null, platform: null },
        ...{ facts: { title: 'Some users cannot enroll' }, ids: ['IT900142'], firstAt: tx.now, lastAt: tx.now },
      },
    }),
  )
  for (const _again of [1, 2])
    await desk.desk.within((tx) => channelFindingListener(desk.platform, tx, typeof id === 'string' ? id : ''))
  const [card, ...more] = (await cards()).slice(before)
  expect(more).toEqual([])
  expect(card).toContain('IT900142: Some users cannot enroll')
})
