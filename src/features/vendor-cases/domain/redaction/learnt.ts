import type { FoundPersonal, Personal, PersonalKind } from './personal-kinds.ts'
import { isOrdinaryWord } from './things.ts'

/** What was found in one text by its surroundings, so that it is found in the others without them. */
export type Learnt = Personal & { readonly written: string }

/** What is called so by a label or stands in a list; the other kinds are known by their own form, and may be something else elsewhere. */
const learntKinds: ReadonlySet<PersonalKind> = new Set(['serial', 'device', 'name', 'account'])
/** So that a log full of them is read in seconds. */
const mostLearnt = 1000

/** What of these is looked for everywhere: each once, as what it was first, the longest first. */
export function learn(found: readonly (FoundPersonal | Learnt)[]): readonly Learnt[] {
  const learnt = new Map<string, Learnt>()
  for (const { kind, value, written } of found) {
    const place = written.toLowerCase()
    if (learntKinds.has(kind) && !learnt.has(place) && isTelling(written))
      learnt.set(place, { kind, value, written })
  }
  return [...learnt.values()]
    .slice(0, mostLearnt)
    .toSorted((one, other) => other.written.length - one.written.length)
}

/** Whether something means the same where nothing around it says so. */
function isTelling(written: string): boolean {
  if (/^\d+(?:[.,]\d+)*$/.test(written)) return written.length > 6
  if (/\d/.test(written) || /\p{L}[._-]\p{L}/u.test(written)) return written.length > 4
  return written.length > (/^\p{Lu}/u.test(written) ? 2 : 4) && !isOrdinaryWord(written)
}

/** A name is written as a name: `Mark`, not `mark`. */
export function learntPattern({ written }: Learnt): RegExp {
  const body = written.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const isName = /^\p{Lu}[\p{L}' ’-]*$/u.test(written) && /\p{Ll}/u.test(written)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${body}(?![\p{L}\p{N}])`, isName ? 'gu' : 'giu')
}
