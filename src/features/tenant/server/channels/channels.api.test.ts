import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { type TenantDesk, tenantDesk } from '../../../../../tests/support/tenant-server.ts'
import { tellChannels } from '../actions.ts'
import { deliverCard } from './deliver.ts'

let desk: TenantDesk
beforeAll(async () => {
  desk = await tenantDesk({ devices: 1 })
  await desk.connect()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.platform.owner.query('delete from tenant_channels')
  await desk.simulator.control.noFaults()
  await desk.simulator.control.outage('none')
})

const path = '/api/v1/tenant/channels'
const input = (change: object = {}) => ({
  name: 'Bridge',
  url: desk.simulator.webhook,
  language: 'nl',
  moments: ['escalated', 'burst'],
  ...change,
})
const add = async (change: object = {}) => (await desk.call('root', 'POST', path, input(change))).body
const tell = (moment: 'escalated' | 'vendor-answered', subject: string) =>
  desk.desk.within((tx) =>
    tellChannels(desk.platform, tx, {
      moment,
      subject,
      title: (language) => (language === 'nl' ? 'Naar laag 3' : 'To tier 3'),
      path: '/tickets/1042',
    }),
  )
const waiting = async () =>
  (
    await desk.platform.owner.query<{ id: string }>(
      `select id from outbox where kind = 'channel-card' and state = 'waiting' order by created_at, id`,
    )
  ).rows
const deliverAll = async () => {
  for (const { id } of await waiting()) {
    await deliverJob({ 'channel-card': deliverCard })(desk.platform, { orgId: desk.desk.orgId, id }).catch(
      () => undefined,
    )
  }
}
const arrived = async () => (await desk.simulator.control.cards()).length

describe('a channel in Teams', () => {
  test('gets a card for what it wants to hear, in its language, once', async () => {
    await add()
    const before = await arrived()
    await tell('escalated', 'event-1')
    await tell('escalated', 'event-1')
    await tell('vendor-answered', 'event-1')
    await deliverAll()
    const cards = await desk.simulator.control.cards()
    expect(cards).toHaveLength(before + 1)
    expect(JSON.stringify(cards.at(-1))).toContain('Naar laag 3')
    expect(JSON.stringify(cards.at(-1))).toContain('http://desk.test/tickets/1042')
  })

  test('says of the last card whether it arrived, and gets it after all', async () => {
    const { id } = await add()
    await desk.simulator.control.outage('error')
    await tell('escalated', 'event-2')
    const before = await arrived()
    await deliverAll()
    const shown = async () =>
      (await desk.call('otto', 'GET', path)).body.channels.find((one: { id: string }) => one.id === id)
    expect(await shown()).toMatchObject({ failures: 1, lastError: { answer: expect.stringContaining('503') } })
    await desk.simulator.control.outage('none')
    await deliverAll()
    expect(await arrived()).toBe(before + 1)
    expect(await shown()).toMatchObject({ failures: 0 })
  })

  test('that was removed, or switched off, gets none, also not those on their way', async () => {
    const one = await add()
    const two = await add({ name: 'Other' })
    await tell('escalated', 'event-3')
    await desk.call('root', 'DELETE', `${path}/${one.id}`)
    const { url: _url, ...kept } = input({ enabled: false })
    await desk.call('root', 'PUT', `${path}/${two.id}`, kept)
    const before = await arrived()
    await deliverAll()
    expect(await arrived()).toBe(before)
    expect(await waiting()).toEqual([])
  })

  test('is tried by a card of its own, and what does not arrive says why without its address', async () => {
    const { id } = await add()
    const before = await arrived()
    expect((await desk.call('root', 'POST', `${path}/${id}/test`)).body).toEqual({ ok: true, answer: 'HTTP 202' })
    expect(await arrived()).toBe(before + 1)
    const wrong = await add({ url: desk.simulator.webhook.replace(/sig=.*/, 'sig=wrong-key') })
    const { body } = await desk.call('root', 'POST', `${path}/${wrong.id}/test`)
    expect(body.ok).toBe(false)
    expect(body.answer).toContain('401')
    expect(body.answer).not.toContain('wrong-key')
  })

  test('has an address that nobody sees again, and that leads to Microsoft or to the organisation’s own Graph', async () => {
    await add()
    const key = new URL(desk.simulator.webhook).searchParams.get('sig') ?? ''
    expect(key.length).toBeGreaterThan(5)
    const { text } = await desk.call('root', 'GET', path)
    expect(text).not.toContain(key)
    const { rows } = await desk.platform.owner.query<{ text: string }>(
      `select (select string_agg(t::text, ' ') from tenant_channels t) || (select string_agg(c::text, ' ') from people_changes c) as text`,
    )
    expect(rows[0]?.text).not.toContain(key)
    for (const url of ['http://127.0.0.1:1/x', 'https://evil.example/x', 'http://169.254.169.254/latest']) {
      const { status, body } = await desk.call('root', 'POST', path, input({ url }))
      expect([url, status, body.errors?.[0]?.code]).toEqual([url, 400, 'webhook-host-not-allowed'])
    }
  })
})
