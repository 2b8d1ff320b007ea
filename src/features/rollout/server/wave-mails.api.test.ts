import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMailbox } from '#features/mailboxes/server/actions.ts'
import { mailDeliverer } from '#features/mailboxes/server/deliver.ts'
import { createSenders } from '#features/mailboxes/server/senders.ts'
import { suppress } from '#features/mailboxes/server/store/answers.ts'
import { addPerson } from '#features/people/server/persons.ts'
import { takeDraft } from '#features/plan/server/drafts.ts'
import { beginDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { saveDocument } from '#features/plan/server/store.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { newId } from '#platform/database/id.ts'
import { deliverJob } from '#platform/outbox/deliver.ts'
import { makeWorld, type Ask, type World } from '../../../../tests/security/world.ts'
import { type MailServer, mailServer } from '../../../../tests/support/mail-server.ts'
import type { PersonName } from '../../../../tests/support/test-desk.ts'
import type { WaveMailView, WaveMails } from '../contract/communication.ts'
import { readyMail } from '../domain/mails/ready/ready-mail.ts'
import { mostOnTheirWay, sendWaveMails } from './send-wave-mails.ts'

/** Wave 1 of the starter plan, whose pilot begins on Monday 23 November 2026: from 7 to 27 December. */
let world: World
let peer: MailServer
const senders = createSenders()
const deliver = deliverJob({ mail: mailDeliverer(senders) })

beforeAll(async () => {
  world = await makeWorld()
  peer = await mailServer()
  const smtp = { host: '127.0.0.1', port: peer.port, security: 'none' as const, allowPrivate: true, user: null }
  await addMailbox(world.platform, world.home.orgId, {
    ...{
      address: 'helpdesk@contoso.example',
      name: 'Helpdesk',
      enabled: true,
      receives: 'smtp',
      imap: null,
      smtp,
    },
    ...{ unknownSenders: 'open', subAddresses: false },
  })
})
afterAll(async () => {
  await senders.close()
  await peer.close()
  await world.close()
})
beforeEach(() => world.platform.clock.set('2026-11-23T09:00:00.000Z'))

async function call(who: PersonName, route: string, ask: Ask = {}) {
  const signIn = await world.signInAs(world.home, world.home.people[who].id)
  return world.ask({ ...signIn, 'idempotency-key': newId() }, `${route}`, ask)
}
const base = '/api/v1/rollout/waves/:key/mails/:kind'
const at = (wave: string, kind: string, rest: Ask = {}): Ask => ({ params: { key: wave, kind }, ...rest })

async function mails(wave: string): Promise<WaveMails> {
  return (await call('pia', 'GET /api/v1/rollout/waves/:key/mails', { params: { key: wave } })).body
}
async function mail(wave: string, kind: string): Promise<WaveMailView> {
  const found = (await mails(wave)).mails.find((one) => one.kind === kind)
  if (!found) throw new Error(`no mail ${kind}`)
  return found
}
async function approve(wave: string, kind: string) {
  const { version } = await mail(wave, kind)
  return call('pia', `POST ${base}/approval`, at(wave, kind, { body: { version } }))
}
async function write(wave: string, kind: string, change: (one: WaveMailView) => Partial<WaveMailView>) {
  const one = await mail(wave, kind)
  const { subject, body, timing, version } = { ...one, ...change(one) }
  return call('pia', `PUT ${base}`, at(wave, kind, { body: { subject, body, timing, version } }))
}

async function join(names: readonly string[], wave: string, language: 'nl' | 'en' = 'nl') {
  await world.home.within(async (tx) => {
    for (const name of names) {
      const email = `${name.toLowerCase()}@contoso.example`
      await addPerson(tx, 'tierwise', { name, email, roles: ['requester'], language, groups: [wave] })
    }
  })
}

/** Runs the job at a moment, on two nodes at once, and brings what it put out to the mail server. */
async function sends(moment: string) {
  world.platform.clock.set(moment)
  const before = peer.received.length
  await Promise.all([sendWaveMails(world.platform), sendWaveMails(world.platform)])
  const { rows } = await world.platform.owner.query<{ id: string }>(
    `select id from outbox where org_id = $1 and state = 'waiting' order by id`,
    [world.home.orgId],
  )
  for (const { id } of rows) await deliver(world.platform, { orgId: world.home.orgId, id }).catch(() => undefined)
  return peer.received
    .slice(before)
    .map(({ to, mail: got }) => `${to.join()} ${got.subject}`)
    .toSorted()
}

async function publishes(change: (plan: SupportPlan) => SupportPlan) {
  const { home } = world
  await home.within(async (tx) => {
    await beginDraft(tx, home.people.pia.id, undefined)
    const draft = await takeDraft(tx)
    await saveDocument(tx, draft, change(draft.document), home.people.pia.id)
    await publishDraft(tx, home.people.pia.id, draft.revision + 1, 'The wave moves')
  })
}

function moved(plan: SupportPlan, key: string, starts: string, ends: string): SupportPlan {
  const phases = plan.involvement.phases.map((phase) => ({
    ...phase,
    waves: phase.waves.map((wave) => (wave.key === key ? { ...wave, starts, ends } : wave)),
  }))
  return { ...plan, involvement: { ...plan.involvement, phases } }
}

describe('the mails of a wave', () => {
  test('are there from the start, ready to be approved, at their moments', async () => {
    const { people, mails: four, wave, previous, next } = await mails('wave-1')
    expect([wave.key, previous?.key, next?.key, people]).toEqual(['wave-1', 'pilot', 'wave-2', 0])
    expect(four.map(({ kind, moment, origin, approved }) => [kind, moment, origin, approved])).toEqual([
      ['kick-off', '2026-11-23T09:00:00.000Z', 'ready', null],
      ['before', '2026-12-04T09:00:00.000Z', 'ready', null],
      ['enrollment', '2026-12-07T07:00:00.000Z', 'ready', null],
      ['after', '2026-12-28T09:00:00.000Z', 'ready', null],
    ])
    expect(four.every(({ problems }) => problems.length === 0)).toBe(true)
  })

  test('are written by who manages the rollout; staff read, requesters nothing', async () => {
    const read = (who: PersonName) =>
      call(who, 'GET /api/v1/rollout/waves/:key/mails', { params: { key: 'wave-1' } })
    expect([(await read('tess')).status, (await read('ada')).status]).toEqual([200, 403])
    expect((await read('tess')).body.mayWrite).toBe(false)
    expect(
      (await call('tess', `POST ${base}/approval`, at('wave-1', 'before', { body: { version: 0 } }))).status,
    ).toBe(403)
  })

  test('with a problem are not approved, and an approval is of exactly one text', async () => {
    await write('wave-3', 'before', ({ body }) => ({ body: { ...body, en: 'Hello {{nmae}}' } }))
    expect((await approve('wave-3', 'before')).body.code).toBe('mail-has-problems')
    await write('wave-3', 'before', () => ({ body: readyMail.before.body }))
    const { version } = await mail('wave-3', 'before')
    expect((await approve('wave-3', 'before')).status).toBe(200)
    expect(await mail('wave-3', 'before')).toMatchObject({ approved: { by: { name: 'Pia' } } })
    await write('wave-3', 'before', ({ body }) => ({ body: { ...body, nl: `${body.nl}\n\nPS` } }))
    expect((await mail('wave-3', 'before')).approved).toBeNull()
    expect(
      (await call('pia', `POST ${base}/approval`, at('wave-3', 'before', { body: { version } }))).body.code,
    ).toBe('mail-changed')
  })

  test('two people who write the same mail: the second is told', async () => {
    const { subject, body, timing, version } = await mail('wave-3', 'after')
    const put = () =>
      call('pia', `PUT ${base}`, at('wave-3', 'after', { body: { subject, body, timing, version } }))
    expect((await put()).status).toBe(200)
    expect((await put()).body.code).toBe('mail-changed')
  })
})

describe('mails to people', () => {
  test('go out by the approved text only, each in their own language, once', async () => {
    await join(['Anna', 'Bram'], 'wave-1')
    await join(['Cleo'], 'wave-1', 'en')
    expect(await sends('2026-11-23T09:00:00.000Z')).toEqual([])
    await approve('wave-1', 'kick-off')
    expect(await sends('2026-11-23T08:59:00.000Z')).toEqual([])
    expect(await sends('2026-11-23T09:00:00.000Z')).toEqual([
      `anna@contoso.example ${readyMail['kick-off'].subject.nl}`,
      `bram@contoso.example ${readyMail['kick-off'].subject.nl}`,
      `cleo@contoso.example ${readyMail['kick-off'].subject.en}`,
    ])
    expect(await sends('2026-11-23T09:01:00.000Z')).toEqual([])
    expect((await mail('wave-1', 'kick-off')).sends).toEqual({ sent: 3 })
  })

  test('say the days of the wave, who helps, and nothing that is left open', () => {
    const { mail: got } = peer.received.find(({ to }) => to.includes('cleo@contoso.example')) ?? { mail: null }
    expect(got?.text).toContain('Hello Cleo,')
    expect(got?.text).toContain('from Monday 7 December to Sunday 27 December')
    expect(got?.text).toContain('Report it at: http://desk.test/portal')
    expect(got?.text).toContain('helpdesk@contoso.example')
    expect(got?.text).not.toMatch(/\{\{|\}\}/)
    expect(got?.html).toContain('http://desk.test/portal')
  })

  test('reach whoever joins late as long as they make sense', async () => {
    await join(['Daan'], 'wave-1')
    expect(await sends('2026-11-25T09:00:00.000Z')).toEqual([
      `daan@contoso.example ${readyMail['kick-off'].subject.nl}`,
    ])
    await approve('wave-1', 'before')
    await approve('wave-1', 'enrollment')
    expect(await sends('2026-12-04T09:00:00.000Z')).toHaveLength(4)
    expect(await sends('2026-12-07T07:00:00.000Z')).toHaveLength(4)
    await join(['Eva'], 'wave-1')
    expect(await sends('2026-12-15T09:00:00.000Z')).toEqual([
      `eva@contoso.example ${readyMail.enrollment.subject.nl}`,
    ])
    await join(['Floor'], 'wave-1')
    expect(await sends('2026-12-28T08:00:00.000Z')).toEqual([])
  })

  test('are paused and go on, and nobody misses or doubles one', async () => {
    await approve('wave-1', 'after')
    const pause = (paused: boolean) =>
      call('pia', `POST ${base}/pause`, at('wave-1', 'after', { body: { paused } }))
    await pause(true)
    expect(await sends('2026-12-28T09:00:00.000Z')).toEqual([])
    await pause(false)
    expect(await sends('2026-12-29T09:00:00.000Z')).toHaveLength(6)
    expect(await sends('2026-12-30T09:00:00.000Z')).toEqual([])
  })

  test('of a wave that moves go at its new moments; who was told other days is counted', async () => {
    await join(['Gijs'], 'wave-2')
    await approve('wave-2', 'kick-off')
    expect((await mail('wave-2', 'kick-off')).moment).toBe('2026-12-14T09:00:00.000Z')
    expect(await sends('2026-12-14T09:00:00.000Z')).toHaveLength(1)
    await publishes((plan) => moved(plan, 'wave-2', '2027-01-11', '2027-01-17'))
    expect(await mail('wave-2', 'kick-off')).toMatchObject({
      moment: '2026-12-28T09:00:00.000Z',
      toldOtherDays: 1,
      sends: { sent: 1 },
    })
    await approve('wave-2', 'before')
    expect((await mail('wave-2', 'before')).moment).toBe('2027-01-08T09:00:00.000Z')
    expect(await sends('2027-01-08T08:59:00.000Z')).toEqual([])
    expect(await sends('2027-01-08T09:00:00.000Z')).toEqual([expect.stringContaining('maandag 11 januari')])
  })

  test('that do not arrive are shown with the reason; a suppressed address gets none', async () => {
    await join(['Hugo', 'Iris'], 'wave-2')
    await world.home.within((tx) =>
      suppress(tx, { address: 'iris@contoso.example', reason: 'bounced', answer: '550 gone' }),
    )
    peer.refuse({ code: 550, text: 'no such person' })
    await sends('2027-01-09T09:00:00.000Z')
    peer.refuse(null)
    const { body } = await call('tess', `GET ${base}`, at('wave-2', 'before'))
    expect(body.notReached).toMatchObject([
      { person: { name: 'Hugo' }, state: 'failed', reason: 'recipient-refused' },
      { person: { name: 'Iris' }, state: 'withheld', reason: 'suppressed' },
    ])
    expect((await mail('wave-2', 'before')).sends).toEqual({ sent: 1, failed: 1, withheld: 1 })
  })

  test('of a large wave go out bit by bit, so that other mail never waits behind all of them', async () => {
    const count = mostOnTheirWay + 30
    await join(
      Array.from({ length: count }, (_, index) => `Mens${String(index).padStart(3, '0')}`),
      'pilot',
    )
    await approve('pilot', 'enrollment')
    world.platform.clock.set('2026-11-23T09:00:00.000Z')
    const waiting = async () => (await mail('pilot', 'enrollment')).sends
    await Promise.all([sendWaveMails(world.platform), sendWaveMails(world.platform)])
    expect((await waiting()).waiting).toBeLessThanOrEqual(count)
    expect((await waiting()).waiting).toBeGreaterThanOrEqual(mostOnTheirWay)
    await sends('2026-11-23T09:01:00.000Z')
    await sends('2026-11-23T09:02:00.000Z')
    expect(await waiting()).toEqual({ sent: count })
    const pilots = peer.received.filter(({ to }) => to[0]?.startsWith('mens'))
    expect(new Set(pilots.map(({ to }) => to[0])).size).toBe(count)
    expect(pilots).toHaveLength(count)
  })
})

describe('before it goes', () => {
  test('it is looked at as somebody of the wave will get it, also before it is kept', async () => {
    const look = (body: object) => call('tess', `POST ${base}/preview`, at('wave-1', 'enrollment', { body }))
    const { body } = await look({ language: 'en' })
    expect(body).toMatchObject({ to: 'Anna', subject: readyMail.enrollment.subject.en, problems: [] })
    expect(body.html).toContain('1. Install the Intune Company Portal app from the App Store.')
    const text = { subject: { nl: 'S', en: 'S' }, body: { nl: 'Dag {{name}} <b>{{x}}</b>', en: 'x' } }
    const drafted = await look({ language: 'nl', text, personId: body.people[1].id })
    expect(drafted.body).toMatchObject({ to: 'Bram', problems: [{ code: 'unknown-placeholder', name: 'x' }] })
    expect(drafted.body.html).toContain('Dag Bram &lt;b&gt;{{x}}&lt;/b&gt;')
  })

  test('it is mailed to oneself, marked as a test', async () => {
    expect(
      (await call('pia', `POST ${base}/test`, at('wave-1', 'before', { body: { language: 'en' } }))).status,
    ).toBe(204)
    expect(await sends('2026-10-01T09:00:00.000Z')).toEqual([
      expect.stringMatching(/^pia@.* \[Test\] It is your turn/),
    ])
  })
})

describe('what a wave taught', () => {
  const lesson = {
    happened: 'Veel mensen hadden nog een oud toestel ingeschreven.',
    tell: {
      nl: 'Heb je nog een oud toestel? Haal dat eerst weg.',
      en: 'Do you still have an old device? Remove it first.',
    },
  }
  const put = (id: string, wave: string) =>
    call('pia', 'POST /api/v1/rollout/lessons/:id/uses', { params: { id }, body: { wave, kind: 'enrollment' } })

  test("changes the next wave's text, which starts from the text of the wave before it", async () => {
    await write('wave-1', 'enrollment', ({ body }) => ({ body: { ...body, nl: `Golf één.\n\n${body.nl}` } }))
    expect(await mail('wave-2', 'enrollment')).toMatchObject({ origin: 'previous', from: { key: 'wave-1' } })
    const written = await call('pia', 'POST /api/v1/rollout/waves/:key/lessons', {
      params: { key: 'wave-1' },
      body: lesson,
    })
    expect(written.status).toBe(201)
    const { id } = written.body.lessons[0]
    expect((await put(id, 'pilot')).body.code).toBe('lesson-of-a-later-wave')
    await approve('wave-2', 'enrollment')
    expect((await put(id, 'wave-2')).status).toBe(200)
    const after = await mail('wave-2', 'enrollment')
    expect(after).toMatchObject({ origin: 'own', approved: null })
    expect(after.body.nl).toMatch(/^Golf één\./)
    expect(after.body.nl).toContain(`${lesson.tell.nl}\n\n{{contact}}`)
    expect(after.body.en).toContain(lesson.tell.en)
    expect((await put(id, 'wave-2')).body.code).toBe('lesson-in-mail-already')
    expect((await mails('wave-2')).lessons[0]?.uses).toMatchObject([{ wave: 'wave-2', kind: 'enrollment' }])
    expect((await mail('wave-3', 'enrollment')).body.nl).toContain(lesson.tell.nl)
  })

  test('in one language is not put into a mail that goes out in two', async () => {
    const { body } = await call('pia', 'POST /api/v1/rollout/waves/:key/lessons', {
      params: { key: 'wave-1' },
      body: { ...lesson, tell: { ...lesson.tell, en: '' } },
    })
    const [{ id, version }] = body.lessons
    expect((await put(id, 'wave-2')).body.code).toBe('lesson-in-one-language')
    const change = () =>
      call('pia', 'PUT /api/v1/rollout/lessons/:id', { params: { id }, body: { ...lesson, version } })
    expect((await change()).body).toMatchObject({ tell: lesson.tell })
    expect((await change()).body.code).toBe('lesson-changed')
    expect((await call('pia', 'DELETE /api/v1/rollout/lessons/:id', { params: { id } })).status).toBe(204)
  })

  test('is begun anew from what Tierwise brings', async () => {
    const { version } = await mail('wave-2', 'enrollment')
    await call('pia', `POST ${base}/reset`, at('wave-2', 'enrollment', { body: { to: 'ready', version } }))
    expect((await mail('wave-2', 'enrollment')).body).toEqual(readyMail.enrollment.body)
  })
})
