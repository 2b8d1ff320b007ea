import type { SupportPlan } from '../document/support-plan.ts'
import type { SupportHours, Tier, VendorTier } from '../document/teams.ts'
import { priorities } from '../values.ts'
import { card, facts, heading, list, paragraph, section, table } from './blocks.ts'
import type { Block, Fact, FigureBlock, Line, Stop } from './plan-document.ts'
import { line, lines, type Speech, withNote } from './speech.ts'

export function teamsChapter(plan: SupportPlan, today: string, speech: Speech): readonly Block[] {
  const { t } = speech
  const { tiers, vendor, supportHours } = plan.teams
  const years = yearsOf(plan, today)
  return [
    heading(1, t('chapters.teams')),
    paragraph(t('document.teams.text')),
    tierChart(plan, speech),
    ...section(t('document.teams.cards'), [
      ...tiers.map((tier) => tierCard(plan, tier, speech)),
      ...(vendor ? [vendorCard(vendor, speech)] : []),
    ]),
    ...section(
      t('teams.supportHours'),
      supportHours.flatMap((hours, index) => hoursBlocks(hours, supportHours.slice(0, index), years, speech)),
    ),
  ]
}

function tierChart(plan: SupportPlan, { t, text, team, hours }: Speech): FigureBlock {
  const { tiers, vendor } = plan.teams
  const stops: Stop[] = tiers.map((tier) => ({
    level: tier.level,
    name: text(tier.name),
    lines: [
      `${team(tier.team)} · ${t('teams.agents', { count: tier.capacity.agents })}`,
      [tier.supportHours, ...(tier.onCall ? [tier.onCall.hours] : [])].map(hours).join(' + '),
    ],
  }))
  if (vendor) {
    const lines = [t('teams.vendorOutside', { supplier: vendor.supplier })]
    stops.push({ level: vendor.level, name: text(vendor.name), lines })
  }
  const requester: Stop = {
    level: null,
    name: t('teams.requester'),
    lines: [t('teams.requesterContact', { tier: plan.process.contactTier })],
  }
  const all = [...stops.toReversed(), requester]
  return {
    kind: 'figure',
    figure: { kind: 'tiers', stops: all },
    caption: t('document.drawings.tiers'),
    alt: t('document.drawings.tiersAlt', {
      stops: all.map((stop) => `${nameOf(t, stop)} (${stop.lines.join('; ')})`).join(', '),
    }),
  }
}

export const nameOf = (t: Speech['t'], { level, name }: Stop) =>
  level === null ? name : t('document.tierNamed', { tier: level, name })

/** One card to pin to a wall: who this is, when they are there, how they are reached, what they do and how fast. */
function tierCard(plan: SupportPlan, tier: Tier, speech: Speech): Block {
  const { t, text, team, hours, minutes } = speech
  const { targets, process } = { targets: tier.targets, process: plan.process }
  const items: Fact[] = [
    { label: t('document.teams.who'), value: line(team(tier.team)) },
    {
      label: t('teams.capacity'),
      value: line(
        t('teams.capacityText', { agents: tier.capacity.agents, tickets: tier.capacity.ticketsPerAgent }),
      ),
    },
    { label: t('teams.hours'), value: hoursLines(plan, tier.supportHours, speech) },
    {
      label: t('teams.onCall'),
      value: tier.onCall ? withNote(hours(tier.onCall.hours), text(tier.onCall.note)) : line(t('teams.noOnCall')),
    },
    { label: t('document.teams.reached'), value: lines(reachedBy(plan, tier, speech)) },
  ]
  return card(tier.level, text(tier.name), [
    facts(items),
    ...(tier.responsibilities.length > 0
      ? [paragraph(t('teams.responsibilities'), true), list(tier.responsibilities.map((one) => line(text(one))))]
      : []),
    ...table(
      t('targets.ofTier', { tier: tier.level }),
      [
        [t('priority.label'), 2],
        [t('targets.acknowledge'), 2],
        [t('targets.work'), 2],
        [t('targets.takeNote'), 2],
      ],
      priorities.map((priority) => [
        line(`${priority} ${text(process.priorityNames[priority])}`),
        line(minutes(targets[priority].acknowledgeMinutes)),
        line(minutes(targets[priority].workMinutes)),
        line(minutes(targets[priority].takeNoteMinutes)),
      ]),
    ),
  ])
}

