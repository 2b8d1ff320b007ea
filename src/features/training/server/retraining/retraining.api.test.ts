import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { importedDraft, publishedPlan } from '#features/plan/server/actions.ts'
import { takeDraft } from '#features/plan/server/drafts.ts'
import { planJobs } from '#features/plan/server/listeners.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { actorOf } from '#features/people/server/actions.ts'
import type { Question } from '../../domain/test/question.ts'
import { type TrainingDesk, trainingDesk } from '../../../../../tests/support/training-desk.ts'
import { newestNotices } from '#features/notices/server/store/notices.ts'
import { bellsOf } from '../../../../../tests/support/bells.ts'
import { trainingJobs } from '../jobs.ts'
import { trainingNotices } from './notices.ts'
import { retrainingListener } from './ask.ts'

/** The plan changes under people who are at work: they learn what changed, with time for it, and nobody is surprised. */

let desk: TrainingDesk
beforeAll(async () => {
  desk = await trainingDesk({
    change: (plan) => {
      plan.training.lineage.retrainOn = ['evidence', 'process']
      plan.training.lineage.retrainWithinDays = 30
      return plan
    },
  })
})
afterAll(() => desk.close())

type Name = keyof TrainingDesk['people']
const id = (name: Name) => desk.people[name].id
const days = (count: number) => desk.platform.clock.advance({ minutes: count * 24 * 60 })

