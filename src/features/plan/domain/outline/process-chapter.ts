import type { Edge, EvidenceItem } from '../document/process.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { levels, noticeMoments, priorities } from '../values.ts'
import { facts, heading, list, paragraph, section, table } from './blocks.ts'
import { bursts, detection, deviceActions } from './intune-sections.ts'
import type { Block, FigureBlock, Stop, Way } from './plan-document.ts'
import { capital, line, lines, type Speech, withNote } from './speech.ts'
import { nameOf } from './teams-chapter.ts'

export function processChapter(plan: SupportPlan, speech: Speech): readonly Block[] {
  const { t } = speech
  return [
    heading(1, t('chapters.process')),
    paragraph(t('document.process.text')),
    processPath(plan, speech),
    list(
      steps(plan, speech).map((step) => line(step)),
      true,
    ),
    ...fastLanes(plan, speech),
    ...section(t('categories.title'), categories(plan, speech)),
    ...section(t('priority.title'), priorityTables(plan, speech)),
    ...section(
      t('evidence.title'),
      plan.process.edges.flatMap((edge) => evidenceTable(plan, edge, speech)),
    ),
    ...section(t('rules.title'), rules(plan, speech)),
    ...section(t('notices.title'), notices(plan, speech)),
    ...section(t('retention.title'), retention(plan, speech)),
    ...section(t('detection.title'), detection(plan, speech)),
    ...section(t('deviceActions.title'), deviceActions(plan, speech)),
    ...section(t('bursts.title'), bursts(plan, speech)),
  ]
}

function steps(plan: SupportPlan, { t }: Speech): readonly string[] {
  const { contactTier, wayDown } = plan.process
  return [
    t('steps.one', { tier: contactTier }),
    t('steps.two'),
    t('steps.three'),
    t(wayDown === 'together' ? 'steps.fourTogether' : 'steps.fourStepByStep'),
    t('steps.five'),
  ]
}

/** The five steps: up with evidence, down with the solution. */
function processPath(plan: SupportPlan, speech: Speech): FigureBlock {
  const { t, text } = speech
  const { tiers, vendor } = plan.teams
  const stops: Stop[] = [
    { level: null, name: t('teams.requester'), lines: [] },
    ...tiers.map((tier) => ({ level: tier.level, name: text(tier.name), lines: [] })),
    ...(vendor ? [{ level: vendor.level, name: text(vendor.name), lines: [] }] : []),
  ]
  const required = (from: number) =>
    plan.process.edges.find((edge) => edge.from === from)?.evidence.filter((item) => item.required).length ?? 0
  const ways = stops.slice(1).map((_, index): Way => {
    const from = stops[index]?.level ?? null
    return {
      up: {
        step: index < 3 && index < tiers.length ? index + 1 : null,
        label: from === null ? '' : t('process.evidenceCount', { count: required(from) }),
      },
      down:
        index >= tiers.length
          ? null
          : {
              step: index === 0 ? 5 : index === tiers.length - 1 ? 4 : null,
              label: t(index === 0 ? 'document.drawings.contact' : 'document.drawings.solution'),
            },
    }
  })
  return {
    kind: 'figure',
    figure: { kind: 'path', stops, ways },
    caption: t('document.drawings.path'),
    alt: t('document.drawings.pathAlt', {
      stops: stops.map((stop) => nameOf(t, stop)).join(', '),
      steps: steps(plan, speech).join(' '),
    }),
  }
}

function fastLanes({ process }: SupportPlan, { t, text }: Speech): readonly Block[] {
  return process.fastLanes.map((lane) =>
    paragraph(
      t('steps.fastLane', { priority: text(process.priorityNames[lane.priority]), from: lane.from, to: lane.to }),
    ),
  )
}

function categories({ process }: SupportPlan, { t, text }: Speech): readonly Block[] {
  const evidence = process.edges.flatMap((edge) => edge.evidence)
  return table(
    t('document.process.categoriesCaption'),
    [
      [t('categories.category'), 5],
      [t('categories.kind'), 2],
      [t('categories.defaultPriority'), 2],
      [t('categories.asks'), 3],
    ],
    process.categories.map((category) => {
      const priority = process.priorityMatrix[category.impact][category.urgency]
      const asks = category.asks.flatMap((key) => evidence.find((item) => item.key === key) ?? [])
      return [
        withNote(text(category.name), text(category.help)),
        line(t(`kinds.${category.kind}`)),
        line(`${priority} ${text(process.priorityNames[priority])}`),
        lines(asks.map((item) => text(item.name))),
      ]
    }),
  )
}

