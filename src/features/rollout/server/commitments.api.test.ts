import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMailbox } from '#features/mailboxes/server/actions.ts'
import type { MailToSend } from '#integrations/mail/mail-to-send.ts'
import { newId } from '#platform/database/id.ts'
import { makeWorld, type Ask, type World } from '../../../../tests/security/world.ts'
import { fileOn } from '../../../../tests/security/fixtures.ts'
import { bellsOf } from '../../../../tests/support/bells.ts'
import { outboxPayloads } from '../../../../tests/support/outbox.ts'
import type { PersonName } from '../../../../tests/support/test-desk.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { remindOfCommitments } from './commitment-reminders.ts'
import { commitmentsMet } from './commitments-met.ts'

/** The desk opens on 23 November 2026, when the pilot begins: what was due before it is overdue. */
let world: World

beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

async function call(who: PersonName, route: string, ask: Ask = {}) {
  const signIn = await world.signInAs(world.home, world.home.people[who].id)
  return world.ask({ ...signIn, 'idempotency-key': newId() }, route, ask)
}

async function one(key: string, who: PersonName = 'pia') {
  const { body } = await call(who, 'GET /api/v1/rollout/commitments/:key', { params: { key } })
  return body as { commitment: { version: number; state: string; moves: object }; changes: { what: string }[] }
}

async function move(who: PersonName, key: string, given: object, version?: number) {
  const seen = version ?? (await one(key)).commitment.version
  return call(who, 'POST /api/v1/rollout/commitments/:key/moves', {
    params: { key },
    body: { version: seen, move: given },
  })
}

const met = (phase: string) =>
  world.home.within(async (tx) => {
    const plan = await publishedPlan(tx)
    if (!plan) throw new Error('no plan')
    return commitmentsMet(tx, plan.document, phase)
  })

