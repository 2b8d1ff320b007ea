import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useDuration } from '#ui/time/Time.tsx'
import { useWords, type Words } from '#ui/words/words.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import type { SupportHours } from '../../domain/document/teams.ts'
import type { Text } from '../../domain/document/text.ts'
import { teams } from '../queries.ts'
import { weekParts } from '../../domain/weekly.ts'

export type PlanWords = {
  readonly t: Words<'plan'>
  /** A text of the plan in the reader's language. */
  readonly text: (text: Text) => string
  readonly minutes: (minutes: number) => string
  /** A calendar day: 14 December 2026. */
  readonly day: (day: string) => string
  readonly shortDay: (day: string) => string
  readonly weekday: (day: number) => string
  readonly weekly: (weekly: SupportHours['weekly']) => readonly string[]
  readonly hours: (plan: SupportPlan, key: string) => string
  readonly team: (key: string) => string
  readonly category: (plan: SupportPlan, key: string) => string
  readonly country: (code: string) => string
}

/** How the plan's values are said in the reader's language. */
export function usePlanWords(): PlanWords {
  const t = useWords('plan')
  const minutes = useDuration()
  const known = useQuery(teams).data?.teams
  const { language } = t
  const formats = useMemo(() => formatsIn(language), [language])
  const text = (value: Text) => value[language]
  return {
    t,
    text,
    minutes,
    day: (day) => formats.day.format(atNoon(day)),
    shortDay: (day) => formats.shortDay.format(atNoon(day)),
    weekday: (day) => formats.weekday.format(new Date(Date.UTC(2026, 0, 4 + day, 12))),
    weekly: (weekly) =>
      weekParts(weekly).map(({ firstDay, lastDay, ranges }) => {
        const name = (day: number) => formats.shortWeekday.format(new Date(Date.UTC(2026, 0, 4 + day, 12)))
        const days = firstDay === lastDay ? name(firstDay) : `${name(firstDay)}–${name(lastDay)}`
        return `${days} ${ranges.map((range) => `${range.from}–${range.to}`).join(', ')}`
      }),
    hours: (plan, key) => {
      const found = plan.teams.supportHours.find((hours) => hours.key === key)
      return found ? text(found.name) : key
    },
    team: (key) => known?.find((team) => team.key === key)?.name[language] ?? key,
    category: (plan, key) => {
      const found = plan.process.categories.find((category) => category.key === key)
      return found ? text(found.name) : key
    },
    country: (code) => formats.country.of(code) ?? code,
  }
}

function formatsIn(language: string) {
  const utc = { timeZone: 'UTC' } as const
  const locale = language === 'en' ? 'en-GB' : language
  return {
    day: new Intl.DateTimeFormat(locale, { ...utc, day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: new Intl.DateTimeFormat(locale, { ...utc, day: 'numeric', month: 'short' }),
    weekday: new Intl.DateTimeFormat(locale, { ...utc, weekday: 'long' }),
    shortWeekday: new Intl.DateTimeFormat(locale, { ...utc, weekday: 'short' }),
    country: new Intl.DisplayNames([locale], { type: 'region' }),
  }
}

/** A malformed day of a draft in the making is shown as the epoch's first rather than breaking the page. */
function atNoon(day: string): Date {
  const date = new Date(`${day}T12:00:00.000Z`)
  return Number.isNaN(date.getTime()) ? new Date(0) : date
}
