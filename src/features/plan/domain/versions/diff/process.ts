import type { FastLane, Notice, Process, Retention } from '../../document/process.ts'
import type { Text } from '../../document/text.ts'
import {
  about,
  bag,
  change,
  type Differ,
  daysOf,
  inOrder,
  list,
  parts,
  say,
  sentence,
  setting,
  textOf,
  toldElsewhere,
} from './differ.ts'
import { bursts, detection, deviceActions } from './intune.ts'
import { categories, edges, priorityCell } from './evidence.ts'
import { hoursNamed } from './naming.ts'
import type { Word } from './plan-change.ts'

const target = (code: string): Differ<number> =>
  sentence(code, (before, after, at) => ({
    priority: Number(at.place.at(-2)),
    before: { minutes: before },
    after: { minutes: after },
  }))

const targets = parts<Process['targets'][1]>({
  contactMinutes: target('target-contact'),
  resolveMinutes: target('target-resolve'),
})

const cells = parts<Process['priorityMatrix']['high']>({
  high: priorityCell,
  medium: priorityCell,
  low: priorityCell,
})

const priorityName: Differ<Text> = (before, after, at) =>
  textOf('name')(before, after, {
    ...at,
    subject: about('priority', { priority: Number(at.place.at(-1)) }),
  })

const laneValues = ({ priority, from, to }: FastLane) => ({ priority, from, to })

const fastLanes = list<FastLane>({
  by: [(lane) => JSON.stringify(lane), ({ priority, from }) => `${priority} from ${from}`],
  subject: ({ priority }) => about('lane', { priority }),
  item: parts<FastLane>({
    priority: toldElsewhere,
    from: toldElsewhere,
    to: sentence('lane-to', (before, after, at) => ({ subject: at.subject, before, after })),
  }),
  added: (lane) => ({ code: 'lane-added', values: laneValues(lane) }),
  removed: (lane) => ({ code: 'lane-gone', values: laneValues(lane) }),
})

const pause = (who: string) => {
  const clock = (which: string): Differ<boolean> => {
    return (_, stands, at) => [
      change(`${which}-clock-${stands ? 'stands' : 'runs'}`, at, { waiting: say(`pauses.${who}`) }),
    ]
  }
  return parts<Process['pauses']['vendor']>({ tier: clock('tier'), overall: clock('ticket') })
}

const noticed = (code: string) => (all: readonly Notice[]) =>
  all.map(({ moment, to, channel }) => ({
    code,
    values: {
      moment: say(`moments.${moment}`),
      to: say(`receivers.${to}`),
      channel: say(`channels.${channel}`),
    },
  }))

const retentionDays = parts<Retention>({
  closedTicketDays: daysOf('keptTickets'),
  rawMailDays: daysOf('keptMail'),
  attachmentDays: daysOf('keptFiles'),
})

const retention: Differ<Retention | null> = (before, after, at) => {
  if (before && after) return retentionDays(before, after, at)
  if (!after) return [change('retention-gone', at, {})]
  const days = (count: number): Word => say('rules.days', { count })
  return [
    change('retention-now', at, {
      tickets: days(after.closedTicketDays),
      mail: days(after.rawMailDays),
      files: days(after.attachmentDays),
    }),
  ]
}

const supportDays = (name: string) => setting<number>(name, (count) => say('rules.supportDays', { count }))

export const process: Differ<Process> = parts<Process>({
  contactTier: sentence('contact-tier', (before, after) => ({ before, after })),
  categories,
  priorityMatrix: parts<Process['priorityMatrix']>({ high: cells, medium: cells, low: cells }),
  priorityNames: parts<Process['priorityNames']>({
    1: priorityName,
    2: priorityName,
    3: priorityName,
    4: priorityName,
  }),
  targetHours: sentence('target-hours', (before, after, at) => ({
    before: hoursNamed(before, at.before),
    after: hoursNamed(after, at.after),
  })),
  targets: parts<Process['targets']>({ 1: targets, 2: targets, 3: targets, 4: targets }),
  warnAtPercent: sentence('warn-at', (before, after) => ({ before, after })),
  edges,
  fastLanes,
  bounceCap: sentence('bounce-cap', (before, after) => ({ before, count: after })),
  wayDown: sentence('way-down', (before, after) => ({
    before: say(`rules.wayDowns.${before}`),
    after: say(`rules.wayDowns.${after}`),
  })),
  knownIssueRequired: (_, required, at) => [
    change(required ? 'known-issue-required' : 'known-issue-free', at, {}),
  ],
  quietPeriodDays: supportDays('quietPeriod'),
  reopenWindowDays: daysOf('reopenWindow'),
  contactRetryMinutes: setting<number>('contactRetry', (minutes) => ({ minutes })),
  pauses: parts<Process['pauses']>({
    requester: pause('requester'),
    vendor: pause('vendor'),
    until: pause('until'),
  }),
  notices: bag<Notice>({
    more: noticed('notice-more'),
    less: noticed('notice-less'),
    order: (at) => inOrder('notices', at),
  }),
  retention,
  detection,
  deviceActions,
  bursts,
})
