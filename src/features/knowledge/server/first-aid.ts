import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Language } from '#features/people/domain/person.ts'
import { type FirstAid, firstAidIn, type FirstAidText } from '../domain/first-aid.ts'
import type { KnownIssue } from '../domain/known-issue.ts'
import { suppliedText } from './supplied.ts'

const title = z.strictObject({ nl: z.string(), en: z.string() })
const steps = z.strictObject({ nl: z.array(z.string()), en: z.array(z.string()) })
const Texts = z.record(z.string(), z.strictObject({ title, steps }))

let texts: Readonly<Record<string, FirstAidText>> | undefined

/** The supplied words for requesters, by issue; read once per process. */
function suppliedWords(): Readonly<Record<string, FirstAidText>> {
  texts ??= Texts.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../content/first-aid-texts.json'), 'utf8')),
  )
  return texts
}

/** What a requester may read of an issue as the organisation has it; null where it is nothing for them. */
export function firstAidOf(issue: KnownIssue, language: Language): FirstAid | null {
  const supplied = suppliedText(issue.id)
  return firstAidIn(issue, supplied && { fix: supplied.fix, words: suppliedWords()[issue.id] ?? null }, language)
}
