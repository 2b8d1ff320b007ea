import { z } from 'zod'
import { At } from './answers.ts'

const both = z.object({ nl: z.string(), en: z.string() })

/** Where the machine has it from. */
export const evidenceOrigins = [
  'codes-in-text',
  'device-snapshot',
  'enrollment-failure',
  'earlier-tickets',
  'checks',
] as const

/** What Tierwise can fill in of the evidence that a step up asks for; a person looks at it before it goes. */
export const EvidenceFound = z.object({
  found: z.array(
    z.object({
      /** Of the plan's evidence item. */
      key: z.string(),
      /** Empty where nothing is known. */
      value: z.string(),
      source: z.enum(evidenceOrigins),
      /** How old it is; null for what stands in the ticket. */
      readAt: At.nullable(),
      /** Why it could not be read, or not lately. */
      failed: z.string().nullable(),
    }),
  ),
  /** What known issues that were tried on the ticket ask for besides. */
  asks: z.array(z.object({ issueId: z.string(), symptom: both, items: z.array(both) })),
})
export type EvidenceFound = z.infer<typeof EvidenceFound>
export type FoundItem = EvidenceFound['found'][number]
