import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import type { SupportHours } from '#features/plan/domain/document/teams.ts'

type Keyed = { key: string }

/** The same plan with every name naming something, tiers and ways up in order, and periods that go forwards. */
export function consistent(given: SupportPlan): SupportPlan {
  const plan = structuredClone(given)
  plan.languages = [...new Set(plan.languages)]
  inOrder(plan)
  named(plan)
  return plan
}

function inOrder({ teams, process, training, involvement }: SupportPlan): void {
  unique([teams.supportHours, process.categories, training.courses, involvement.bridges, involvement.commitments])
  unique([involvement.resources, involvement.phases, involvement.phases.flatMap((phase) => phase.waves)])
  unique(training.courses.map((course) => course.agenda))
  for (const hours of teams.supportHours) straighten(hours)
  for (const bridge of involvement.bridges) bridge.timeZone = zoneFrom(bridge.timeZone)
  for (const [index, tier] of teams.tiers.entries()) tier.level = index + 1
  const top = teams.tiers.length + (teams.vendor ? 1 : 0)
  if (teams.vendor) {
    teams.vendor.level = top
    unique([teams.vendor.severities])
  }
  process.edges = Array.from({ length: top - 1 }, (_, index) => ({
    from: index + 1,
    to: index + 2,
    evidence: process.edges[index]?.evidence ?? [],
  }))
  const evidence = process.edges.flatMap((edge) => edge.evidence)
  unique([evidence, ...evidence.map((item) => item.options)])
  for (const item of evidence) if (item.kind === 'choice' && item.options.length === 0) item.kind = 'text'
  process.fastLanes =
    teams.tiers.length > 2 ? process.fastLanes.slice(0, 1).map((lane) => ({ ...lane, from: 1, to: 3 })) : []
  for (const phase of involvement.phases) {
    ;[phase.starts, phase.ends] = sorted(phase.starts, phase.ends)
    for (const wave of phase.waves) {
      ;[wave.starts, wave.ends] = [phase.starts, phase.ends]
      const share = wave.platforms.length === 0 ? 0 : Math.floor(100 / wave.platforms.length)
      for (const one of wave.platforms) one.percent = share
      if (wave.platforms[0]) wave.platforms[0].percent += 100 - share * wave.platforms.length
    }
  }
}

function named({ teams, process, training, involvement }: SupportPlan): void {
  const hours = keysOf(teams.supportHours)
  const tierTeams = teams.tiers.map((tier) => tier.team)
  const levels = teams.tiers.map((tier) => tier.level)
  const evidence = process.edges.flatMap((edge) => keysOf(edge.evidence))
  const phases = keysOf(involvement.phases)
  const resources = keysOf(involvement.resources)
  const waves = involvement.phases.flatMap((phase) => keysOf(phase.waves))
  for (const tier of teams.tiers) {
    tier.supportHours = one(hours, tier.supportHours)
    if (tier.onCall) tier.onCall.hours = one(hours, tier.onCall.hours)
  }
  if (teams.vendor) teams.vendor.openers = some(tierTeams, teams.vendor.openers)
  process.contactTier = one(levels, process.contactTier)
  for (const tier of teams.tiers) tier.talksToRequesters ||= tier.level === process.contactTier
  for (const rule of process.deviceActions) rule.tiers = some(levels, rule.tiers)
  process.targetHours = one(hours, process.targetHours)
  for (const category of process.categories) category.asks = some(evidence, category.asks)
  for (const item of process.edges.flatMap((edge) => edge.evidence)) {
    item.appliesTo.categories = some(keysOf(process.categories), item.appliesTo.categories)
  }
  for (const course of training.courses) {
    course.tier = one(levels, course.tier)
    if (phases.length === 0) course.planned = null
    if (course.planned) {
      course.planned.beforePhase = one(phases, course.planned.beforePhase)
      ;[course.planned.starts, course.planned.ends] = sorted(course.planned.starts, course.planned.ends)
    }
    for (const item of course.agenda) item.material = some(resources, item.material)
  }
  training.lineage.root = one(tierTeams, training.lineage.root)
  training.lineage.steps = bound(training.lineage.steps, 'course', keysOf(training.courses))
  involvement.bridges = involvement.bridges.filter(() => phases.length > 0)
  for (const bridge of involvement.bridges) {
    bridge.phases = some(phases, bridge.phases)
    if (bridge.host !== null) bridge.host = one(tierTeams, bridge.host)
    if (bridge.scribe !== null) bridge.scribe = one(tierTeams, bridge.scribe)
    for (const need of bridge.quorum) need.tier = one(levels, need.tier)
  }
  involvement.commitments = bound(involvement.commitments, 'beforePhase', phases)
  for (const figure of involvement.readiness) {
    if (figure.tier !== null) figure.tier = one(levels, figure.tier)
    figure.waves = some(waves, figure.waves)
  }
  for (const resource of involvement.resources) resource.tiers = some(levels, resource.tiers)
}

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'UTC'] as const
const zoneFrom = (text: string) => one(zones, text)
const sorted = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a])
const keysOf = (list: readonly Keyed[]) => list.map(({ key }) => key)

function straighten(hours: SupportHours): void {
  hours.timeZone = zoneFrom(hours.timeZone)
  if (hours.weekly.length === 0) hours.weekly = [{ day: 1, from: '09:00', to: '17:00' }]
  for (const [index, range] of hours.weekly.entries()) {
    range.day = index + 1
    ;[range.from, range.to] = range.from === range.to ? ['00:00', '24:00'] : sorted(range.from, range.to)
  }
}

function unique(lists: readonly (readonly Keyed[])[]): void {
  for (const list of lists) {
    const taken = new Set<string>()
    for (const [index, entry] of list.entries()) {
      if (taken.has(entry.key)) entry.key = `${entry.key}-again-${index}`
      taken.add(entry.key)
    }
  }
}

/** One of them, the same for the same word. */
function one<Name>(names: readonly Name[], word: string | number): Name {
  const sum = [...String(word)].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return names[sum % names.length] as Name
}

function some<Name>(names: readonly Name[], words: readonly (string | number)[]): Name[] {
  return names.length === 0 ? [] : [...new Set(words.map((word) => one(names, word)))]
}

/** Without anything to name, there is nobody to name it. */
function bound<Field extends string, Entry extends { [name in Field]: string }>(
  entries: Entry[],
  field: Field,
  names: readonly string[],
): Entry[] {
  return names.length === 0 ? [] : entries.map((entry) => ({ ...entry, [field]: one(names, entry[field]) }))
}
