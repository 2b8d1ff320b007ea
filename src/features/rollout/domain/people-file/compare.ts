import type { Platform } from '#features/plan/domain/document/text.ts'
import type { FileRow } from './read-row.ts'

/** What the rollout knows of somebody beside who they are. */
export type RolloutFacts = {
  readonly platforms: readonly Platform[]
  readonly department: string | null
  readonly manager: string | null
  readonly enrolledOn: string | null
}

/** Somebody with an address of the file who is here already. */
export type KnownPerson = {
  readonly id: string
  readonly name: string
  readonly groups: readonly string[]
  /** Disabled; `withdrawn` by the undoing of the import that brought them, and then a file may bring them again. */
  readonly state: 'active' | 'disabled' | 'withdrawn'
  readonly facts: RolloutFacts | null
}

/**
 * What a row comes to. Of who is here already a file changes groups and what the rollout knows, and nothing else: no name, no address,
 * no language, no role, no way to sign in. Whoever is disabled is left alone.
 */
export type Outcome =
  | {
      readonly what: 'added'
      readonly row: FileRow
      readonly facts: RolloutFacts | null
      /** Their id, where an earlier import was undone. */
      readonly again: string | null
    }
  | {
      readonly what: 'changed'
      readonly row: FileRow
      readonly known: KnownPerson
      /** Groups that they were not in yet. */
      readonly groups: readonly string[]
      /** Null: nothing new is known. */
      readonly facts: RolloutFacts | null
    }
  | { readonly what: 'unchanged' | 'left'; readonly row: FileRow; readonly known: KnownPerson }

export function compared(row: FileRow, known: KnownPerson | undefined): Outcome {
  const facts = factsAfter(row, known?.facts ?? null)
  if (!known) return { what: 'added', row, facts, again: null }
  if (known.state === 'withdrawn') return { what: 'added', row, facts, again: known.id }
  if (known.state === 'disabled') return { what: 'left', row, known }
  const groups = row.groups.filter((group) => !known.groups.includes(group))
  const isNews = JSON.stringify(facts) !== JSON.stringify(known.facts)
  if (groups.length === 0 && !isNews) return { what: 'unchanged', row, known }
  return { what: 'changed', row, known, groups, facts: isNews ? facts : null }
}

/** An empty cell says nothing: it takes nothing away. */
function factsAfter(row: FileRow, before: RolloutFacts | null): RolloutFacts | null {
  const facts = {
    platforms: row.platforms ?? before?.platforms ?? [],
    department: row.department ?? before?.department ?? null,
    manager: row.manager ?? before?.manager ?? null,
    enrolledOn: row.enrolledOn ?? before?.enrolledOn ?? null,
  }
  const saysNothing =
    facts.platforms.length === 0 &&
    facts.department === null &&
    facts.manager === null &&
    facts.enrolledOn === null
  return saysNothing ? before : facts
}
