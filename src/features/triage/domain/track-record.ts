/** What became of an issue where it was tried: how often it helped, and how often it did not. */
export type Tries = { readonly helped: number; readonly notHelped: number }

/** The past of one issue, as it bears on one ticket. */
export type TrackRecord = {
  readonly onPlatform: Tries
  readonly elsewhere: Tries
  /** Of all that helped, in the wave of the ticket. */
  readonly helpedInWave: number
}

export const noRecord: TrackRecord = {
  onPlatform: { helped: 0, notHelped: 0 },
  elsewhere: { helped: 0, notHelped: 0 },
  helpedInWave: 0,
}

/** As if every issue had helped twice and failed twice before: one try says little, ten say much. */
const prior = 2
/** What helped on another platform says half as much. */
const elsewhereCounts = 0.5
/** Enough for what helped nine times of ten here to come before what only looks right, and less than a code. */
const span = 72
const perHelpInWave = 2
const mostInWave = 6

/**
 * What the past of an issue adds to its score, from −36 to +42:
 *
 *     h = helped on the platform + ½ helped elsewhere        n = the same of what did not help
 *     72 × ( (h + 2) / (h + n + 4) − ½ )  +  min(6, 2 × helped in the wave)
 *
 * Zero without a past. Rises with every help and falls with every failure, so that helping more never ranks lower.
 */
export function recordWeight({ onPlatform, elsewhere, helpedInWave }: TrackRecord): number {
  const helped = onPlatform.helped + elsewhereCounts * elsewhere.helped
  const notHelped = onPlatform.notHelped + elsewhereCounts * elsewhere.notHelped
  const share = (helped + prior) / (helped + notHelped + 2 * prior)
  return span * (share - 0.5) + Math.min(mostInWave, perHelpInWave * helpedInWave)
}

/** The past in figures that people can check: on the platform where there are any, else everywhere. */
export function triedOn({ onPlatform, elsewhere }: TrackRecord): {
  readonly helped: number
  readonly tried: number
} {
  const own = onPlatform.helped + onPlatform.notHelped
  const { helped, notHelped } = own > 0 ? onPlatform : elsewhere
  return { helped, tried: helped + notHelped }
}
