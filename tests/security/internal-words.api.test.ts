import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { work } from '../../src/app/features.ts'
import { knownIssues } from '#features/knowledge/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { outboxPayloads } from '../support/outbox.ts'
import * as made from './fixtures.ts'
import { allRows } from './rows/all.ts'
import { mailboxOn } from './mail-fixtures.ts'
import { type Headers, makeWorld, type World } from './world.ts'

/** What is written for colleagues never reaches a requester: not by the ticket, lists, search, mail, the live stream or a link. */
let world: World
let ada: Headers
let ticketId: string
let number: number
const canary = 'kanarie'
let written = 0
const secret = (where: string) => `${canary} ${where} ${(written += 1)}`

const at = (who: Headers, move: object, id = ticketId) =>
  world.ask(who, 'POST /api/v1/tickets/:id/moves', { params: { id }, body: { move } })

beforeAll(async () => {
  world = await makeWorld()
  await mailboxOn(world.home, { sends: true })
  ada = await world.signIn('requester')
  const opened = await made.ticket(world)
  ticketId = opened.id
  number = opened.number
  const tess = await world.signIn('tier1')
  const jan = await world.signIn('tier2')
  const lies = await world.signIn('lead')
  const file = await world.ask(tess, 'POST /api/v1/files', {
    upload: { name: `${canary}.txt`, bytes: Buffer.from('x') },
  })
  const files = [file.body.id as string]
  const waiver = { reason: secret('waiver') }
  const moves: readonly (readonly [Headers, object])[] = [
    [tess, { move: 'claim' }],
    [tess, { move: 'note', text: secret('note'), files }],
    [tess, { move: 'reply', text: 'Hello Ada' }],
    [tess, { move: 'tag', add: [canary] }],
    [tess, { move: 'add-evidence', evidence: [{ key: 'error-text', value: secret('evidence'), files }] }],
    [tess, { move: 'reprioritise', impact: 'high', urgency: 'high', reason: secret('priority') }],
    [tess, { move: 'warn-lead', reason: secret('warning') }],
    [tess, { move: 'wait-until', until: '2026-11-24T09:00:00.000Z', reason: secret('waiting') }],
    [tess, { move: 'resume' }],
    [lies, { move: 'escalate', asked: secret('asked'), waiver }],
    [jan, { move: 'send-back', reason: secret('sent back') }],
    [lies, { move: 'escalate', asked: secret('asked again'), waiver }],
    [jan, { move: 'accept' }],
    [
      jan,
      {
        move: 'diagnose',
        rootCause: secret('root cause'),
        solution: secret('solution'),
        wordingForRequester: 'Please try again',
        knownIssue: { kind: 'create', title: secret('known issue') },
      },
    ],
    [tess, { move: 'take-note' }],
    [tess, { move: 'ask-diagnoser', text: secret('question') }],
    [tess, { move: 'contact', channel: 'phone', outcome: 'not-reached', text: secret('contact') }],
    [tess, { move: 'contact', channel: 'phone', outcome: 'applied', text: secret('contact') }],
  ]
  for (const [who, move] of moves) {
    const answer = await at(who, move)
    if (answer.status !== 200) throw new Error(`${JSON.stringify(move)}: ${answer.text}`)
  }
  const [issue] = knownIssues()
  const check = {
    issueId: issue?.id,
    check: 0,
    words: issue?.checks.en[0],
    state: 'found',
    note: `${canary} check`,
  }
  const ticked = await world.ask(tess, 'POST /api/v1/triage/tickets/:id/checks', {
    params: { id: ticketId },
    body: check,
  })
  if (ticked.status !== 204) throw new Error(ticked.text)
  const events = await world.platform.owner.query<{ last: number }>(
    'select max(number)::int as last from ticket_events where ticket_id = $1',
    [ticketId],
  )
  const payload = { orgId: world.home.orgId, ticketId, from: 1, to: events.rows[0]?.last } as never
  await work.jobs['tickets.notify']?.(world.platform, payload, { isLast: true })
})
afterAll(() => world.close())