function priorityTables({ process }: SupportPlan, { t, text, minutes, hours }: Speech): readonly Block[] {
  const named = (priority: (typeof priorities)[number]) => `${priority} ${text(process.priorityNames[priority])}`
  return [
    ...table(
      t('priority.matrix'),
      [
        [t('priority.impact'), 2],
        ...levels.map((urgency) => [t('priority.urgencyIs', { level: t(`levels.${urgency}`) }), 2] as const),
      ],
      levels.map((impact) => [
        line(capital(t(`levels.${impact}`))),
        ...levels.map((urgency) => line(named(process.priorityMatrix[impact][urgency]))),
      ]),
    ),
    ...table(
      t('targets.overallCaption', { hours: hours(process.targetHours), percent: process.warnAtPercent }),
      [
        [t('priority.label'), 2],
        [t('targets.contact'), 2],
        [t('targets.resolve'), 2],
      ],
      priorities.map((priority) => [
        line(named(priority)),
        line(minutes(process.targets[priority].contactMinutes)),
        line(minutes(process.targets[priority].resolveMinutes)),
      ]),
    ),
  ]
}

function evidenceTable(plan: SupportPlan, edge: Edge, speech: Speech): readonly Block[] {
  const { t, text } = speech
  return table(
    t('document.process.edge', { from: edge.from, to: edge.to }),
    [
      [t('evidence.name'), 6],
      [t('evidence.kind'), 3],
      [t('document.process.needed'), 2],
      [t('document.process.appliesTo'), 6],
    ],
    edge.evidence.map((item) => [
      [
        { text: text(item.name) },
        { text: text(item.help), quiet: true },
        ...(item.options.length > 0
          ? [{ text: item.options.map((option) => text(option.name)).join(' · '), quiet: true }]
          : []),
      ],
      [
        { text: t(`evidenceKinds.${item.kind}`) },
        ...(item.filledBy ? [{ text: t(`filledBy.${item.filledBy}`), quiet: true }] : []),
      ],
      line(t(item.required ? 'evidence.required' : 'evidence.optional')),
      lines(appliesTo(plan, item, speech)),
    ]),
  )
}

/** Where nearly every category has it, the ones that have not are named. */
function appliesTo(
  { process }: SupportPlan,
  { appliesTo: only }: EvidenceItem,
  { t, category }: Speech,
): readonly string[] {
  const others = process.categories.filter((one) => !only.categories.includes(one.key)).map((one) => one.key)
  const inMost = only.categories.length > 4 && others.length < only.categories.length
  const categories = inMost
    ? t('document.process.allBut', { categories: others.map(category).join(', ') })
    : only.categories.map(category).join(', ')
  const platforms = only.platforms.map((platform) => t(`platforms.${platform}`)).join(', ')
  const where = [categories, platforms].filter(Boolean)
  return where.length > 0 ? where : [t('evidence.everywhere')]
}

function rules({ process }: SupportPlan, { t, minutes }: Speech): readonly Block[] {
  const stands = (still: boolean) => line(t(still ? 'pauses.stands' : 'pauses.runs'))
  return [
    facts([
      { label: t('rules.wayDown'), value: line(t(`rules.wayDowns.${process.wayDown}`)) },
      {
        label: t('rules.knownIssue'),
        value: line(t(process.knownIssueRequired ? 'rules.required' : 'rules.free')),
      },
      { label: t('rules.bounceCap'), value: line(t('rules.bounceCapText', { count: process.bounceCap })) },
      { label: t('rules.quietPeriod'), value: line(t('rules.supportDays', { count: process.quietPeriodDays })) },
      { label: t('rules.reopen'), value: line(t('rules.days', { count: process.reopenWindowDays })) },
      { label: t('rules.contactRetry'), value: line(minutes(process.contactRetryMinutes)) },
    ]),
    ...table(
      t('pauses.title'),
      [
        [t('pauses.whileWaiting'), 3],
        [t('pauses.tier'), 2],
        [t('pauses.overall'), 2],
      ],
      (['requester', 'vendor', 'until'] as const).map((wait) => [
        line(capital(t(`pauses.${wait}`))),
        stands(process.pauses[wait].tier),
        stands(process.pauses[wait].overall),
      ]),
    ),
  ]
}

/** One row for each moment at which somebody hears something. */
function notices({ process }: SupportPlan, { t }: Speech): readonly Block[] {
  return table(
    t('document.process.noticesCaption'),
    [
      [t('notices.moment'), 2],
      [t('channels.mail'), 2],
      [t('channels.desk'), 2],
    ],
    noticeMoments.flatMap((moment) => {
      const told = process.notices.filter((notice) => notice.moment === moment)
      if (told.length === 0) return []
      const by = (channel: 'mail' | 'desk') =>
        capital(
          told
            .filter((notice) => notice.channel === channel)
            .map((notice) => t(`receivers.${notice.to}`))
            .join(', '),
        )
      return [[line(t(`moments.${moment}`)), line(by('mail')), line(by('desk'))]]
    }),
  )
}

function retention({ process }: SupportPlan, { t }: Speech): readonly Block[] {
  if (!process.retention) return []
  return [
    facts(
      (['closedTicketDays', 'rawMailDays', 'attachmentDays'] as const).map((what) => ({
        label: t(`retention.${what}`),
        value: line(t('rules.days', { count: process.retention?.[what] ?? 0 })),
      })),
    ),
  ]
}
