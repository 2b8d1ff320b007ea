import type { Place } from '../../domain/check/finding.ts'
import { nearest } from '../../domain/near.ts'
import { cut, type ShapeError } from './shape-errors.ts'

type Name = string | number
type Reference = {
  /** Where names are used; `*` stands for every entry of a list. */
  readonly at: readonly string[]
  /** Where the plan says which there are. */
  readonly of: string
  readonly kind: string
}

const references: readonly Reference[] = [
  {
    kind: 'hours',
    of: 'teams.supportHours.*.key',
    at: ['teams.tiers.*.supportHours', 'teams.tiers.*.onCall.hours', 'process.targetHours'],
  },
  {
    kind: 'team',
    of: 'teams.tiers.*.team',
    at: [
      'teams.vendor.openers.*',
      'training.lineage.root',
      'involvement.bridges.*.host',
      'involvement.bridges.*.scribe',
    ],
  },
  {
    kind: 'tier',
    of: 'teams.tiers.*.level',
    at: [
      'process.contactTier',
      'process.deviceActions.*.tiers.*',
      'training.courses.*.tier',
      'involvement.bridges.*.quorum.*.tier',
      'involvement.readiness.*.tier',
      'involvement.resources.*.tiers.*',
    ],
  },
  { kind: 'evidence', of: 'process.edges.*.evidence.*.key', at: ['process.categories.*.asks.*'] },
  {
    kind: 'category',
    of: 'process.categories.*.key',
    at: ['process.edges.*.evidence.*.appliesTo.categories.*'],
  },
  { kind: 'course', of: 'training.courses.*.key', at: ['training.lineage.steps.*.course'] },
  { kind: 'resource', of: 'involvement.resources.*.key', at: ['training.courses.*.agenda.*.material.*'] },
  {
    kind: 'phase',
    of: 'involvement.phases.*.key',
    at: [
      'training.courses.*.planned.beforePhase',
      'involvement.bridges.*.phases.*',
      'involvement.commitments.*.beforePhase',
    ],
  },
  { kind: 'wave', of: 'involvement.phases.*.waves.*.key', at: ['involvement.readiness.*.waves.*'] },
]

const listedAtMost = 20

/** Names of something that the document does not have. A draft may have them: what they name may still be written. */
export function referenceErrors(document: unknown): readonly ShapeError[] {
  return references.flatMap(({ kind, of, at }) => {
    const [list] = everyAt(document, of.slice(0, of.indexOf('.*')))
    const found = everyAt(document, of).map(({ value }) => value)
    // Of a list that is broken itself, nobody can say what is missing from it.
    if (!Array.isArray(list?.value) || !found.every(isName)) return []
    // A number between quotes names the same: that it has quotes is told where it stands.
    const known = [...new Set(found.map(String))]
    return at
      .flatMap((one) => everyAt(document, one))
      .filter(({ value }) => isName(value) && !known.includes(String(value)))
      .map(({ place, value }) => unknownReference(place, String(value), known, kind))
  })
}

function unknownReference(place: Place, written: string, known: readonly string[], kind: string): ShapeError {
  const listed = [...known.slice(0, listedAtMost), ...(known.length > listedAtMost ? ['…'] : [])].join(', ')
  const values = { written: cut(written), kind, known: listed, near: nearest(written, known) ?? '' }
  return { place, at: 'value', code: 'unknown-reference', values, unfinished: true }
}

const isName = (value: unknown): value is Name => typeof value === 'string' || typeof value === 'number'

type Found = { readonly place: Place; readonly value: unknown }

function everyAt(document: unknown, pattern: string): readonly Found[] {
  return pattern.split('.').reduce<readonly Found[]>(
    (found, part) =>
      found.flatMap(({ place, value }): Found[] => {
        if (part !== '*') {
          const inside = (value as Readonly<Record<string, unknown>> | null | undefined)?.[part]
          return inside === undefined ? [] : [{ place: [...place, part], value: inside }]
        }
        return Array.isArray(value)
          ? value.map((entry: unknown, index) => ({ place: [...place, index], value: entry }))
          : []
      }),
    [{ place: [], value: document }],
  )
}
