import { expect, test } from 'vitest'
import { allowedMoves } from '../allowed-moves.ts'
import { cast } from '../testing/cast.ts'
import { type Desk, ticketOf } from '../testing/desk.ts'
import { applied, closed, does, stations } from '../testing/scenes.ts'

const { opened, held1, offered, diagnosed } = stations()
const everywhere: readonly Desk[] = [
  opened,
  held1,
  offered,
  diagnosed,
  applied(does(diagnosed, 'a1', 'take-note')),
  closed(),
]
const auditing = { ...cast.a1, personId: 'aud', roles: [...cast.a1.roles, 'auditor' as const] }

test('an auditor moves nothing at any station, even one who is a trained agent too', () => {
  for (const desk of everywhere)
    for (const auditor of [cast.aud, auditing])
      for (const { refusal } of allowedMoves(desk.plan, ticketOf(desk), auditor, desk.at))
        expect(refusal?.code).toBe('auditor-reads-only')
})

test('an auditor with a problem of their own is its requester, and nothing more', () => {
  const may = everywhere.flatMap((desk) => {
    const own = { ...ticketOf(desk), requesterId: 'aud' }
    return allowedMoves(desk.plan, own, auditing, desk.at).flatMap((one) => (one.refusal ? [] : [one.move]))
  })
  expect([...new Set(may)].toSorted()).toEqual(['answer', 'confirm', 'follow', 'rate', 'reopen'])
})
