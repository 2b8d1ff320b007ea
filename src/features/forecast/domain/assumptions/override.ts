import type { Platform } from '#features/plan/domain/document/text.ts'
import type { Duration, distributions } from '../chance/duration.ts'
import type { Assumptions, Learning, TierAssumptions } from './assumptions.ts'

/** Any part of the assumptions, as a file or a page gives it: what is left out stays as it is. */
export type Override = Parts<{
  readonly arrivals: Parts<Omit<Assumptions['arrivals'], 'issuesPer100Enrollments'>> &
    Parts<{ readonly issuesPer100Enrollments: { readonly [on in Platform]?: number | undefined } }>
  readonly tiers: Readonly<Record<string, TierOverride>>
  readonly causes: Parts<Assumptions['causes']>
  readonly patience: Duration | 'none' | null
  readonly learning: Parts<Learning> | 'off'
  readonly training: Parts<Assumptions['training']>
  readonly bridge: Parts<Assumptions['bridge']>
}> & { readonly [part in MinutesPart]?: DurationOverride | undefined } & Parts<
    Pick<Assumptions, 'sendBack' | 'priorities' | 'hours' | 'queue' | 'horizon' | 'replications' | 'seed'>
  >

type MinutesPart = 'takeNoteMinutes' | 'contactMinutes' | 'lookMinutes' | 'mendMinutes' | 'vendorMinutes'
type TierOverride = Parts<Omit<TierAssumptions, 'work'>> & { readonly work?: DurationOverride | undefined }
export type DurationOverride = {
  readonly distribution?: (typeof distributions)[number] | undefined
  readonly meanMinutes?: number | undefined
  readonly cv?: number | undefined
}
type Parts<Whole> = { readonly [part in keyof Whole]?: Whole[part] | undefined }

/** Learning, for who switches it on again by naming a part of it. */
const learningAtFirst: Learning = { perLesson: 0.35, most: 0.9 }

/** The assumptions with a file's values in their places. Tiers that the plan does not have are left out; see `unknownTiers`. */
export function withFile(base: Assumptions, file: Override): Assumptions {
  const { arrivals, tiers, causes, patience, learning, training, bridge } = file
  const minutes = (part: MinutesPart) => durationWith(base[part], file[part])
  const isSteady = typeof arrivals?.perHour === 'number'
  return {
    ...placed(base, {
      sendBack: file.sendBack,
      priorities: file.priorities,
      hours: file.hours,
      // Textbook queues are first come, first served: due moments come from the plan's targets.
      queue: file.queue ?? (isSteady ? 'first-come' : undefined),
      horizon: file.horizon,
      replications: file.replications,
      seed: file.seed,
    }),
    arrivals: {
      ...placed(base.arrivals, { ...arrivals, issuesPer100Enrollments: undefined }),
      issuesPer100Enrollments: placed(
        base.arrivals.issuesPer100Enrollments,
        arrivals?.issuesPer100Enrollments ?? {},
      ),
    },
    tiers: Object.fromEntries(
      Object.entries(base.tiers).map(([level, own]) => {
        const { work, ...rest } = tiers?.[level] ?? {}
        return [level, { ...placed(own, rest), work: durationWith(own.work, work) }]
      }),
    ),
    takeNoteMinutes: minutes('takeNoteMinutes'),
    contactMinutes: minutes('contactMinutes'),
    lookMinutes: minutes('lookMinutes'),
    mendMinutes: minutes('mendMinutes'),
    vendorMinutes: minutes('vendorMinutes'),
    causes: {
      ...placed(base.causes, { ...causes, foundBy: undefined }),
      foundBy: placed(base.causes.foundBy, pick(causes?.foundBy ?? {}, Object.keys(base.causes.foundBy))),
    },
    patience: patience === undefined ? base.patience : patience === 'none' ? null : patience,
    learning:
      learning === undefined || learning === 'off'
        ? (learning ?? base.learning)
        : placed(base.learning === 'off' ? learningAtFirst : base.learning, learning),
    training: placed(base.training, training ?? {}),
    bridge: placed(base.bridge, bridge ?? {}),
  }
}

/** Where a file names a tier that the plan does not have. */
export function unknownTiers(base: Assumptions, { tiers, causes }: Override): readonly (readonly string[])[] {
  const unknown = (levels: object = {}) => Object.keys(levels).filter((level) => !(level in base.tiers))
  return [
    ...unknown(tiers).map((level) => ['tiers', level]),
    ...unknown(causes?.foundBy).map((level) => ['causes', 'foundBy', level]),
  ]
}

/** A distribution that is named without a spread has that distribution's own, not that of the one it replaces. */
function durationWith(base: Duration, part: DurationOverride | undefined): Duration {
  if (!part) return base
  const { distribution = base.distribution, meanMinutes = base.meanMinutes } = part
  const cv = part.cv ?? (distribution === base.distribution ? base.cv : undefined)
  return { distribution, meanMinutes, ...(cv === undefined ? {} : { cv }) }
}

function placed<Whole extends object>(base: Whole, part: Parts<Whole>): Whole {
  return { ...base, ...Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) }
}

function pick(from: Readonly<Record<string, number>>, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
}
