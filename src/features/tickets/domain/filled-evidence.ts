import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import { isFilled } from './evidence.ts'
import type { Evidence } from './ticket.ts'

/** What the machine knows of one evidence item. */
export type MachineFound = { readonly key: string; readonly value: string; readonly source: string }

export type ToAsk = {
  /** What a person is asked: what is missing, and steps that were made since they were last written down. */
  readonly asked: readonly EvidenceItem[]
  /** What stands there already, by key: as the machine knows it, for a person to look at. */
  readonly filled: Readonly<Record<string, string>>
}

/** What a dialog asks for, with what is known. What is there already is not asked again, unless more was tried since. */
export function toAsk(
  items: readonly EvidenceItem[],
  evidence: readonly Evidence[],
  found: readonly MachineFound[],
): ToAsk {
  const filled: Record<string, string> = {}
  const asked = items.filter((item) => {
    const known = found.find(({ key, value }) => key === item.key && value !== '')
    if (!isFilled(item, evidence)) {
      if (known) filled[item.key] = known.value
      return true
    }
    const before = evidence.find(({ key }) => key === item.key)?.value ?? ''
    const more = known?.source === 'checks' ? linesNotIn(before, known.value) : ''
    if (more === '') return false
    filled[item.key] = `${before.trimEnd()}\n${more}`.trimStart()
    return true
  })
  return { asked, filled }
}

function linesNotIn(before: string, text: string): string {
  const there = new Set(before.split('\n').map((line) => line.trim()))
  return text
    .split('\n')
    .filter((line) => !there.has(line.trim()))
    .join('\n')
}
