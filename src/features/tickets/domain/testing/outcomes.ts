import type { Actor } from '#features/people/domain/actor.ts'
import type { MoveName } from '../moves.ts'
import { cast, clock, mail } from './cast.ts'
import { type Desk, judge } from './desk.ts'
import { assigneeFor, minimalMoves, moveNames } from './minimal-moves.ts'

const { aud: _, ...others } = cast
const actors: Readonly<Record<string, Actor>> = { ...others, clock, mail }

/**
 * Who may make each move on a desk. Moves that are open to the same people stand together; under them `yes`, `lead` (by a recorded
 * override) and each refusal, with the people it is for. What holds for most is `else`. The auditor is left out: refused everywhere.
 */
export function outcomes(desk: Desk): string {
  const groups = new Map<string, MoveName[]>()
  // Moving to another version of the plan asks for no part in the ticket: it has a test of its own.
  for (const name of moveNames.filter((one) => one !== 'migrate')) {
    const line = lineOf(desk, name)
    groups.set(line, [...(groups.get(line) ?? []), name])
  }
  return [...groups].map(([line, names]) => `${names.join(', ')}\n    ${line}`).join('\n')
}

function lineOf(desk: Desk, name: MoveName): string {
  const groups = new Map<string, string[]>()
  for (const [who, actor] of Object.entries(actors)) {
    const outcome = outcomeOf(desk, actor, name)
    groups.set(outcome, [...(groups.get(outcome) ?? []), who])
  }
  const most = [...groups].reduce((one, other) => (other[1].length > one[1].length ? other : one))[0]
  const rest = [...groups]
    .filter(([outcome]) => outcome !== most)
    .toSorted(([one], [other]) => rank(one) - rank(other))
  return [...rest.map(([outcome, people]) => `${outcome}: ${people.join(' ')}`), `else ${most}`].join(' | ')
}

function outcomeOf(desk: Desk, actor: Actor, name: MoveName): string {
  const assignee = Object.values(cast).find((one) => one.personId === assigneeFor(desk)) ?? null
  const decision = judge(desk, actor, minimalMoves[name](desk), { assignee })
  if (!decision.ok) return decision.refusal.code
  return decision.value.some((fact) => fact.type === 'overridden') ? 'lead' : 'yes'
}

function rank(outcome: string): number {
  return outcome === 'yes' ? 0 : outcome === 'lead' ? 1 : 2
}
