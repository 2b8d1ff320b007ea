import type { PersonMoveName } from '../../domain/moves.ts'

/** Moves that need nothing: they are made at the press of their button. */
export const plainMoves = ['claim', 'release', 'resume', 'withdraw', 'accept', 'follow', 'unfollow'] as const
export type PlainMoveName = (typeof plainMoves)[number]

/** Moves that the composer makes, and those that the requester's own pages make. */
export const elsewhere: readonly PersonMoveName[] = ['reply', 'note', 'answer', 'rate', 'unlink']

export function isPlainMove(name: string): name is PlainMoveName {
  return plainMoves.some((one) => one === name)
}
