import type { Instant } from '#features/people/domain/instant.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import type { SupportHours } from '../domain/document/teams.ts'

type PublicDays = SupportHours['holidays']['publicDays']

// Two megabytes of rules of the world's holidays: only read when a plan is saved.
const library = () => import('date-holidays').then((module) => module.default)

/** Last year's until nine years on: longer than a plan stays in force, and a ticket's past is covered too. */
export async function publicDaysAhead(country: string, now: Instant): Promise<PublicDays> {
  const year = Number(now.slice(0, 4))
  return publicDaysOf(country, year - 1, year + 9)
}

/** Writes the public holidays of each country out, so that the document is whole without a holiday list beside it. */
export async function withPublicDays(document: SupportPlan, now: Instant): Promise<SupportPlan> {
  const supportHours = await Promise.all(
    document.teams.supportHours.map(async (hours) => {
      const { country } = hours.holidays
      const publicDays = country === null ? [] : await publicDaysAhead(country, now)
      return { ...hours, holidays: { ...hours.holidays, publicDays } }
    }),
  )
  return { ...document, teams: { ...document.teams, supportHours } }
}

/** The public holidays of a country in these years, in both languages; none for a country that is not known. */
async function publicDaysOf(country: string, firstYear: number, lastYear: number): Promise<PublicDays> {
  const Holidays = await library()
  const calendar = new Holidays(country)
  const days = new Map<string, PublicDays[number]>()
  for (let year = firstYear; year <= lastYear; year += 1) {
    const english = calendar.getHolidays(year, 'en').filter((day) => day.type === 'public')
    const dutch = new Map(calendar.getHolidays(year, 'nl').map((day) => [day.rule + day.date, day.name]))
    for (const { date, name, rule } of english) {
      const day = date.slice(0, 10)
      if (!days.has(day)) days.set(day, { date: day, name: { nl: dutch.get(rule + date) ?? name, en: name } })
    }
  }
  return [...days.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1))
}