function hoursLines(plan: SupportPlan, key: string, { hours, week }: Speech): readonly Line[] {
  const found = plan.teams.supportHours.find((one) => one.key === key)
  return [{ text: hours(key) }, ...(found ? week(found.weekly).map((text) => ({ text, quiet: true })) : [])]
}

function reachedBy(plan: SupportPlan, tier: Tier, { t }: Speech): readonly string[] {
  const below = plan.process.edges.filter((edge) => edge.to === tier.level).map((edge) => edge.from)
  return [
    ...(plan.process.contactTier === tier.level ? [t('document.teams.byRequesters')] : []),
    ...below.map((from) => t('document.teams.byHandover', { tier: from })),
    ...(tier.talksToRequesters && plan.process.contactTier !== tier.level ? [t('document.teams.alsoTalks')] : []),
  ]
}

function vendorCard(vendor: VendorTier, { t, text, team, minutes, languageName }: Speech): Block {
  return card(vendor.level, text(vendor.name), [
    facts([
      { label: t('document.teams.who'), value: line(vendor.supplier) },
      { label: t('teams.contractKind'), value: line(t(`contractKinds.${vendor.contractKind}`)) },
      { label: t('document.teams.reached'), value: line(text(vendor.contract)) },
      { label: t('teams.openers'), value: line(vendor.openers.map(team).join(', ')) },
      { label: t('teams.languages'), value: line(vendor.languages.map(languageName).join(', ')) },
    ]),
    ...table(
      t('document.teams.severities'),
      [
        [t('teams.severity'), 4],
        [t('teams.response'), 2],
      ],
      vendor.severities.map((severity) => [line(text(severity.name)), line(minutes(severity.responseMinutes))]),
    ),
  ])
}

/** The years whose closed days are printed: from the document's own to the one after the rollout. The plan itself has more. */
function yearsOf({ involvement }: SupportPlan, today: string): readonly string[] {
  const yearOf = (day: string) => Number(day.slice(0, 4)) || 0
  const first = yearOf(today)
  const last = Math.min(Math.max(first, ...involvement.phases.map((phase) => yearOf(phase.ends))) + 1, first + 10)
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
}

function hoursBlocks(
  own: SupportHours,
  earlier: readonly SupportHours[],
  years: readonly string[],
  { t, text, week, day, country }: Speech,
): readonly Block[] {
  const { holidays } = own
  const items: Fact[] = [
    { label: t('hours.weekly'), value: lines(week(own.weekly)) },
    { label: t('hours.timeZone'), value: line(own.timeZone) },
    {
      label: t('hours.holidays'),
      value: line(
        holidays.country === null
          ? t('hours.noHolidays')
          : t('hours.holidaysOf', { country: country(holidays.country) }),
      ),
    },
  ]
  const same = earlier.find((one) => sameDays(one, own))
  if (same)
    items.push({ label: t('document.days.closed'), value: line(t('document.days.as', { name: text(same.name) })) })
  else {
    const days = [...holidays.publicDays, ...holidays.closed]
      .filter(({ date }) => years.includes(date.slice(0, 4)))
      .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
    const named = ({ date, name }: (typeof days)[number]) =>
      t('document.days.named', { day: day(date).replace(/ \d{4}$/, ''), name: text(name) })
    for (const [year, ofYear] of Map.groupBy(days, ({ date }) => date.slice(0, 4)))
      items.push({ label: t('document.days.closedIn', { year }), value: line(ofYear.map(named).join(', ')) })
  }
  if (holidays.open.length > 0)
    items.push({ label: t('hours.openAfterAll'), value: line(holidays.open.map(day).join(', ')) })
  return [card(null, text(own.name), [facts(items)])]
}

function sameDays(one: SupportHours, other: SupportHours): boolean {
  const days = ({ holidays }: SupportHours) => JSON.stringify([holidays.publicDays, holidays.closed])
  return other.holidays.publicDays.length > 0 && days(one) === days(other)
}
