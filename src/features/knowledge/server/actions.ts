import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { areas, devicePlatforms, type KnownIssue } from '../domain/known-issue.ts'

const words = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const lines = z.strictObject({ nl: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) })

const Kept = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  codes: z.array(z.string().min(1)),
  platforms: z.array(z.enum([...devicePlatforms, 'ipados', 'any'])).min(1),
  area: z.enum(areas),
  graphFailureCategory: z.string().nullable(),
  symptom: words,
  cause: words,
  checks: lines,
  fix: lines,
  typicalTier: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  evidence: z.array(words).min(1),
  source: z.url(),
})

let kept: readonly KnownIssue[] | undefined

/** The known issues that Tierwise comes with, in the order of its catalogue. Read and judged once per process. */
export function knownIssues(): readonly KnownIssue[] {
  kept ??= z
    .array(Kept)
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../content/known-issues.json'), 'utf8')))
    .map((issue) => ({
      ...issue,
      platforms: platformsOf(issue.platforms),
      number: null,
      state: 'published',
      version: 0,
      supplied: true,
      missing: null,
    }))
  return kept
}

export function knownIssue(id: string): KnownIssue | null {
  return knownIssues().find((issue) => issue.id === id) ?? null
}

function platformsOf(named: readonly string[]): KnownIssue['platforms'] {
  return devicePlatforms.filter(
    (platform) =>
      named.includes('any') || named.includes(platform) || (platform === 'ios' && named.includes('ipados')),
  )
}
