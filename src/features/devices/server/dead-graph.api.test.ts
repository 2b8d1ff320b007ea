import { afterAll, beforeAll, expect, test } from 'vitest'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { opened } from '../../../../tests/support/ticket-work.ts'
import { readContext } from './read-context-job.ts'

/** A dead Graph costs the page of a ticket and its opening nothing: neither waits for it. */

let it: IntuneDesk
const times = 60

beforeAll(async () => {
  it = await intuneDesk()
  await it.simulator.control.addDevice({ person: 'ada@contoso.example' })
  await it.read('ada')
  await it.readOrganisation()
  // Nothing is measured while code is still being compiled.
  for (let turn = 0; turn < 30; turn += 1) await step()
})
afterAll(() => it.close())

async function step(): Promise<{ readonly page: number; readonly opening: number }> {
  const begun = performance.now()
  const ticketId = await opened({ platform: it.platform, desk: it.desk }, 'ada')
  const open = performance.now()
  await it.shown('ada', ticketId)
  return { opening: open - begun, page: performance.now() - open }
}

async function measure() {
  const taken: Awaited<ReturnType<typeof step>>[] = []
  for (let turn = 0; turn < times; turn += 1) taken.push(await step())
  const at = (of: 'page' | 'opening', share: number) =>
    taken.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(times * share)] ?? Infinity
  return {
    page: { half: at('page', 0.5), nearlyAll: at('page', 0.95) },
    opening: { half: at('opening', 0.5), nearlyAll: at('opening', 0.95) },
  }
}

test.each(['refuse', 'hang'] as const)(
  'while Microsoft is dead (%s) page and opening are as quick as ever',
  async (outage) => {
    it.later(15)
    const alive = await measure()
    await it.simulator.control.outage(outage)
    // What is under way meanwhile, as the worker would have it.
    const reading = readContext(it.platform, { orgId: it.desk.orgId, personId: it.desk.people.ada.id }, 4_000)
    it.later(15)
    const dead = await measure()
    await reading
    expect((await it.shown('ada')).context?.devices).toMatchObject({
      value: [{}],
      failed: { code: 'unreachable' },
    })
    await it.simulator.control.outage('none')
    // From the cache: the promise is 200 ms for nearly all, on a machine that has nothing else to do.
    expect(dead.page.nearlyAll).toBeLessThan(600)
    expect(dead.page.half).toBeLessThan(alive.page.half * 3 + 10)
    expect(dead.opening.half).toBeLessThan(alive.opening.half * 3 + 10)
  },
  60_000,
)
