import type { Wave } from '#features/plan/domain/document/involvement.ts'
import { nearest } from '#features/plan/domain/near.ts'
import type { ErrorValues, FileErrorCode } from './file-error.ts'

/** The plan's waves, found by what a file may call them. */
export type KnownWaves = {
  readonly all: readonly Wave[]
  readonly byName: ReadonlyMap<string, Wave>
  readonly byGroup: ReadonlyMap<string, readonly Wave[]>
}

export function knownWaves(waves: readonly Wave[]): KnownWaves {
  const byName = new Map<string, Wave>()
  for (const wave of waves) {
    for (const name of [wave.key, wave.name.nl, wave.name.en]) {
      if (!byName.has(plain(name))) byName.set(plain(name), wave)
    }
  }
  const pairs = waves.flatMap((wave) => wave.groups.map((group) => [plain(group), wave] as const))
  const byGroup = new Map<string, Wave[]>()
  for (const [group, wave] of pairs) byGroup.set(group, [...(byGroup.get(group) ?? []), wave])
  return { all: waves, byName, byGroup }
}

export type GroupsFor =
  | { readonly ok: true; readonly wave: string; readonly groups: readonly string[] }
  | {
      readonly ok: false
      readonly code: FileErrorCode
      /** Null: neither of the two says anything. */
      readonly column: 'group' | 'wave' | null
      readonly values: ErrorValues
    }

/** The wave that a row names, by itself or by a group, and the groups with which somebody is in it. */
export function groupsFor(
  known: KnownWaves,
  { group, wave: named }: { readonly group: string; readonly wave: string },
  otherwise: string | null,
): GroupsFor {
  const names = group
    .split(/[;|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const wave =
    named === '' ? null : (known.byName.get(plain(named)) ?? known.byGroup.get(plain(named))?.[0] ?? undefined)
  if (wave === undefined) {
    const all = known.all.map(({ key }) => key)
    return no('wave-unknown', 'wave', { value: named, waves: some(all), ...nearTo(named, all) })
  }
  if (names.length === 0) {
    const chosen = wave ?? known.all.find(({ key }) => key === otherwise)
    if (!chosen) return no('wave-missing', null, { waves: some(known.all.map(({ key }) => key)) })
    const [first] = chosen.groups
    if (first === undefined) return no('wave-without-group', named === '' ? null : 'wave', { wave: chosen.key })
    return { ok: true, wave: chosen.key, groups: [first] }
  }
  const groups: string[] = []
  let of: Wave | null = wave
  for (const name of names) {
    // A wave by its name in the column of groups is as clear.
    const meant = known.byName.get(plain(name))
    const waves = known.byGroup.get(plain(name)) ?? (meant ? [meant] : [])
    if (waves.length === 0) {
      const all = [...new Set(known.all.flatMap(({ groups }) => groups))]
      return no('group-unknown', 'group', { value: name, groups: some(all), ...nearTo(name, all) })
    }
    const same = of === null ? waves[0] : waves.find(({ key }) => key === of?.key)
    if (!same) return no('group-of-other-wave', 'group', { value: name, wave: of?.key ?? '' })
    const own = same.groups.find((one) => plain(one) === plain(name)) ?? same.groups[0]
    if (own === undefined) return no('wave-without-group', 'group', { wave: same.key })
    of = same
    groups.push(own)
  }
  return { ok: true, wave: of?.key ?? '', groups: [...new Set(groups)] }
}

function no(code: FileErrorCode, column: 'group' | 'wave' | null, values: ErrorValues): GroupsFor {
  return { ok: false, code, column, values }
}

const listed = 12
const some = (all: readonly string[]) => all.slice(0, listed).join(', ') + (all.length > listed ? ', …' : '')

/** What was probably meant, where that can be told. */
function nearTo(name: string, all: readonly string[]): ErrorValues {
  const near = nearest(name, all)
  return near === null ? {} : { near }
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ')
}
