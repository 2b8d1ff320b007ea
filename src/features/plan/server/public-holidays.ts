import type { SupportHours } from '../domain/document/teams.ts'

type PublicDays = SupportHours['holidays']['publicDays']

// Two megabytes of rules of the world's holidays: only read when a plan is saved.
const library = () => import('date-holidays').then((module) => module.default)

export async function holidayCountries(): Promise<readonly string[]> {
  const Holidays = await library()
  return Object.keys(new Holidays().getCountries()).toSorted()
}

/** The public holidays of a country in these years, in both languages; none for a country that is not known. */
export async function publicDaysOf(country: string, firstYear: number, lastYear: number): Promise<PublicDays> {
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
