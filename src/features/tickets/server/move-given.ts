import type { MoveInput } from '../contract/moves.ts'
import type { Move } from '../domain/moves.ts'

type Known = {
  /** Where an answer of the requester comes from. */
  readonly source: 'api' | 'portal'
  /** Tiers whose people are on the bridge where the move is made; none elsewhere. */
  readonly presentTiers: readonly number[]
}

/** A move as somebody asks for it, with what only Tierwise knows: nobody can claim to have been present on a bridge. */
export function moveGiven(input: MoveInput, { source, presentTiers }: Known): Exclude<Move, { move: 'open' }> {
  if (input.move === 'answer') return { ...input, source }
  if (input.move === 'diagnose') return { ...input, presentTiers }
  return input
}
