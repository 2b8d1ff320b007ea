import { describe, expect, it } from 'vitest'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { pathFacts, type Step, vendorMinutes } from './path-facts.ts'

const step = (tier: number, more: Partial<Step>): Step => ({
  tier,
  kind: 'tier',
  state: 'been',
  agentId: null,
  wallMinutes: 0,
  supportMinutes: 0,
  waitingMinutes: 0,
  foundCause: false,
  note: null,
  ...more,
})
const ticket = (waiting: DeskTicket['ticket']['waiting']) => ({ ticket: { waiting } }) as DeskTicket
const edge = (from: number, to: number, hour: number) => ({ from, to, at: `2026-11-22T${hour}:00:00.000Z` })
const edges = (...all: ReturnType<typeof edge>[]) => ({ path: { steps: [], edges: all } }) as unknown as DeskTicket

describe('where the path says that a ticket is', () => {
  it('with the vendor while it has a case; the tier that opened it keeps the ticket', () => {
    const facts = pathFacts(ticket({ for: 'vendor', severity: 'c', caseNumber: '2611-7' }))
    const [own, vendor] = [step(3, { state: 'now' }), step(4, { kind: 'vendor', state: 'now' })]
    expect(facts(own)).toEqual({ isWhere: false, under: { what: 'holds' } })
    expect(facts(vendor)).toEqual({ isWhere: true, under: { what: 'caseNumber', number: '2611-7' } })
  })

  it('in its tier otherwise, also when it waits for the requester', () => {
    expect(pathFacts(ticket({ for: 'requester' }))(step(1, { state: 'now' }))).toEqual({
      isWhere: true,
      under: null,
    })
  })

  it('says who has to learn and who learnt', () => {
    const facts = pathFacts(ticket(null))
    expect(facts(step(3, { foundCause: true })).under).toEqual({ what: 'foundCause' })
    expect(facts(step(2, { note: { takenAt: null, by: null } })).under).toEqual({ what: 'toTakeNote' })
    expect(facts(step(1, { note: { takenAt: '2026-11-22T10:00:00.000Z', by: null } })).under).toEqual({
      what: 'tookNote',
    })
  })
})

describe('the time that a vendor had', () => {
  it('runs from opening a case to its answer, and until now while it waits', () => {
    const now = '2026-11-22T18:00:00.000Z'
    expect(vendorMinutes(edges(), 4, now)).toBe(0)
    expect(vendorMinutes(edges(edge(3, 4, 10), edge(4, 3, 12)), 4, now)).toBe(120)
    expect(vendorMinutes(edges(edge(3, 4, 10), edge(4, 3, 12), edge(3, 4, 17)), 4, now)).toBe(180)
  })
})
