import type { DeviceContext } from '#features/devices/domain/context.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'

export type FileFact = { readonly id: string; readonly name: string; readonly size: number; readonly type: string }

/** Everything that is known when a packet is made, in English where there is English for it. */
export type PacketFacts = {
  readonly ticket: {
    readonly number: number
    readonly subject: string
    readonly description: string
    readonly category: string | null
    readonly platform: string | null
    readonly openedAt: Instant
    readonly wave: string | null
    readonly priority: string
    /** Tickets that are linked as having the same cause. */
    readonly sameCause: number
    /** Other tickets with one of its codes that are not solved. */
    readonly sameCode: number
  }
  readonly evidence: readonly {
    readonly key: string
    readonly kind: EvidenceItem['kind']
    readonly name: string
    /** The English name of what was chosen, else what was typed. */
    readonly value: string
    /** What was chosen from the plan's own list, which is English already. */
    readonly chosen: string | null
    readonly files: readonly string[]
  }[]
  /** Codes in any of these words, as Microsoft writes them. */
  readonly codes: readonly string[]
  readonly context: DeviceContext | null
  readonly tenantId: string | null
  readonly files: readonly FileFact[]
  /** What was tried with the requester and did not help. */
  readonly attempts: readonly { readonly at: Instant; readonly text: string }[]
}
