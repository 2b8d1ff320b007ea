import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { IssueText } from '../domain/issue-text.ts'
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

/** What Tierwise comes with. */
export type Catalogue = {
  readonly issues: readonly KnownIssue[]
  readonly byId: ReadonlyMap<string, KnownIssue>
  /** Another for every other content. */
  readonly hash: string
}

let catalogue: Catalogue | undefined

/** The catalogue, read and judged once per process. */
export function suppliedCatalogue(): Catalogue {
  catalogue ??= read(readFileSync(join(import.meta.dirname, '../content/known-issues.json'), 'utf8'))
  return catalogue
}

/** Lets a test say what a later release comes with. */
export function supply(content: Catalogue): void {
  catalogue = content
}

export function read(content: string): Catalogue {
  const issues = z
    .array(Kept)
    .parse(JSON.parse(content))
    .map(
      (issue): KnownIssue => ({
        ...issue,
        platforms: platformsOf(issue.platforms),
        number: null,
        state: 'published',
        version: 0,
        supplied: true,
        missing: null,
      }),
    )
  return {
    issues,
    byId: new Map(issues.map((issue) => [issue.id, issue])),
    hash: createHash('sha256').update(content).digest('hex').slice(0, 16),
  }
}

/** The text alone of a supplied issue. */
export function suppliedText(id: string): IssueText | null {
  const issue = suppliedCatalogue().byId.get(id)
  return issue ? textOf(issue) : null
}

export function textOf(issue: KnownIssue): IssueText {
  const {
    id: _id,
    number: _number,
    state: _state,
    version: _version,
    supplied: _supplied,
    missing: _missing,
    ...text
  } = issue
  return text
}

function platformsOf(named: readonly string[]): KnownIssue['platforms'] {
  return devicePlatforms.filter(
    (platform) =>
      named.includes('any') || named.includes(platform) || (platform === 'ios' && named.includes('ipados')),
  )
}
