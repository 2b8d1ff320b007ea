import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { detectedNote, detectedWords } from '#features/tickets/server/detected-words.ts'
import { moveTicket, openTicket, reserveNumber } from '#features/tickets/server/actions.ts'
import { type IntuneDesk, intuneDesk } from '../../../../tests/support/intune-desk.ts'
import { moved, opened } from '../../../../tests/support/ticket-work.ts'
import { triageOf } from './candidates.ts'
import { similarOf } from './similar.ts'

/** What triage makes of tickets that detection opened: its own words stand in every one of them and say nothing. */
let it: IntuneDesk
beforeAll(async () => {
  it = await intuneDesk()
}, 60_000)
afterAll(() => it.close())
beforeEach(() => it.simulator.control.reset())

const detection = { kind: 'system', name: 'detection' } as const
const restricted = { category: 'enrollmentRestrictionsEnforced', reason: 'DeviceTypeNotAllowed' }

/** Opened, with evidence and a note, in the words of detection. */
async function detected(name: 'ada' | 'bob', facts: Readonly<Record<string, string>>): Promise<string> {
  const { platform, desk } = it
  const number = await reserveNumber(platform, desk.orgId)
  return desk.within(async (tx) => {
    const finding = { kind: 'enrollment-failure', platform: 'ios', facts, times: 1, lastAt: tx.now } as const
    const text = detectedNote(platform, 'en', 'Europe/Amsterdam', finding, 'opened')
    const { ticket } = await openTicket(tx, detection, number, {
      ...detectedWords(platform, 'en', 'Europe/Amsterdam', finding),
      ...{ requesterId: desk.people[name].id, source: 'detection', category: null, platform: 'ios' },
      ...{ impact: null, urgency: null, files: [], evidence: [{ key: 'error-code', value: text, files: [] }] },
    })
    const move = { move: 'note', text, files: [] } as const
    await moveTicket(tx, detection, { ticketId: ticket.id, move, seenVersion: null })
    return ticket.id
  })
}

const candidates = async (id: string) => {
  const tess = await it.desk.as('tess')
  return (await it.desk.within((tx) => triageOf(it.platform, tx, tess, id))).candidates
}
const similar = async (id: string) => {
  const tess = await it.desk.as('tess')
  return (await it.desk.within((tx) => similarOf(tx, tess, id))).similar
}

describe('candidates of a ticket that detection opened', () => {
  test('are those that Intune’s category supports, and none by the words of its template', async () => {
    await it.simulator.control.addFailure({ person: 'ada@contoso.example', kind: 'type-not-allowed' })
    await it.read('ada')
    const shown = await candidates(await detected('ada', restricted))
    expect(shown.map(({ issue }) => issue.id)).toContain('device-limit-reached')
    expect(shown.flatMap(({ reasons }) => reasons).filter(({ kind }) => kind === 'words')).toEqual([])
  })

  test('are also those by what people said in it later', async () => {
    const id = await detected('bob', {})
    expect(await candidates(id)).toEqual([])
    await moved({ platform: it.platform, desk: it.desk }, 'tess', id, { move: 'claim' })
    const text = 'He says that the maximum number of devices is reached.'
    await moved({ platform: it.platform, desk: it.desk }, 'tess', id, { move: 'note', text, files: [] })
    expect((await candidates(id)).map(({ issue }) => issue.id)).toContain('device-limit-reached')
  })
})

describe('tickets like one that detection opened', () => {
  test('are not alike by its template', async () => {
    const id = await detected('ada', { category: 'clientDisconnected' })
    const other = await detected('bob', { category: 'userAbandonment' })
    const own = { subject: 'Setting up my iPhone for work stopped halfway, no message on the screen' }
    const reported = await opened({ platform: it.platform, desk: it.desk }, 'uma', own)
    const found = (await similar(id)).map(({ ticket }) => ticket.id)
    expect(found).not.toContain(other)
    expect(found).not.toContain(reported)
  })

  test('are those that Intune gives the same failure', async () => {
    const facts = { category: 'accountValidation' }
    const id = await detected('ada', facts)
    const other = await detected('bob', facts)
    const one = (await similar(id)).find(({ ticket }) => ticket.id === other)
    expect(one?.because.map(({ kind }) => kind)).toEqual(['failure', 'platform'])
  })
})
