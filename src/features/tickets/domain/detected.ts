import type { FindingFacts, FindingKind } from '#features/devices/domain/findings.ts'
import { codesIn } from '#features/knowledge/domain/codes.ts'
import type { Category } from '#features/plan/domain/document/process.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import type { GivenEvidence } from './moves.ts'

/** What was found, as far as a ticket is made of it. */
export type Detected = {
  readonly kind: FindingKind
  readonly platform: Platform | null
  readonly facts: FindingFacts
}

/** The codes in what was found, in their normal form. */
export function codesOfFinding({ facts }: Pick<Detected, 'facts'>): readonly string[] {
  return codesIn(facts['reason'] ?? '')
}

/**
 * The plan's category for it: of a failed enrollment, the one whose handover asks for the failure, or that of a device limit where that is
 * what failed. Null where the plan has none: the first tier chooses.
 */
export function categoryOfFinding({ process }: SupportPlan, { kind, platform, facts }: Detected): string | null {
  if (kind !== 'enrollment-failure') return null
  const fits = ({ platforms, kind: of }: Category) =>
    of === 'incident' && (platform === null || platforms.length === 0 || platforms.includes(platform))
  const asking = process.edges
    .flatMap(({ evidence }) => evidence)
    .filter(({ filledBy }) => filledBy === 'enrollment-failure')
    .flatMap(({ appliesTo }) => appliesTo.categories)
  const isLimit = /cap|limit/i.test(facts['reason'] ?? '')
  const limit = process.categories.find((one) => isLimit && one.key === 'device-limit' && fits(one))
  const enrolling = process.categories.filter((one) => asking.includes(one.key) && fits(one))
  return (limit ?? enrolling.find(({ key }) => key.includes('enroll')) ?? enrolling[0])?.key ?? null
}

/** What the machine can fill in of the evidence that the plan asks for. */
export function evidenceOfFinding(
  { process }: SupportPlan,
  { facts, kind, platform }: Detected,
  category: string | null,
  failure: string,
): readonly GivenEvidence[] {
  if (kind !== 'enrollment-failure') return []
  const items = process.edges
    .flatMap(({ evidence }) => evidence)
    .filter(
      ({ appliesTo: { categories, platforms } }) =>
        (categories.length === 0 || (category !== null && categories.includes(category))) &&
        (platforms.length === 0 || (platform !== null && platforms.includes(platform))),
    )
  const codes = codesOfFinding({ facts })
  const hex = codes.find((code) => /^[0-9A-F]{8}$/.test(code))
  const written = hex === undefined ? codes[0] : `0x${hex}`
  const filled = items.flatMap((item): readonly GivenEvidence[] => {
    const value =
      item.kind === 'choice'
        ? undefined
        : item.filledBy === 'enrollment-failure'
          ? failure
          : item.kind === 'code'
            ? written
            : item.key === 'os-version'
              ? [facts['os'], facts['osVersion']].filter((one) => one !== undefined).join(' ')
              : undefined
    return value === undefined || value === '' ? [] : [{ key: item.key, value, files: [] }]
  })
  return filled.filter(({ key }, index) => filled.findIndex((other) => other.key === key) === index)
}

/** How people speak of enrolling a device, in Dutch and English. */
const enrolling =
  /\benrol|inschrij|ingeschreven|aanmeld|registr|bedrijfsportal|company portal|instellen voor|set up for work/i

/** An open ticket of the person whom a finding concerns. */
export type OwnTicket = {
  readonly id: string
  readonly number: number
  readonly category: string | null
  readonly platform: string | null
  /** It was closed after this was met last: what was met is solved, and comes late. */
  readonly isClosed: boolean
  /** What was written in it. */
  readonly text: string
}

/**
 * The ticket in which it has been said already, the latest first; null where nobody said it. It speaks of the same code, failure or device;
 * or, of a failed enrollment, it is of the same kind, or nobody chose one yet and it speaks of enrolling, on the same platform as far as it says.
 */
export function alreadySaid(
  detected: Detected,
  category: string | null,
  open: readonly OwnTicket[],
): OwnTicket | null {
  const { kind, platform, facts } = detected
  if (kind === 'expiring-certificate' || kind === 'service-incident') return null
  const codes = codesOfFinding(detected)
  const named = [facts['serial'], facts['device']].filter((one) => one !== undefined && one.length >= 5)
  const latest = open.toSorted((one, other) => other.number - one.number)
  return (
    latest.find(
      ({ text }) =>
        codesIn(text).some((code) => codes.includes(code)) ||
        named.some((name) => name && text.toLowerCase().includes(name.toLowerCase())),
    ) ??
    latest.find(
      (ticket) =>
        kind === 'enrollment-failure' &&
        (ticket.platform === null || platform === null || ticket.platform === platform) &&
        (ticket.category === null ? enrolling.test(ticket.text) : ticket.category === category),
    ) ??
    null
  )
}
