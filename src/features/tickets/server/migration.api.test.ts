import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { publishedPlan } from '#features/plan/server/actions.ts'
import { beginDraft, saveDraft } from '#features/plan/server/drafts.ts'
import { publishDraft } from '#features/plan/server/publishing.ts'
import { findDraft } from '#features/plan/server/store.ts'
import { Conflict, Refused } from '#platform/errors.ts'
import { type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { replay } from '../domain/evolve.ts'
import { readTicket } from './actions.ts'
import { brokenLink } from './chain.ts'
import { listPage } from './lists.ts'
import { TicketListQuery } from '../contract/list.ts'
import { migrateTickets, openPerVersion, previewPage } from './migration.ts'
import { readChain } from './store/event-rows.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const blocked = { category: 'enrollment-blocked', platform: 'ios' }
const openFor = () => opened({ platform, desk }, 'ada', blocked)
const inForce = () =>
  desk.within(async (tx) => {
    const plan = await publishedPlan(tx)
    if (!plan) throw new Error('There is a plan')
    return plan
  })

/** Publishes the next version of the plan, and gives the version before and that one. */
async function publish(change: (plan: SupportPlan) => unknown): Promise<{ from: string; to: string }> {
  const before = await inForce()
  const { pia } = desk.people
  await desk.within(async (tx) => {
    const draft = await beginDraft(tx, pia.id, undefined)
    const document = structuredClone(draft.document)
    change(document)
    await saveDraft(tx, pia.id, draft.revision, document)
    const saved = await findDraft(tx)
    await publishDraft(tx, pia.id, saved?.revision ?? 0, 'Wave 2')
  })
  return { from: before.id, to: (await inForce()).id }
}

const preview = (versions: { from: string; to: string }) =>
  desk.within((tx) => previewPage(tx, { ...versions, after: 0, limit: 50 }))

const migrate = (versions: { from: string; to: string }, tickets: { id: string; version: number }[]) =>
  desk.within(async (tx) => migrateTickets(tx, await desk.as('lies'), { ...versions, tickets, reason: 'Wave 2' }))

const shorter = (plan: SupportPlan) => {
  for (const tier of plan.teams.tiers) tier.targets[2].workMinutes -= 5
}

describe('open tickets and the versions of the plan', () => {
  test('are counted by version, and the list shows the same', async () => {
    const { from, to } = await publish(shorter)
    const id = await openFor()
    const { versions } = await desk.within(openPerVersion)
    const open = versions.find((one) => one.planVersionId === to)?.open
    const page = await desk.within(async (tx) =>
      listPage(tx, await desk.as('tess'), TicketListQuery.parse({ planVersion: to })),
    )
    expect(page.tickets.map((ticket) => ticket.id)).toContain(id)
    expect(page.total.count).toBe(open)
    expect(from).not.toBe(to)
  })

  test('are moved as previewed: the row is what the events make, the chain holds, the next due moment is new', async () => {
    const id = await openFor()
    await moved({ platform, desk }, 'tess', id, { move: 'claim' })
    const versions = await publish(shorter)
    const told = (await preview(versions)).tickets.find((ticket) => ticket.id === id)
    expect(told?.obstacles).toEqual([])
    const work = told?.targets.find((one) => one.target === 'work')
    expect(Date.parse(work?.before?.dueAt ?? '') - Date.parse(work?.after?.dueAt ?? '')).toBe(5 * 60_000)
    expect(await migrate(versions, [{ id, version: told?.version ?? 0 }])).toEqual({ moved: 1 })
    const { ticket, events } = await desk.within(async (tx) => readTicket(tx, await desk.as('tess'), id))
    expect(ticket.planVersionId).toBe(versions.to)
    expect(replay(events)).toEqual(ticket)
    expect(brokenLink(await desk.within((tx) => readChain(tx, id)))).toBeNull()
    const { tickets } = await desk.within(async (tx) =>
      listPage(tx, await desk.as('tess'), TicketListQuery.parse({ planVersion: versions.to })),
    )
    expect(tickets.find((one) => one.id === id)?.dueAt).toBe(work?.after?.dueAt)
    expect((await preview(versions)).tickets.some((one) => one.id === id)).toBe(false)
  })

  test('all stay when one has moved on since it was previewed', async () => {
    const [one, other] = [await openFor(), await openFor()]
    const versions = await publish(shorter)
    const seen = (await preview(versions)).tickets.filter(({ id }) => id === one || id === other)
    await moved({ platform, desk }, 'tess', other, { move: 'claim' })
    const refused = migrate(versions, seen)
    await expect(refused).rejects.toBeInstanceOf(Conflict)
    await expect(refused).rejects.toMatchObject({ code: 'preview-is-stale' })
    const { ticket } = await desk.within(async (tx) => readTicket(tx, await desk.as('tess'), one))
    expect(ticket.planVersionId).toBe(versions.from)
  })

  test('that do not fit say why, and are refused', async () => {
    const id = await openFor()
    const versions = await publish((plan) => {
      plan.process.categories = plan.process.categories.filter((one) => one.key !== blocked.category)
      for (const { appliesTo } of plan.process.edges.flatMap((edge) => edge.evidence)) {
        appliesTo.categories = appliesTo.categories.filter((key) => key !== blocked.category)
      }
    })
    const told = (await preview(versions)).tickets.find((ticket) => ticket.id === id)
    expect(told?.obstacles).toEqual([{ what: 'category', category: blocked.category }])
    const refused = migrate(versions, [{ id, version: told?.version ?? 0 }])
    await expect(refused).rejects.toBeInstanceOf(Refused)
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'does-not-fit-plan' } })
  })

  test('go to the version in force only', async () => {
    const versions = await publish(shorter)
    await publish(shorter)
    await expect(preview(versions)).rejects.toMatchObject({ refusal: { code: 'plan-version-not-in-force' } })
  })
})
