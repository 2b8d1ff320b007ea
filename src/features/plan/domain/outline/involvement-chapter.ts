import { calendarOf } from '../calendar.ts'
import type { Bridge, Wave } from '../document/involvement.ts'
import type { SupportPlan } from '../document/support-plan.ts'
import { card, facts, heading, list, paragraph, section, table } from './blocks.ts'
import type { Block } from './plan-document.ts'
import { line, linked, lines, type Speech, withNote } from './speech.ts'

export function involvementChapter(plan: SupportPlan, speech: Speech): readonly Block[] {
  const { t } = speech
  const { bridges } = plan.involvement
  return [
    heading(1, t('chapters.involvement')),
    paragraph(t('document.involvement.text')),
    ...rolloutCalendar(plan, speech),
    ...section(t('involvement.phases'), [...phaseTable(plan, speech), ...waveTable(plan, speech)]),
    ...section(
      t('involvement.bridges'),
      bridges.map((bridge) => bridgeCard(bridge, speech)),
    ),
    ...section(t('involvement.commitments'), commitments(plan, speech)),
    ...section(t('readiness.title'), readiness(plan, speech)),
    ...section(t('involvement.resources'), resources(plan, speech)),
  ]
}

function rolloutCalendar(plan: SupportPlan, { t, text, day, shortDay, month }: Speech): readonly Block[] {
  const calendar = calendarOf(plan)
  if (!calendar) return [paragraph(t('involvement.noPhases'))]
  const bars = calendar.bars.map((bar) => ({
    kind: bar.kind,
    name: text(bar.name),
    when: t('document.fromTo', { from: shortDay(bar.starts), to: shortDay(bar.ends) }),
    offset: bar.offset,
    length: bar.length,
    starts: bar.starts,
    ends: bar.ends,
  }))
  const said = bars.map((bar) =>
    t('document.drawings.bar', {
      kind: t(`document.drawings.kinds.${bar.kind}`),
      name: bar.name,
      when: t('document.fromTo', { from: day(bar.starts), to: day(bar.ends) }),
    }),
  )
  return [
    {
      kind: 'figure',
      figure: {
        kind: 'calendar',
        bars: bars.map(({ starts: _starts, ends: _ends, ...bar }) => bar),
        months: calendar.months.map(({ at, offset }) => ({ name: month(at), offset })),
      },
      caption: t('document.drawings.calendar'),
      alt: t('document.drawings.calendarAlt', { bars: said.join('; ') }),
    },
  ]
}

function phaseTable({ involvement }: SupportPlan, { t, text, day }: Speech): readonly Block[] {
  return table(
    t('document.involvement.phasesCaption'),
    [
      [t('document.involvement.phase'), 3],
      [t('involvement.starts'), 3],
      [t('involvement.ends'), 3],
      [t('involvement.mode'), 5],
    ],
    involvement.phases.map((phase) => [
      line(text(phase.name)),
      line(day(phase.starts)),
      line(day(phase.ends)),
      line(t(`involvement.modeText.${phase.mode}`)),
    ]),
  )
}

function waveTable({ involvement }: SupportPlan, speech: Speech): readonly Block[] {
  const { t, text, day } = speech
  const waves = involvement.phases.flatMap((phase) => phase.waves.map((wave) => ({ phase, wave })))
  return table(
    t('document.involvement.wavesCaption'),
    [
      [t('document.involvement.wave'), 4],
      [t('document.involvement.when'), 4],
      [t('involvement.expectedUsers'), 3],
      [t('involvement.groupsLabel'), 2],
      [t('categories.platforms'), 3],
    ],
    waves.map(({ phase, wave }) => [
      withNote(text(wave.name), text(phase.name)),
      lines([
        t('document.involvement.from', { day: day(wave.starts) }),
        t('document.involvement.until', { day: day(wave.ends) }),
      ]),
      line(wave.expectedUsers.toLocaleString(speech.language === 'en' ? 'en-GB' : speech.language)),
      line(wave.groups.join(', ')),
      lines(shares(wave, speech)),
    ]),
  )
}

