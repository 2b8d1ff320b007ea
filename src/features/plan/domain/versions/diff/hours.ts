import type { SupportPlan } from '../../document/support-plan.ts'
import type { SupportHours } from '../../document/teams.ts'
import {
  about,
  type At,
  bag,
  byKey,
  byName,
  change,
  type Differ,
  deeper,
  list,
  parts,
  plain,
  same,
  say,
  shortName,
  textOf,
} from './differ.ts'
import { hoursNamed } from './naming.ts'
import { pairUp } from './pairing.ts'
import type { Opening, PlanChange, Words } from './plan-change.ts'

type Holidays = SupportHours['holidays']
type Closed = Holidays['closed'][number]

const week = (hours: SupportHours) => ({ name: { text: hours.name }, when: { openings: hours.weekly } })

const closedDay: Differ<Closed> = (before, after, at) => [
  ...(before.date === after.date
    ? []
    : [
        change('closed-day-moved', deeper(at, 'date'), {
          name: { text: after.name, quoted: true },
          before: { day: before.date },
          after: { day: after.date },
        }),
      ]),
  ...(same(before.name, after.name) ? [] : textOf('name')(before.name, after.name, deeper(at, 'name'))),
]

const closedDays = list<Closed>({
  by: [({ date }) => date, byName],
  subject: ({ date }) => about('closed-day', { day: { day: date } }),
  item: closedDay,
  added: (entry, at) => ({ code: 'closed-day-more', values: closedValues(entry, at) }),
  removed: (entry, at) => ({ code: 'closed-day-gone', values: closedValues(entry, at) }),
})

const closedValues = ({ date, name }: Closed, { subject }: At): Words => ({
  hours: subject,
  day: { day: date },
  name: { text: name },
})

const openDay = (code: string) => (days: readonly string[], at: At) =>
  days.map((day) => ({ code, values: { hours: at.subject, day: { day } } }))

const openDays = bag<string>({
  more: openDay('holiday-open'),
  less: openDay('holiday-closed'),
  order: ({ subject }) => ({ code: 'order', values: { field: say('changes.fields.openDays'), subject } }),
})

/** The written-out days follow from the country: they are told only when they changed without it. */
const holidays: Differ<Holidays> = (before, after, at) => [
  ...(before.country === after.country
    ? publicDays(before, after, at)
    : [
        after.country === null
          ? change('country-none', at, { hours: at.subject })
          : change('country-now', at, { hours: at.subject, country: { country: after.country } }),
      ]),
  ...parts<Pick<Holidays, 'closed' | 'open'>>({ closed: closedDays, open: openDays })(before, after, at),
]

function publicDays(before: Holidays, after: Holidays, at: At): readonly PlanChange[] {
  if (same(before.publicDays, after.publicDays)) return []
  const { added, removed } = pairUp(before.publicDays, after.publicDays, [(day) => JSON.stringify(day)])
  const place = deeper(at, 'publicDays')
  return [change('public-days', place, { hours: at.subject, more: added.length, less: removed.length })]
}

/** Said of the tiers that follow these hours, where there are any: that is what changes for people. */
const weekly: Differ<SupportHours['weekly']> = (before, after, at) => {
  const key = at.after.teams.supportHours[Number(at.place.at(-2))]?.key
  const levels = (hours: (tier: SupportPlan['teams']['tiers'][number]) => string | undefined) =>
    at.after.teams.tiers.filter((tier) => hours(tier) === key).map((tier) => tier.level)
  const followers = [
    { tiers: levels((tier) => tier.supportHours), codes: ['opens', 'closes'] },
    { tiers: levels((tier) => tier.onCall?.hours), codes: ['on-call-opens', 'on-call-closes'] },
  ].filter(({ tiers }) => tiers.length > 0)
  const told = [
    { openings: lessThan(after, before), index: 0 },
    { openings: lessThan(before, after), index: 1 },
  ].filter(({ openings }) => openings.length > 0)
  if (told.length === 0) return [change('hours-rewritten', at, { hours: at.subject })]
  return told.flatMap(({ openings, index }) => {
    const when = { openings }
    if (followers.length === 0) {
      return [change(index === 0 ? 'hours-open' : 'hours-close', at, { hours: at.subject, when })]
    }
    return followers.map(({ tiers, codes }) =>
      change(codes[index] ?? '', at, { tiers: { list: tiers }, count: tiers.length, when }),
    )
  })
}

/** A tier that follows other hours than before: which, and what that opens and closes. */
export const tierHours: Differ<string> = (before, after, at) => {
  const tier = at.after.teams.tiers[Number(at.place.at(-2))]?.level ?? 0
  const values = { tier, before: hoursNamed(before, at.before), after: hoursNamed(after, at.after) }
  const hours = (plan: SupportPlan, key: string) => plan.teams.supportHours.find((one) => one.key === key)
  const [old, now] = [hours(at.before, before), hours(at.before, after) ?? hours(at.after, after)]
  const told = change('tier-hours', at, values)
  if (!old || !now || old.timeZone !== now.timeZone) return [told]
  const only = (code: string, openings: readonly Opening[]) =>
    openings.length > 0 ? [change(code, at, { tiers: { list: [tier] }, count: 1, when: { openings } })] : []
  return [
    told,
    ...only('opens', lessThan(now.weekly, old.weekly)),
    ...only('closes', lessThan(old.weekly, now.weekly)),
  ]
}

/** What of these openings falls outside those others. */
export function lessThan(openings: readonly Opening[], others: readonly Opening[]): readonly Opening[] {
  return together(openings).flatMap((opening) =>
    others
      .filter((other) => other.day === opening.day)
      .reduce<readonly Opening[]>((rest, other) => rest.flatMap((one) => without(one, other)), [opening]),
  )
}

function without(one: Opening, other: Opening): readonly Opening[] {
  if (other.to <= one.from || one.to <= other.from) return [one]
  return [
    { ...one, to: other.from },
    { ...one, from: other.to },
  ].filter(({ from, to }) => from < to)
}

/** Openings that touch or overlap are one. */
function together(openings: readonly Opening[]): readonly Opening[] {
  const sorted = openings
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.day - other.day || (one.from < other.from ? -1 : 1))
  return sorted.reduce<readonly Opening[]>((done, opening) => {
    const last = done.at(-1)
    if (!last || last.day !== opening.day || last.to < opening.from) return [...done, opening]
    return [...done.slice(0, -1), { ...last, to: last.to > opening.to ? last.to : opening.to }]
  }, [])
}

export const supportHours = list<SupportHours>({
  by: [byKey, byName],
  subject: (hours) => about('hours', { name: { text: hours.name } }),
  item: parts<SupportHours>({
    key: shortName,
    name: textOf('name'),
    timeZone: plain('timeZone'),
    weekly,
    holidays,
  }),
  added: (hours) => ({ code: 'hours-added', values: week(hours) }),
})
