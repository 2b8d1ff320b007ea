import { dayNumber } from '../../days.ts'
import type { Phase, Wave } from '../../document/involvement.ts'
import {
  about,
  type At,
  bagOf,
  byKey,
  byName,
  change,
  chosen,
  type Differ,
  deeper,
  list,
  moved,
  parts,
  plain,
  same,
  say,
  shortName,
  textOf,
  toldElsewhere,
} from './differ.ts'
import { movedAmong, pairUp } from './pairing.ts'
import type { PlanChange, Words } from './plan-change.ts'

type Dated = { readonly starts: string; readonly ends: string }

/** Days from one calendar day to another; null when a draft has no day there yet. */
function daysBetween(one: string, other: string): number | null {
  const days = dayNumber(other) - dayNumber(one)
  return Number.isInteger(days) ? days : null
}

/** Beginning and end told as one when both move by as much. */
const dates: Differ<Dated> = (before, after, at) => {
  const begins = daysBetween(before.starts, after.starts)
  const ends = daysBetween(before.ends, after.ends)
  const told = (what: string, days: number | null, values: Words, inside: At) => {
    const code = days === null ? what : `${what}-${days > 0 ? 'later' : 'earlier'}`
    return change(code, inside, { subject: at.subject, count: Math.abs(days ?? 0), ...values })
  }
  const day = (value: string) => ({ day: value })
  if (begins !== null && begins !== 0 && begins === ends) {
    return [told('shifts', begins, { starts: day(after.starts), ends: day(after.ends) }, at)]
  }
  return (['starts', 'ends'] as const).flatMap((name) =>
    before[name] === after[name]
      ? []
      : [
          told(
            name,
            name === 'starts' ? begins : ends,
            { before: day(before[name]), after: day(after[name]) },
            deeper(at, name),
          ),
        ],
  )
}

const share = list<Wave['platforms'][number]>({
  by: [({ platform }) => platform],
  subject: ({ platform }, at) => about('share', { platform: say(`platforms.${platform}`), wave: at.subject }),
  item: parts<Wave['platforms'][number]>({ platform: toldElsewhere, percent: plain('percent') }),
  added: ({ platform, percent }, at) => ({
    code: 'share-more',
    values: { platform: say(`platforms.${platform}`), percent, wave: at.subject },
  }),
})

const rest = parts<Wave>({
  key: shortName,
  name: textOf('name'),
  groups: bagOf<string>('groups', (quote) => ({ quote })),
  starts: toldElsewhere,
  ends: toldElsewhere,
  expectedUsers: plain('expectedUsers'),
  platforms: share,
})

type Placed = { readonly wave: Wave; readonly phase: Phase; readonly place: readonly (string | number)[] }

function wavesOf(phases: readonly Phase[]): readonly Placed[] {
  return phases.flatMap((phase, at) =>
    phase.waves.map((wave, index) => ({
      wave,
      phase,
      place: ['involvement', 'phases', at, 'waves', index],
    })),
  )
}

const named = ({ name }: { readonly name: Phase['name'] }) => about('named', { name: { text: name } })
const period = ({ starts, ends }: Dated): Words => ({ starts: { day: starts }, ends: { day: ends } })

/** Waves are followed over all phases: one that goes to another phase is still the same wave. */
function waves(before: readonly Phase[], after: readonly Phase[], at: At): readonly PlanChange[] {
  const { pairs, added, removed } = pairUp(wavesOf(before), wavesOf(after), [
    ({ wave, phase }) => `${phase.key} ${wave.key}`,
    ({ wave }) => wave.key,
    ({ wave }) => byName(wave),
  ])
  const samePhase = pairs.filter((pair) => phaseOf(pair.before, before, after) === pair.after.phase)
  return [
    ...removed.map(({ entry }) =>
      change('wave-gone', at, { name: { text: entry.wave.name } }, 'before', entry.place),
    ),
    ...pairs.flatMap(({ before: old, after: now, ...pair }) => {
      const inside: At = { ...at, place: now.place, subject: named(now.wave) }
      const stays = samePhase.some((one) => one.to === pair.to)
      return [
        ...(stays ? [] : [change('wave-phase', inside, { subject: inside.subject, phase: named(now.phase) })]),
        ...(same(old.wave, now.wave)
          ? []
          : [...dates(old.wave, now.wave, inside), ...rest(old.wave, now.wave, inside)]),
      ]
    }),
    ...added.map(({ entry }) =>
      change(
        'wave-added',
        at,
        { name: { text: entry.wave.name }, ...period(entry.wave), count: entry.wave.expectedUsers },
        'after',
        entry.place,
      ),
    ),
    ...after.flatMap((phase) =>
      movedAmong(samePhase.filter((pair) => pair.after.phase === phase)).map(({ after: { wave, place } }) => {
        const earlier = phase.waves[Number(place.at(-1)) - 1]
        const told = moved(named(wave), earlier && named(earlier))
        return change(told.code, at, told.values, 'after', place)
      }),
    ),
  ]
}

const identities = [byKey, byName]

/** The phase after in which a wave would be when it stayed where it was. */
function phaseOf({ phase }: Placed, before: readonly Phase[], after: readonly Phase[]): Phase | undefined {
  return pairUp(before, after, identities).pairs.find((pair) => pair.before === phase)?.after
}

const phaseParts = parts<Phase>({
  key: shortName,
  name: textOf('name'),
  mode: chosen('mode', 'involvement.modes'),
  starts: toldElsewhere,
  ends: toldElsewhere,
  waves: toldElsewhere,
})

const phaseList = list<Phase>({
  by: identities,
  subject: named,
  item: (before, after, at) => [...dates(before, after, at), ...phaseParts(before, after, at)],
  added: (phase) => ({
    code: 'phase-added',
    values: { name: { text: phase.name }, ...period(phase), mode: say(`involvement.modes.${phase.mode}`) },
  }),
  removed: (phase) => ({ code: 'phase-gone', values: { name: { text: phase.name } } }),
})

export const phases: Differ<readonly Phase[]> = (before, after, at) => [
  ...phaseList(before, after, at),
  ...waves(before, after, at),
]