/** Drafts, previews and publishes; the listeners hear of it as from the job runner. */
async function publishes(change: (plan: SupportPlan) => void, { preview = false } = {}) {
  const revision = await desk.within(async (tx) => {
    const plan = structuredClone((await publishedPlan(tx))?.document)
    if (!plan) throw new Error('No plan')
    change(plan)
    return (await importedDraft(tx, plan, { replace: true })).revision
  })
  const seen = preview ? (await desk.call('pia', 'GET', '/retraining/preview')).body : null
  await desk.within(async (tx) => {
    await takeDraft(tx)
    await publishDraft(tx, id('pia'), revision, 'It works better')
  })
  const { rows } = await desk.platform.owner.query<{ payload: never }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'plan.published' order by j.id`,
  )
  const tell = planJobs([retrainingListener])['plan.published']
  // All of them again: each version is looked at once.
  for (const { payload } of rows) await tell?.(desk.platform, payload, { isLast: false })
  return seen
}

async function dayPasses(): Promise<void> {
  const job = trainingJobs['training.retraining']
  await job?.(desk.platform, {} as never, { isLast: false })
}

const mailsTo = async (name: Name, about: RegExp) =>
  (await desk.mails()).filter(({ to, subject }) => to === desk.people[name].email && about.test(subject)).length
const bells = () => bellsOf({ platform: desk.platform, desk }, 'training')
const mine = async (name: Name) => (await desk.call(name, 'GET', '/retraining')).body

async function answers(name: Name, dutyId: string, share = 1) {
  const begun = await desk.call(name, 'POST', `/retraining/${dutyId}/test`)
  expect([begun.status, begun.body.item]).toEqual([200, 'support-plan'])
  const { rows } = await desk.platform.owner.query<{ questions: readonly Question[] }>(
    'select questions from training_attempts where id = $1',
    [begun.body.id],
  )
  const questions = rows[0]?.questions ?? []
  const right = Math.round(questions.length * share)
  const given = questions.map(({ key, options }, index) => [
    key,
    options.filter((option) => option.right === index < right).map((option) => option.key),
  ])
  return desk.call(name, 'POST', `/tests/${begun.body.id}/answers`, { answers: Object.fromEntries(given) })
}

const worksIn = async (name: Name, tier: number) => {
  const actor = await desk.within((tx) => actorOf(tx, id(name)))
  const at = desk.platform.clock.now()
  return actor.certifications.some(
    (one) => one.tier === tier && one.from <= at && (one.until === null || at < one.until),
  )
}

describe('a new version of the plan', () => {
  test('says beforehand whom it will ask, and then asks those, once, with a mail to them and their lead', async () => {
    const seen = await publishes((plan) => void plan.process.edges[0]?.evidence.pop(), { preview: true })
    // Tess, Tom and Lies in tier 1; Jan and Leo in tier 2. Uma works in no tier: nobody trained her.
    expect(seen).toMatchObject({ people: 5, withinDays: 30 })
    expect(seen.items.map((one: { tier: number; people: unknown[] }) => [one.tier, one.people.length])).toEqual([
      [1, 3],
      [2, 2],
    ])
    const { mine: own } = await mine('tess')
    expect(own).toHaveLength(1)
    const asked = ['Jan', 'Leo', 'Lies', 'Tess', 'Tom'].map((name) => `${name}: retraining.asked`)
    expect(await bells()).toEqual(asked)
    const reader = { personId: id('tess'), roles: ['agent'], language: 'nl' as const }
    const bell = await desk.within(async (tx) => trainingNotices(tx, reader, await newestNotices(tx, id('tess'))))
    expect([...bell.values()]).toMatchObject([{ link: `/training/retraining/${own[0].id}`, values: { tier: 1 } }])
    expect(own[0]).toMatchObject({ tier: 1, kinds: ['evidence'], planVersion: 2, item: { key: 'support-plan' } })
    expect((await mine('mira')).mine).toEqual([])
    expect((await mine('uma')).mine).toEqual([])
    expect(await mailsTo('tess', /Opnieuw trainen/)).toBe(1)
    expect(await mailsTo('lies', /Tess traint opnieuw/)).toBe(1)
    expect(await mailsTo('ada', /./)).toBe(0)
  })

  test('shows what changed and the pages that treat it, to the person and their lead alone', async () => {
    const [duty] = (await mine('tess')).mine
    const { body } = await desk.call('tess', 'GET', `/retraining/${duty.id}`)
    expect(body.changes).toHaveLength(1)
    expect(body.changes[0].en).toMatch(/\w/)
    expect(body.changes[0].nl).not.toBe(body.changes[0].en)
    expect(body.pages.length).toBeGreaterThan(0)
    expect((await desk.call('lies', 'GET', `/retraining/${duty.id}`)).body).toMatchObject({ mine: false })
    expect((await desk.call('tom', 'GET', `/retraining/${duty.id}`)).status).toBe(404)
    expect((await desk.call('leo', 'GET', `/retraining/${duty.id}`)).status).toBe(404)
    expect((await desk.call('lies', 'POST', `/retraining/${duty.id}/test`)).status).toBe(404)
    expect((await desk.call('ada', 'GET', `/retraining/${duty.id}`)).status).toBe(403)
  })

  test('is done with a few questions on the one item; failing costs a quarter of an hour', async () => {
    const [duty] = (await mine('tess')).mine
    const failed = await answers('tess', duty.id, 0)
    expect(failed.body.result).toMatchObject({ passed: false })
    const soon = await desk.call('tess', 'POST', `/retraining/${duty.id}/test`)
    expect(soon.body.code).toBe('test-rests')
    desk.platform.clock.advance({ minutes: 16 })
    expect((await answers('tess', duty.id)).body.result).toMatchObject({ passed: true })
    const after = await mine('tess')
    expect([after.mine, after.done.length]).toEqual([[], 1])
    expect(await worksIn('tess', 1)).toBe(true)
    expect((await desk.call('tess', 'POST', `/retraining/${duty.id}/test`)).body.code).toBe('retraining-done')
  })
})

describe('whoever does not do it', () => {
  test('hears of it two weeks and three days ahead, and works until then', async () => {
    days(10)
    await dayPasses()
    expect(await mailsTo('tom', /Nog te doen/)).toBe(0)
    days(7)
    await dayPasses()
    await dayPasses()
    expect(await mailsTo('tom', /Nog te doen/)).toBe(1)
    expect(await mailsTo('lies', /Tom moet nog/)).toBe(1)
    days(10)
    await dayPasses()
    expect(await mailsTo('tom', /Nog te doen/)).toBe(2)
    expect(await worksIn('tom', 1)).toBe(true)
  })

  test('is suspended once it is overdue, sees what mends it, and the lead sees it too', async () => {
    days(4)
    await dayPasses()
    expect(await worksIn('tom', 1)).toBe(false)
    expect(await worksIn('tess', 1)).toBe(true)
    expect(await mailsTo('tom', /opgeschort/)).toBe(1)
    expect((await bells()).filter((one) => one.startsWith('Tom'))).toEqual(['Tom: retraining.suspended'])
    await dayPasses()
    expect(await mailsTo('tom', /opgeschort/)).toBe(1)
    const { body } = await desk.call('tom', 'GET', '/mending/1')
    expect(body.retraining[0]).toMatchObject({ tier: 1, suspendedAt: expect.any(String) as string })
    expect(body.courses[0]).toMatchObject({ key: 'tier-1' })
    const { team } = await mine('lies')
    expect(team.map((one: { person: { name: string } }) => one.person.name)).toContain('Tom')
  })

  test('works again as soon as it is done, for as long as before', async () => {
    const [duty] = (await mine('tom')).mine
    expect((await answers('tom', duty.id)).body.result).toMatchObject({ passed: true })
    expect(await worksIn('tom', 1)).toBe(true)
    expect(await mailsTo('tom', /geldt weer/)).toBe(1)
    expect((await mine('tom')).mine).toEqual([])
    expect((await bells()).filter((one) => one.startsWith('Tom'))).toEqual([])
  })

  test('is asked once more by a later version, with no more time for what was asked before', async () => {
    const before = (await mine('jan')).mine[0]
    await publishes((plan) => void (plan.process.bounceCap += 1))
    const after = (await mine('jan')).mine
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ planVersion: 3, kinds: ['process', 'evidence'] })
    expect(after[0].suspendedAt).toBe(before.suspendedAt)
    expect((await bells()).filter((one) => one.startsWith('Jan'))).toEqual(['Jan: retraining.asked'])
  })
})

test('a requester has nothing to do with it', async () => {
  for (const url of ['/retraining', '/retraining/preview', '/mending/1'])
    expect((await desk.call('ada', 'GET', url)).status).toBe(403)
})
