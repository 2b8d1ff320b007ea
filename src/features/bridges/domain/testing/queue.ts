import type { QueueTicket } from '../queue.ts'

/** A ticket in the queue that gives no reason to talk about it, with what a test has otherwise. */
export function queued(number: number, given: Partial<QueueTicket> = {}): QueueTicket {
  return {
    id: `t${number}`,
    number,
    stage: 'investigating',
    tier: 1,
    priority: 3,
    category: 'enrollment-blocked',
    platform: 'ios',
    wave: 'pilot',
    requesterId: `r${number}`,
    waiting: null,
    broughtBy: null,
    bounces: 0,
    openedAt: '2026-12-01T07:30:00.000Z',
    movedAt: '2026-12-01T08:30:00.000Z',
    vendorAnsweredAt: null,
    due: null,
    codes: [],
    ...given,
  }
}