const shares = ({ platforms }: Wave, { t }: Speech) =>
  platforms.map((one) =>
    t('document.involvement.share', { platform: t(`platforms.${one.platform}`), percent: one.percent }),
  )

function bridgeCard(bridge: Bridge, { t, text, weekday, minutes, phase, team }: Speech): Block {
  const { meetingLink } = bridge
  const when = bridge.weekly
    .map((one) => t('involvement.onDayAt', { day: weekday(one.day), at: one.at }))
    .join(', ')
  return card(null, text(bridge.name), [
    facts([
      {
        label: t('involvement.when'),
        value: line(`${when} (${minutes(bridge.lengthMinutes)}, ${bridge.timeZone})`),
      },
      { label: t('involvement.during'), value: line(bridge.phases.map(phase).join(', ')) },
      {
        label: t('involvement.quorum'),
        value: line(
          bridge.quorum.map((one) => t('involvement.quorumOf', { tier: one.tier, count: one.people })).join(', '),
        ),
      },
      {
        label: t('involvement.link'),
        value: meetingLink ? [linked(meetingLink, meetingLink)] : line(t('involvement.noLink')),
      },
      {
        label: t('involvement.host'),
        value: line(
          bridge.host === null ? t('involvement.anyHost') : t('involvement.hostOf', { team: team(bridge.host) }),
        ),
      },
      {
        label: t('involvement.scribe'),
        value: line(bridge.scribe === null ? t('involvement.anyScribe') : team(bridge.scribe)),
      },
      {
        label: t('involvement.exit'),
        value: [
          ...line(text(bridge.exit)),
          ...bridge.exitWhen.map((one) => ({ text: exitFigureLine(one, t), quiet: true })),
        ],
      },
    ]),
  ])
}

function exitFigureLine(one: Bridge['exitWhen'][number], t: Speech['t']): string {
  const needed = t(`comparisons.${one.comparison}`, { threshold: one.threshold })
  return t('readiness.sentenceAll', {
    figure: t(`bridgeExitFigures.${one.figure}`),
    needed: t('involvement.exitNeeded', { needed, count: one.days }),
  })
}

function commitments({ involvement }: SupportPlan, { t, text, team, phase, day }: Speech): readonly Block[] {
  return table(
    t('document.involvement.commitmentsCaption'),
    [
      [t('involvement.what'), 5],
      [t('involvement.who'), 2],
      [t('involvement.before'), 3],
    ],
    involvement.commitments.map((one) => [
      withNote(text(one.what), text(one.evidence)),
      line(team(one.team)),
      one.due === null
        ? line(phase(one.beforePhase))
        : withNote(phase(one.beforePhase), t('document.involvement.due', { day: day(one.due) })),
    ]),
  )
}

function readiness({ involvement }: SupportPlan, { t, wave }: Speech): readonly Block[] {
  return table(
    t('document.involvement.readinessCaption'),
    [
      [t('readiness.figure'), 4],
      [t('document.tier'), 2],
      [t('readiness.needed'), 2],
      [t('readiness.waves'), 4],
    ],
    involvement.readiness.map((one) => [
      line(t(`readinessFigures.${one.figure}`)),
      line(one.tier === null ? t('readiness.allTiers') : String(one.tier)),
      line(t(`comparisons.${one.comparison}`, { threshold: one.threshold })),
      line(one.waves.map(wave).join(', ')),
    ]),
  )
}

/** Addresses are written out: on paper nobody can click. */
function resources({ involvement }: SupportPlan, { text }: Speech): readonly Block[] {
  if (involvement.resources.length === 0) return []
  return [
    list(
      involvement.resources.map((resource) => [
        { text: text(resource.name) },
        { ...linked(resource.url, resource.url), quiet: true },
      ]),
    ),
  ]
}
