import type { KnownIssue } from '#features/knowledge/domain/known-issue.ts'
import { lookAlikes } from '#features/knowledge/domain/find-issues.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { highestTier, tierOf } from '#features/plan/domain/lookup.ts'
import { platforms } from '#features/plan/domain/values.ts'
import { chanceOf, shuffled } from '../chance.ts'

/** A sandbox ticket that one person plays in one tier; everybody else in it is played by Tierwise. */
export type Exercise = {
  readonly tier: number
  readonly issue: KnownIssue
  readonly platform: Platform
  readonly seed: number
  /** The known issue that the trainee takes it for; null as long as they have not said. */
  readonly namedIssue: string | null
}

/** What is right to do with it in the trainee's tier. */
export type Expected = 'solve' | 'hand-up'

export function expectedOf({ tier, issue }: Pick<Exercise, 'tier' | 'issue'>): Expected {
  return issue.typicalTier <= tier ? 'solve' : 'hand-up'
}

/** Of ten exercises about six are solved in the tier itself; the others teach where its work ends. */
const solvedInTier = 0.6

type Wanted = {
  readonly plan: SupportPlan
  readonly tier: number
  /** Null: whatever the desk meets. */
  readonly platform: Platform | null
  /** Issues that this person has practised with. */
  readonly seen: readonly string[]
  readonly seed: number
}

/**
 * The same person, tier and number of exercises give the same one. Issues of old clients are history; what a vendor has to find is
 * for a tier that can ask the vendor.
 */
export function drawExercise(issues: readonly KnownIssue[], wanted: Wanted): Omit<Exercise, 'namedIssue'> | null {
  const { plan, tier, seed } = wanted
  if (!tierOf(plan, tier)) return null
  const chance = chanceOf(seed)
  const solving = tier >= highestTier(plan).level || chance() < solvedInTier
  const fitting = issues.filter((issue) => !issue.id.startsWith('legacy-') && suits(issue, wanted))
  const expected: Expected = solving ? 'solve' : 'hand-up'
  const [issue] = [
    () => fitting.filter((one) => fits(one, tier, expected) && !wanted.seen.includes(one.id)),
    () => fitting.filter((one) => fits(one, tier, expected)),
    () => fitting,
  ]
    .map((choose) => shuffled(choose(), chance))
    .flatMap((found) => found.slice(0, 1))
  if (!issue) return null
  const [platform] = shuffled(platformsFor(issue, wanted.platform), chance)
  return platform ? { tier, issue, platform, seed } : null
}

/** A tier above the contact tier gets what is meant for it, not what the tiers below it solve. */
function fits(issue: KnownIssue, tier: number, expected: Expected): boolean {
  return expected === 'solve' ? issue.typicalTier === tier : issue.typicalTier > tier && issue.typicalTier < 4
}

function suits(issue: KnownIssue, { plan, platform }: Wanted): boolean {
  if (issue.typicalTier > highestTier(plan).level && !plan.teams.vendor) return false
  return platformsFor(issue, platform).length > 0
}

function platformsFor(issue: KnownIssue, platform: Platform | null): readonly Platform[] {
  return platforms.filter((one) => issue.platforms.includes(one) && (platform === null || platform === one))
}

/** Among how many known issues the trainee chooses. */
export const candidateCount = 5

/** The right one and its look-alikes, always in the same order for the same exercise. */
export function candidatesFor(
  issues: readonly KnownIssue[],
  { issue, platform, seed }: Pick<Exercise, 'issue' | 'platform' | 'seed'>,
): readonly KnownIssue[] {
  const chance = chanceOf(seed + 1)
  const alike = lookAlikes(issues, issue).filter((other) => other.platforms.includes(platform))
  const others = issues.filter((other) => other.id !== issue.id && other.platforms.includes(platform))
  const wrong = [...alike.slice(0, 12), ...shuffled(others, chance)].filter(
    (other, index, all) => all.findIndex(({ id }) => id === other.id) === index,
  )
  const near = shuffled(wrong.slice(0, 8), chance).slice(0, candidateCount - 1)
  return shuffled([issue, ...near], chance)
}

const categoriesByArea: Readonly<Record<KnownIssue['area'], readonly string[]>> = {
  enrollment: ['enrollment-blocked'],
  autopilot: ['enrollment-blocked'],
  licensing: ['enrollment-blocked'],
  app: ['app-install'],
  update: ['app-install'],
  certificate: ['wifi-vpn-certificate'],
  policy: ['wifi-vpn-certificate', 'access-blocked'],
  compliance: ['access-blocked'],
  'conditional-access': ['access-blocked'],
  'app-protection': ['access-blocked', 'app-install'],
  sync: ['access-blocked'],
  'remote-action': ['access-blocked', 'passcode-encryption'],
}

/** The category of the plan under which the desk would keep it; an organisation may have others than the starter plan. */
export function categoryFor(
  plan: SupportPlan,
  { issue, platform }: Pick<Exercise, 'issue' | 'platform'>,
): string | null {
  const open = plan.process.categories.filter(
    ({ kind, platforms: only }) => kind === 'incident' && (only.length === 0 || only.includes(platform)),
  )
  const named = categoriesByArea[issue.area].find((key) => open.some((category) => category.key === key))
  return named ?? open[0]?.key ?? null
}