describe('what is written for colleagues', () => {
  test('is really there, and they can read it', async () => {
    const { text } = await world.ask(await world.signIn('tier1'), 'GET /api/v1/tickets/:id', {
      params: { id: ticketId },
    })
    expect(text.match(/kanarie [a-z ]+ \d+/g)?.length).toBeGreaterThanOrEqual(written - 2)
  })

  test('stands in no answer to its requester, to any question without an id', async () => {
    const lists = Object.keys(allRows).filter(
      (route) => route.startsWith('GET /api/v1/') && !/:|\/live$/.test(route),
    )
    expect(lists.length).toBeGreaterThan(15)
    for (const route of lists) expect((await world.ask(ada, route)).text).not.toContain(canary)
  })

  test.each(['', 'requester'])('stands not in the ticket as its requester gets it (as %j)', async (as) => {
    const query: Record<string, string> = as === '' ? {} : { as }
    const answers = [
      await world.ask(ada, 'GET /api/v1/tickets/:id', { params: { id: ticketId }, query }),
      await world.ask(ada, 'GET /api/v1/tickets/numbered/:number', { params: { number }, query }),
      await at(ada, { move: 'answer', text: 'Thank you' }),
    ]
    for (const { status, text } of answers) {
      expect(status).toBe(200)
      expect(text).toContain('Please try again')
      expect(text).not.toContain(canary)
    }
  })

  test('stands in no first aid, and what triage knows is for colleagues alone', async () => {
    for (const text of [`${canary} known issue`, `${canary} root cause`, 'It stops 0x80180001']) {
      const aid = await world.ask(ada, 'POST /api/v1/portal/first-aid', { body: { text, language: 'en' } })
      expect(aid.status).toBe(200)
      expect(aid.text).not.toContain(canary)
    }
    for (const route of ['GET /api/v1/triage/tickets/:id', 'GET /api/v1/tickets/:id/evidence-found'] as const) {
      expect((await world.ask(ada, route, { params: { id: ticketId } })).status).toBe(403)
      const theirs = await world.ask(await world.signIn('tier1'), route, { params: { id: ticketId } })
      expect(theirs.text).toContain(canary)
    }
  })

  test('is not shown by a link from a mail', async () => {
    const token = await made.portalToken(world, ticketId)
    const visit = await world.ask({}, 'POST /api/v1/portal/visits', { body: { token } })
    expect(visit.text).toContain('Please try again')
    expect(visit.text).not.toContain(canary)
  })

  test('is not found by the search of its requester, whereas theirs is', async () => {
    const find = async (words: string) =>
      (await world.ask(ada, 'GET /api/v1/tickets', { query: { words, state: 'all' } })).body.total.count
    expect(await find('Hello')).toBe(1)
    for (const words of [canary, 'evidence', 'waiver', '"root cause"']) expect(await find(words)).toBe(0)
    const filtered = { state: 'all', assignee: world.home.people.tess.id }
    expect((await world.ask(ada, 'GET /api/v1/tickets', { query: filtered })).text).not.toContain(canary)
  })

  test('is in no mail to its requester', async () => {
    const mails = await outboxPayloads<MailToSend>(world.platform)
    const hers = mails.filter(
      (mail) => mail.ticketId === ticketId && mail.to.address === world.home.people.ada.email,
    )
    expect(hers.length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(hers)).not.toContain(canary)
    expect(JSON.stringify(hers)).toContain('Hello Ada')
  })

  test('is on no live stream, and requesters hear only of their own tickets', async () => {
    const { rows } = await world.platform.owner.query<{ all: string; forAda: boolean; topic: string }>(
      `select l::text as all, topic, coalesce((audience->'persons') ? $1, false) as "forAda" from live_events l where subject = $2`,
      [world.home.people.ada.id, ticketId],
    )
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ all }) => all.includes(canary))).toEqual([])
    expect(rows.filter(({ forAda, topic }) => forAda !== (topic === 'my-ticket'))).toEqual([])
  })

  test('is kept from its requester in every refusal', async () => {
    for (const move of [{ move: 'claim' }, { move: 'note', text: 'x' }, { move: 'escalate', asked: 'x' }]) {
      const stale = await world.ask(ada, 'POST /api/v1/tickets/:id/moves', {
        params: { id: ticketId },
        body: { version: 1, move },
      })
      expect(stale.status).toBeGreaterThanOrEqual(400)
      expect(stale.text).not.toContain(canary)
    }
  })
})

describe('a stale move of a requester', () => {
  test('is told of what they may read since then, and of nothing else', async () => {
    const { id } = await made.ticket(world, { by: 'bob' })
    const bob = await world.signIn('otherRequester')
    const tess = await world.signIn('tier1')
    await at(tess, { move: 'claim' }, id)
    await at(tess, { move: 'note', text: 'For us' }, id)
    await at(tess, { move: 'reply', text: 'For you' }, id)
    const stale = await world.ask(bob, 'POST /api/v1/tickets/:id/moves', {
      params: { id },
      body: { version: 1, move: { move: 'confirm' } },
    })
    expect(stale.body.code).toBe('ticket-moved-on')
    expect(JSON.stringify(stale.body)).not.toContain('noted')
    expect(JSON.stringify(stale.body)).not.toContain('assigned')
    expect(JSON.stringify(stale.body)).toContain('replied')
  })
})
