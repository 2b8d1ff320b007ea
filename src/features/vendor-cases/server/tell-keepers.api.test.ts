import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newestNotices } from '#features/notices/server/store/notices.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import { bellsOf } from '../../../../tests/support/bells.ts'
import { moved } from '../../../../tests/support/ticket-work.ts'
import { type CaseDesk, caseDesk } from '../testing/case-desk.ts'
import { tellOfLate } from './overdue.ts'
import { acceptSender, closeCase, setNext, takeAnswer, writeToVendor } from './tend.ts'
import { vendorCaseNotices } from './tell-keepers.ts'

let at: CaseDesk
let ticketId: string
let id: string

beforeAll(async () => {
  at = await caseDesk()
})
afterAll(() => at.close())
beforeEach(async () => {
  await at.platform.owner.query('delete from notices')
  await at.platform.owner.query("update vendor_cases set state = 'closed'")
  ticketId = await at.atTierThree()
  id = await at.open('mira', ticketId, { contactName: 'Kim', contactAddress: 'kim@microsoft.example' })
})

const bells = () => bellsOf(at, 'vendor-cases')
const writes = async (from: string, headers: readonly string[] = []) => {
  const { alias } = await at.shown('mira', id)
  await at.arrives({ from, to: alias ?? '', text: 'Please try again', headers })
}
const passes = (now: string) =>
  inOrganisation(at.platform, at.desk.orgId, (tx) => tellOfLate(at.platform, { ...tx, now }))
const answered = async () => {
  const mira = await at.desk.as('mira')
  const ticketVersion = await at.version(ticketId)
  await at.desk.within((tx) => takeAnswer(tx, mira, id, { text: 'Renew it', ticketVersion }))
}

describe('of a case', () => {
  test('whoever has its ticket hears that the vendor answered, until the answer is taken', async () => {
    await writes('kim@microsoft.example')
    expect(await bells()).toEqual(['Mira: answer-came'])
    await answered()
    expect(await bells()).toEqual([])
  })

  test('nobody hears of what a machine of the vendor wrote', async () => {
    await writes('kim@microsoft.example', ['Auto-Submitted: auto-generated'])
    await writes('robot@microsoft.example', ['Auto-Submitted: auto-generated'])
    expect(await bells()).toEqual([])
  })

  test('writing back is an answer to the answer', async () => {
    await writes('kim@microsoft.example')
    const mira = await at.desk.as('mira')
    await at.desk.within((tx) => writeToVendor(at.platform, tx, mira, id, 'It did not help.'))
    expect(await bells()).toEqual([])
  })

  test('a sender whom nobody accepted is asked about, until one is accepted; who accepts knows of the answer', async () => {
    await writes('sam@microsoft.example')
    expect(await bells()).toEqual(['Mira: sender-unknown'])
    const max = await at.desk.as('max')
    await at.desk.within((tx) => acceptSender(tx, max, id, 'sam@microsoft.example'))
    expect(await bells()).toEqual(['Mira: answer-came'])
  })

  test('the leads hear what nobody has', async () => {
    await moved({ platform: at.platform, desk: at.desk }, 'mira', ticketId, { move: 'release' })
    await writes('kim@microsoft.example')
    expect(await bells()).toEqual(['Max: answer-came'])
  })

  test('owner and leads hear once that the vendor is late, until it answers', async () => {
    await passes('2026-11-23T13:00:00.000Z')
    await passes('2026-11-23T14:00:00.000Z')
    expect(await bells()).toEqual(['Max: vendor-late', 'Mira: vendor-late'])
    await writes('kim@microsoft.example')
    expect(await bells()).toEqual(['Mira: answer-came'])
  })

  test('our own next step is due at its moment, for whoever has the ticket, until there is another', async () => {
    const mira = await at.desk.as('mira')
    const next = async (when: string) => {
      const { version } = await at.shown('mira', id)
      await at.desk.within((tx) => setNext(tx, mira, id, { version, by: 'us', what: 'Send the logs', at: when }))
    }
    await next('2026-11-24T09:00:00.000Z')
    await passes('2026-11-24T08:59:00.000Z')
    expect(await bells()).toEqual([])
    await passes('2026-11-24T09:00:00.000Z')
    expect(await bells()).toEqual(['Mira: step-due'])
    await next('2026-11-25T09:00:00.000Z')
    expect(await bells()).toEqual([])
  })

  test('nothing is asked any more once it is closed', async () => {
    await writes('sam@microsoft.example')
    await answered()
    const mira = await at.desk.as('mira')
    await at.desk.within((tx) => closeCase(tx, mira, id))
    expect(await bells()).toEqual([])
  })
})

test('a notice leads to the case, and says nothing to requesters', async () => {
  await writes('kim@microsoft.example')
  const shown = (roles: readonly string[]) =>
    at.desk.within(async (tx) => {
      const reader = { personId: at.desk.people.mira.id, roles, language: 'nl' as const }
      return [...(await vendorCaseNotices(tx, reader, await newestNotices(tx, reader.personId))).values()]
    })
  expect(await shown(['requester', 'agent'])).toEqual([
    { link: `/cases/${id}`, title: expect.stringMatching(/^T-\d+ /) as string, values: { supplier: 'Microsoft' } },
  ])
  expect(await shown(['requester'])).toEqual([])
})
