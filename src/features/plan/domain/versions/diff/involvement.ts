import type { Bridge, Commitment, Involvement, Readiness, Resource } from '../../document/involvement.ts'
import {
  about,
  bagOf,
  byKey,
  byName,
  dayOf,
  type Differ,
  field,
  list,
  listOf,
  minutesOf,
  parts,
  plain,
  say,
  sentence,
  shortName,
  teamOf,
  textOf,
} from './differ.ts'
import { phaseNamed, resourceNamed, waveNamed } from './naming.ts'
import type { Word } from './plan-change.ts'
import { phases } from './rollout.ts'

type Quorum = Bridge['quorum'][number]

const quorum = list<Quorum>({
  by: [({ tier }) => String(tier)],
  subject: ({ tier }, at) => about('quorum', { tier, bridge: at.subject }),
  item: parts<Quorum>({ tier: plain('tier'), people: plain('people') }),
  added: ({ tier, people }, at) => ({ code: 'quorum-more', values: { tier, people, bridge: at.subject } }),
  removed: ({ tier }, at) => ({ code: 'quorum-less', values: { tier, bridge: at.subject } }),
})

type ExitFigure = Bridge['exitWhen'][number]

const exitNeeded = ({ comparison, threshold, days }: ExitFigure): Word =>
  say('involvement.exitNeeded', { needed: say(`comparisons.${comparison}`, { threshold }), count: days })

const exitFigureNamed = ({ figure }: ExitFigure) => say(`bridgeExitFigures.${figure}`)

const exitWhen = list<ExitFigure>({
  by: [
    (one) => JSON.stringify(one),
    ({ figure, comparison }) => `${figure} ${comparison}`,
    ({ figure }) => figure,
  ],
  subject: (one, at) => about('exit-figure', { figure: exitFigureNamed(one), bridge: at.subject }),
  item: sentence('exit-figure', (before, after, at) => ({
    subject: at.subject,
    before: exitNeeded(before),
    after: exitNeeded(after),
  })),
  added: (one, at) => ({
    code: 'exit-figure-more',
    values: { figure: exitFigureNamed(one), needed: exitNeeded(one), bridge: at.subject },
  }),
  removed: (one, at) => ({
    code: 'exit-figure-less',
    values: { figure: exitFigureNamed(one), bridge: at.subject },
  }),
})

const bridges = list<Bridge>({
  by: [byKey, byName],
  subject: ({ name }) => about('bridge', { name: { text: name } }),
  item: parts<Bridge>({
    key: shortName,
    name: textOf('name'),
    phases: bagOf<string>('phases', (key, at) => phaseNamed(key, at.after, at.before)),
    timeZone: plain('timeZone'),
    weekly: bagOf<Bridge['weekly'][number]>('weekly', ({ day, at }) => ({
      openings: [{ day, from: at, to: at }],
    })),
    lengthMinutes: minutesOf('length'),
    quorum,
    meetingLink: field<string | null>('meetingLink', (link) => link ?? say('involvement.noLink')),
    host: field<string | null>('host', (team) => (team === null ? say('involvement.anyHost') : { team })),
    scribe: field<string | null>('scribe', (team) => (team === null ? say('involvement.anyScribe') : { team })),
    exit: textOf('exit'),
    exitWhen,
  }),
})

const commitments = list<Commitment>({
  by: [byKey, ({ what }) => what.nl || null],
  subject: ({ what }) => about('commitment', { name: { text: what } }),
  item: parts<Commitment>({
    key: shortName,
    what: textOf('what'),
    team: teamOf('who'),
    beforePhase: sentence('before-phase', (before, after, at) => ({
      subject: at.subject,
      before: phaseNamed(before, at.before),
      after: phaseNamed(after, at.after),
    })),
    due: dayOf('due'),
    evidence: textOf('shownBy'),
  }),
})

const needed = ({ comparison, threshold }: Readiness): Word => say(`comparisons.${comparison}`, { threshold })

function figureNamed({ figure, tier }: Readiness): Word {
  const name = say(`readinessFigures.${figure}`)
  return tier === null ? about('figure', { figure: name }) : about('figure-of-tier', { figure: name, tier })
}

const readiness: Differ<Involvement['readiness']> = list<Readiness>({
  by: [
    (one) => JSON.stringify(one),
    ({ figure, tier, comparison }) => `${figure} ${tier} ${comparison}`,
    ({ figure, tier }) => `${figure} ${tier}`,
    ({ figure }) => figure,
  ],
  subject: figureNamed,
  item: (before, after, at) => [
    ...(before.comparison === after.comparison && before.threshold === after.threshold
      ? []
      : sentence<Readiness>('readiness', (old, now) => ({
          subject: at.subject,
          before: needed(old),
          after: needed(now),
        }))(before, after, at)),
    ...parts<Pick<Readiness, 'tier' | 'waves'>>({
      tier: field<number | null>('tier', (tier) => tier ?? say('changes.allTiers')),
      waves: bagOf<string>('waves', (key, inside) => waveNamed(key, inside.after, inside.before)),
    })(before, after, at),
  ],
  added: (one, at) => ({
    code: 'readiness-added',
    values: {
      subject: figureNamed(one),
      needed: needed(one),
      waves: listOf(one.waves.map((key) => waveNamed(key, at.after))),
    },
  }),
  removed: (one) => ({ code: 'readiness-gone', values: { subject: figureNamed(one) } }),
})

const resources = list<Resource>({
  by: [byKey, byName],
  subject: ({ key }, at) => about('resource', { name: resourceNamed(key, at.after, at.before) }),
  item: parts<Resource>({
    key: shortName,
    name: textOf('name'),
    url: plain('address'),
    tiers: field<readonly number[]>('tiers', (tiers) =>
      tiers.length === 0 ? say('changes.all') : { list: tiers },
    ),
  }),
})

export const involvement: Differ<Involvement> = parts<Involvement>({
  phases,
  bridges,
  commitments,
  readiness,
  resources,
})
