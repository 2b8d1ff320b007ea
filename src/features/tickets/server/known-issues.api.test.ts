import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueIndex, reuseOf } from '#features/knowledge/server/actions.ts'
import { NotFound, Refused } from '#platform/errors.ts'
import { type PersonName, type TestDesk, testDesk } from '../../../../tests/support/test-desk.ts'
import { type TestPlatform, testPlatform } from '../../../../tests/support/test-platform.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import type { EvidenceServices } from './actions.ts'
import { evidenceFound } from './evidence-found.ts'

let platform: TestPlatform
let desk: TestDesk

beforeAll(async () => {
  platform = await testPlatform()
  desk = await testDesk(platform)
})
afterAll(() => platform.close())

const make = (name: PersonName, ticketId: string, move: Parameters<typeof moved>[3]) =>
  moved({ platform, desk }, name, ticketId, move)

const words = { rootCause: 'No licence', solution: 'Assign one\nWait an hour', wordingForRequester: 'Try again' }
const diagnosis = (knownIssue: Extract<Parameters<typeof moved>[3], { move: 'diagnose' }>['knownIssue']) =>
  ({ move: 'diagnose', ...words, knownIssue, presentTiers: [] }) as const

async function claimed(description = 'Error 0x80180018 at the end') {
  const id = await opened({ platform, desk }, 'ada', { subject: description, category: 'enrollment-blocked' })
  await make('tess', id, { move: 'claim' })
  return id
}
const issuesNow = async () => (await desk.within((tx) => issueIndex(platform, tx))).all()
const useOf = async (id: string) => (await desk.within((tx) => reuseOf(tx, [id]))).get(id)
const issueId = 'win-user-licence-invalid'

describe('a diagnosis and its known issue', () => {
  test('writes it down in the same step, with its codes, and holds its id', async () => {
    const id = await claimed()
    const { ticket, events } = await make('tess', id, diagnosis({ kind: 'create', title: 'Licence forgotten' }))
    const link = ticket.diagnosis?.knownIssue
    expect(link).toMatchObject({ kind: 'create', title: 'Licence forgotten' })
    const written = (await issuesNow()).find((one) => link?.kind === 'create' && one.id === link.id)
    expect(written).toMatchObject({ state: 'draft', codes: ['0x80180018'], cause: { en: 'No licence' } })
    expect(written?.fix.en).toEqual(['Assign one', 'Wait an hour'])
    expect(events.at(-1)?.fact).toMatchObject({
      type: 'diagnosed',
      knownIssue: { kind: 'create', id: written?.id },
    })
  })

  test('takes along those codes of the ticket that belong to it, and its area', async () => {
    const id = await claimed('Error 0x80180018, and once 0x80070005')
    const link = { kind: 'create', title: 'Licence blocked', codes: ['80180018', '80180099'] } as const
    const { ticket } = await make('tess', id, diagnosis(link))
    const named = ticket.diagnosis?.knownIssue
    const written = (await issuesNow()).find((one) => named?.kind === 'create' && one.id === named.id)
    expect(written).toMatchObject({ codes: ['0x80180018'], area: 'licensing' })
  })

  test('a diagnosis that is refused leaves none behind', async () => {
    const id = await claimed()
    const before = (await issuesNow()).length
    await expect(make('jan', id, diagnosis({ kind: 'create', title: 'Nobody' }))).rejects.toBeInstanceOf(Refused)
    expect(await issuesNow()).toHaveLength(before)
  })

  test('links one that is there, and none that is not', async () => {
    const id = await claimed()
    const wrong = make('tess', id, diagnosis({ kind: 'linked', id: 'nothing-of-the-kind' }))
    await expect(wrong).rejects.toMatchObject({ refusal: { code: 'unknown-known-issue' } })
    const { ticket } = await make('tess', id, diagnosis({ kind: 'linked', id: issueId }))
    expect(ticket.diagnosis?.knownIssue).toEqual({ kind: 'linked', id: issueId })
  })

  test('counts as used, as help when the ticket is closed with it, as none when it did not work', async () => {
    const contact = (outcome: 'applied' | 'did-not-work') =>
      ({ move: 'contact', channel: 'phone', outcome, text: 'Told', retryAt: null }) as const
    const before = await useOf('device-limit-reached')
    expect(before).toBeUndefined()
    const one = await claimed()
    await make('tess', one, diagnosis({ kind: 'linked', id: 'device-limit-reached' }))
    await make('tess', one, contact('applied'))
    await make('ada', one, { move: 'confirm', satisfaction: 5 })
    const two = await claimed()
    await make('tess', two, diagnosis({ kind: 'linked', id: 'device-limit-reached' }))
    await make('tess', two, contact('did-not-work'))
    expect(await useOf('device-limit-reached')).toMatchObject({ linked: 2, helped: 1, notHelped: 1 })
  })
})

describe('evidence that the machine finds', () => {
  const services: EvidenceServices = {
    stepsTried: () => Promise.resolve({ text: '- Licence: done.', at: '2026-11-23T09:00:00.000Z' }),
    issuesTried: () => Promise.resolve([issueId]),
    keepTried: () => Promise.resolve(),
  }
  const found = async (ticketId: string, by: PersonName = 'tess') => {
    const actor = await desk.as(by)
    return desk.within((tx) => evidenceFound(platform, tx, actor, services, { ticketId, language: 'en' }))
  }

  test('are the codes that were written, the checks that were made and the tickets before, each with its source', async () => {
    const id = await claimed('Error 0x80180018, then 2149056532')
    const { found: items } = await found(id)
    const valueOf = (key: string) => items.find((item) => item.key === key)
    expect(valueOf('error-code')).toMatchObject({ value: '0x80180018, 2149056532', source: 'codes-in-text' })
    expect(valueOf('steps-tried')).toMatchObject({ value: '- Licence: done.', source: 'checks' })
    expect(valueOf('earlier-tickets')?.source).toBe('earlier-tickets')
    expect(valueOf('earlier-tickets')?.value).toMatch(/^T-\d+ \(/)
  })

  test('a known issue that was tried brings what it asks for besides', async () => {
    const { asks } = await found(await claimed())
    expect(asks.map((one) => one.issueId)).toEqual([issueId])
    expect(asks[0]?.items.length).toBeGreaterThan(0)
    const id = await claimed()
    const answer = { key: 'asked-by-known-issue', value: 'Licence: none', files: [] }
    const { ticket } = await make('tess', id, { move: 'add-evidence', evidence: [answer] })
    expect(ticket.evidence).toContainEqual(expect.objectContaining(answer))
  })

  test('says nothing of a ticket that one may not see', async () => {
    const id = await claimed()
    const other = await testDesk(platform, { name: 'Fabrikam' })
    const stranger = await other.as('tess')
    const asked = other.within((tx) =>
      evidenceFound(platform, tx, stranger, services, { ticketId: id, language: 'en' }),
    )
    await expect(asked).rejects.toBeInstanceOf(NotFound)
  })
})
