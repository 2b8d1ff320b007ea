import type { Fact } from './report.ts'

/**
 * A certificate on one page, as `certificatePdf` takes it. All words come from the caller, in one language; names as people write
 * them. What does not fit is set smaller, never cut.
 */
export type Certificate = {
  readonly language: 'nl' | 'en'
  /** `Certificate`. */
  readonly title: string
  readonly organisation: string
  /** Above the name: `This certifies that`. */
  readonly before: string
  readonly person: string
  /** Between the name and the course: `has completed the training`. */
  readonly between: string
  readonly course: string
  /** Below the course: `and may work in tier 2 of the support for Microsoft Intune`; null: nothing. */
  readonly permission: string | null
  /** The tier whose colour it has, 1 to 4; null: none. */
  readonly tier: number | null
  /** In a row below, six at most: plan version, date, valid until, number. */
  readonly facts: readonly Fact[]
  /** Who stands for it, with a line to sign on; null: nobody. */
  readonly trainer: { readonly name: string; readonly role: string } | null
  /** At the foot: how it can be verified. */
  readonly footer: string
  readonly author: string
  /** A calendar day, `2026-12-01`: the same certificate gives the same bytes. */
  readonly day: string
}
