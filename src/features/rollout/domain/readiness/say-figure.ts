import { percentages } from '#features/plan/domain/check/readiness-figures.ts'
import type { Figure, FigureName, Remark } from './figure.ts'

/** How figures of readiness are said; the same on a page, in a document and in a mail. */
export type FigureSpeech = {
  readonly name: (figure: Pick<Figure, 'figure' | 'tier'>) => string
  readonly value: (figure: Pick<Figure, 'figure' | 'value' | 'why'>) => string
  readonly needed: (figure: Pick<Figure, 'figure' | 'needed' | 'comparison'>) => string
  readonly remarks: (figure: Pick<Figure, 'remarks' | 'why'>) => readonly string[]
}

/** Words of this feature's catalogue. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

const works: ReadonlySet<FigureName> = new Set(['mail-works', 'connector-works'])

export function figureSpeech(language: 'nl' | 'en', say: Say, timeZone: string): FigureSpeech {
  const locale = language === 'en' ? 'en-GB' : 'nl'
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const shift = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  const amount = (figure: FigureName, value: number) => {
    if (works.has(figure)) return say(value > 0 ? 'readiness.works' : 'readiness.fails')
    if (percentages.has(figure as never) || figure === 'shifts-covered') return `${number.format(value)}%`
    return number.format(value)
  }
  const remark = ({ code, values }: Remark): string => {
    const said = Object.entries(values).map(([name, value]) => [name, sayValue(code, name, value)] as const)
    return say(`remarks.${code}`, Object.fromEntries(said))
  }
  const sayValue = (code: Remark['code'], name: string, value: Remark['values'][string]) => {
    if (typeof value === 'object') return value[language]
    if (typeof value === 'number') return value
    if (code === 'gap') return (name === 'from' ? shift : time).format(new Date(value))
    return name === 'due' ? longDay.format(new Date(`${value}T12:00:00Z`)) : value
  }
  return {
    name: ({ figure, tier }) => say(`figures.${figure}${tier === null ? '' : '-of-tier'}`, { tier: tier ?? 0 }),
    value: ({ figure, value }) => (value === null ? say('readiness.noValue') : amount(figure, value)),
    needed: ({ figure, needed, comparison }) =>
      works.has(figure)
        ? say('readiness.works')
        : say(`readiness.${comparison}`, { value: amount(figure, needed) }),
    remarks: ({ remarks, why }) => [...(why === null ? [] : [say(`why.${why}`)]), ...remarks.map(remark)],
  }
}