describe('commitments', () => {
  test('are those of the published plan, against its phases', async () => {
    const { status, body } = await call('tess', 'GET /api/v1/rollout/commitments')
    expect(status).toBe(200)
    expect(
      body.phases.map(({ key, met: have, of }: { key: string; met: number; of: number }) => [key, have, of]),
    ).toEqual([
      ['pilot', 0, 2],
      ['first-production', 0, 4],
      ['full-production', 0, 5],
    ])
    expect(body.commitments[0]).toMatchObject({ key: 'plan-review', standing: 'overdue', owner: null, version: 0 })
  })

  test('go from nobody to met by their owner, with evidence, and every step is kept', async () => {
    const { home } = world
    expect((await move('tess', 'plan-review', { move: 'begin' })).body.code).toBe('not-your-commitment')
    expect((await move('lies', 'plan-review', { move: 'own', ownerId: home.people.jan.id })).body.code).toBe(
      'owner-not-in-team',
    )
    expect((await move('lies', 'plan-review', { move: 'own', ownerId: home.people.tess.id })).body).toMatchObject({
      owner: { name: 'Tess' },
      version: 2,
    })
    expect((await move('tess', 'plan-review', { move: 'begin' })).body).toMatchObject({ state: 'in-progress' })
    expect((await move('tess', 'plan-review', { move: 'meet' })).body.code).toBe('commitment-evidence-missing')
    const file = await fileOn(world, home, home.people.tess.id)
    const given = {
      move: 'meet',
      shown: 'Commentaar verwerkt',
      link: 'https://intranet.example/plan',
      files: [file],
    }
    expect((await move('tess', 'plan-review', given)).body).toMatchObject({
      state: 'met',
      standing: 'met',
      files: [{ id: file }],
    })
    expect((await one('plan-review')).changes.map(({ what }) => what)).toEqual(['met', 'begun', 'owner'])
    expect(await met('pilot')).toMatchObject({ met: 1, of: 2, percent: 50, lacking: [{ key: 'test-enrollment' }] })
  })

  test('show their files to staff, and to nobody else', async () => {
    const { home } = world
    const file = await fileOn(world, home, home.people.lies.id)
    await move('lies', 'own-devices', { move: 'show', shown: 'Lijst', files: [file] })
    const get = (who: PersonName) => call(who, 'GET /api/v1/files/:id', { params: { id: file } })
    expect((await get('jan')).status).toBe(200)
    expect((await get('ada')).status).toBe(404)
  })

  test('take no file of somebody else as evidence', async () => {
    const { home } = world
    const file = await fileOn(world, home, home.people.ada.id)
    const answer = await move('lies', 'own-devices', { move: 'show', shown: 'x', files: [file] })
    expect(answer).toMatchObject({ status: 409, body: { code: 'unknown-file' } })
  })

  test('are waived by the plan owner with a reason, and opened again', async () => {
    const waive = { move: 'waive', reason: 'De pilot is al geweest' }
    expect((await move('lies', 'trained', waive)).body.code).toBe('waived-by-plan-owner')
    expect((await move('pia', 'trained', waive)).body).toMatchObject({ state: 'waived', reason: waive.reason })
    expect(await met('full-production')).toMatchObject({ of: 4 })
    expect((await move('pia', 'trained', { move: 'reopen', reason: 'Toch nodig' })).body).toMatchObject({
      state: 'in-progress',
      reason: null,
    })
  })

  test('that moved on since one looked refuse, and stay as they are', async () => {
    const before = (await one('known-issues')).commitment.version
    await move('max', 'known-issues', { move: 'begin' })
    expect(await move('mira', 'known-issues', { move: 'begin' }, before)).toMatchObject({
      status: 409,
      body: { code: 'commitment-moved-on' },
    })
  })

  test('fifty people who begin the same at once: one does', async () => {
    const { home } = world
    const signIn = await world.signInAs(home, home.people.leo.id)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        world.ask({ ...signIn, 'idempotency-key': newId() }, 'POST /api/v1/rollout/commitments/:key/moves', {
          params: { key: 'test-enrollment' },
          body: { version: 0, move: { move: 'begin' } },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49)
  })

  test('can be added beside the plan; a ready one knows its kind', async () => {
    const added = {
      kind: 'design-workshop',
      what: { nl: 'Support doet mee', en: 'Support takes part' },
      evidence: { nl: 'Verslag', en: 'Report' },
      team: 'servicedesk',
      beforePhase: 'full-production',
      due: '2026-12-20',
    }
    const post = (who: PersonName, body: object) => call(who, 'POST /api/v1/rollout/commitments', { body })
    expect((await post('lies', added)).status).toBe(403)
    expect((await post('pia', { ...added, beforePhase: 'no-such' })).body.errors).toMatchObject([
      { field: 'beforePhase' },
    ])
    expect((await post('pia', added)).body).toMatchObject({ key: 'design-workshop-2', inPlan: false, owner: null })
    expect((await post('pia', added)).body).toMatchObject({ key: 'design-workshop-3' })
    expect((await move('pia', 'design-workshop-3', { move: 'due', due: '2026-12-22' })).body).toMatchObject({
      due: '2026-12-22',
    })
    expect((await move('pia', 'known-issues', { move: 'due', due: '2026-12-22' })).body.code).toBe(
      'due-is-in-the-plan',
    )
  })
})

describe("support's own experience", () => {
  const log = (who: PersonName, platform: string, body: object) =>
    call(who, 'PUT /api/v1/rollout/pilot/devices/:platform', { params: { platform }, body })
  const good = { outcome: 'enrolled', triedOn: '2026-11-20' }

  test('is logged by each for themselves, and counts for their tier', async () => {
    expect((await log('tess', 'ios', good)).status).toBe(200)
    const { body } = await log('tess', 'windows', good)
    expect(body.tiers[0]).toMatchObject({ tier: 1, any: { have: 1, of: 4 } })
    expect(body.tiers[0].perPlatform[0]).toEqual({ platform: 'ios', have: 1, of: 4 })
    expect(body.tiers[0].without.map(({ name }: { name: string }) => name)).toEqual(['Lies', 'Tom', 'Uma'])
  })

  test('says what went wrong, which becomes a ticket once', async () => {
    expect((await log('tom', 'ios', { ...good, outcome: 'not-enrolled' })).body.code).toBe('trouble-missing')
    const trouble = 'Foutcode 0x80180013 bij het aanmelden'
    await log('tom', 'ios', { ...good, outcome: 'not-enrolled', trouble, candidate: true })
    const open = () =>
      call('tom', 'POST /api/v1/rollout/pilot/devices/:platform/ticket', { params: { platform: 'ios' } })
    const { body } = await open()
    expect(body.troubles[0]).toMatchObject({
      trouble,
      candidate: true,
      ticketNumber: expect.any(Number) as number,
    })
    expect((await open()).body.code).toBe('ticket-open-already')
    const { ticketNumber } = body.troubles[0]
    const ticket = await call('tess', 'GET /api/v1/tickets/numbered/:number', { params: { number: ticketNumber } })
    expect(ticket.body).toMatchObject({ ticket: { platform: 'ios', requesterId: world.home.people.tom.id } })
  })

  test('of the whole team proves its commitment by itself', async () => {
    const bare = { move: 'meet' }
    expect((await move('lies', 'own-devices', { move: 'meet', shown: '', files: [] })).body.code).toBe(
      'commitment-evidence-missing',
    )
    await log('tom', 'ios', good)
    await log('lies', 'android', good)
    await log('uma', 'macos', good)
    expect((await one('own-devices')).commitment).toMatchObject({ figure: { have: 4, of: 4, complete: true } })
    expect((await move('lies', 'own-devices', bare)).body).toMatchObject({ state: 'met' })
  })

  test('has a checklist per platform; a case of another platform is not there', async () => {
    const put = (key: string, body: object) =>
      call('jan', 'PUT /api/v1/rollout/pilot/cases/:platform/:key', { params: { platform: 'ios', key }, body })
    expect((await put('web-access', { result: 'passed' })).status).toBe(404)
    expect((await put('enroll', { result: 'failed', words: 'Stap 3 klopt niet' })).body.failed).toMatchObject([
      { person: { name: 'Jan' }, key: 'enroll', words: 'Stap 3 klopt niet' },
    ])
    expect((await put('enroll', { result: null })).body.failed).toEqual([])
  })
})

describe('reminders', () => {
  const bells = () => bellsOf({ platform: world.platform, desk: world.home }, 'rollout')
  const mails = async () =>
    (await outboxPayloads<MailToSend>(world.platform)).map(({ to, subject }) => `${to.name}: ${subject}`)
  const runs = async (at: string) => {
    world.platform.clock.set(at)
    const before = (await mails()).length
    await Promise.all([remindOfCommitments(world.platform), remindOfCommitments(world.platform)])
    await remindOfCommitments(world.platform)
    return (await mails()).slice(before).toSorted()
  }

  test('go to the owner, then also to the lead, in their language, and never twice', async () => {
    const { home, platform } = world
    const smtp = { host: '127.0.0.1', port: 25, security: 'none' as const, allowPrivate: true, user: null }
    await addMailbox(platform, home.orgId, {
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
    const others = (await one('known-issues')).commitment.version
    await move('max', 'known-issues', { move: 'own', ownerId: home.people.mira.id }, others)
    await platform.owner.query(`update persons set language = 'en' where id = $1`, [home.people.mira.id])
    for (const key of ['trained', 'test-enrollment', 'design-workshop-2', 'design-workshop-3'])
      await move('pia', key, { move: 'waive', reason: 'Niet in deze test' })

    expect(await runs('2026-11-19T03:00:00.000Z')).toEqual([])
    expect(await runs('2026-11-20T09:00:00.000Z')).toEqual([
      'Mira: Due on Friday, 4 December 2026: Findings from the pilot are recorded as known issues',
    ])
    expect(await runs('2026-11-24T09:00:00.000Z')).toEqual([])
    expect(await runs('2026-11-27T09:00:00.000Z')).toHaveLength(1)
    expect(await bells()).toEqual(['Mira: commitment.coming'])
    expect((await runs('2026-12-03T09:00:00.000Z')).map((line) => line.split(':')[0])).toEqual(['Max', 'Mira'])
    expect(await bells()).toEqual(['Max: commitment.coming', 'Mira: commitment.coming'])
    expect((await runs('2026-12-06T09:00:00.000Z'))[0]).toMatch(/^Max: Te laat sinds vrijdag 4 december 2026/)
    expect(await bells()).toEqual(['Max: commitment.overdue', 'Mira: commitment.overdue'])
    expect(await runs('2027-02-01T09:00:00.000Z')).toEqual([])
    const { body } = await call('max', 'GET /api/v1/notices')
    const ours = [...body.asks, ...body.news].filter(({ teller }: { teller: string }) => teller === 'rollout')
    expect(ours).toMatchObject([{ kind: 'commitment.overdue', link: '/rollout/commitments/known-issues' }])
  })

  test('leave out what is done', async () => {
    await move('mira', 'known-issues', { move: 'meet', shown: 'Gedaan' })
    expect(await bells()).toEqual([])
    expect(await runs('2026-12-04T09:00:00.000Z')).toEqual([])
  })
})
