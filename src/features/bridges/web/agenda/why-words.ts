import { useQuery } from '@tanstack/react-query'
import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useDuration, useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { AgendaItemView } from '../../contract/answers.ts'
import { bridgesOverview } from '../queries.ts'

type Why = AgendaItemView['why']

const textOf = (why: Why, key: string) => (typeof why[key] === 'string' ? why[key] : '')
const numberOf = (why: Why, key: string) => Number(why[key] ?? 0)
const listOf = (why: Why, key: string): readonly string[] => {
  const value = why[key]
  return Array.isArray(value) ? value : []
}

/** Why something is on an agenda, in a sentence. */
export function useWhyWords(): (item: Pick<AgendaItemView, 'kind' | 'why' | 'addedBy'>) => string {
  const t = useWords('bridges')
  const now = useNow()
  const reader = useReader()
  const duration = useDuration()
  const burst = useBurstWords()
  const when = (at: string) => dayAndTime(at, now, reader)
  return ({ kind, why, addedBy }) => {
    switch (kind) {
      case 'brought':
        return t.any(`why.brought.${textOf(why, 'by') || 'person'}`)
      case 'bounced':
        return t('why.bounced', { count: numberOf(why, 'bounces') })
      case 'stuck':
        return t('why.stuck', { duration: duration(numberOf(why, 'minutes')) })
      case 'due-soon': {
        const target = t.any(`why.targets.${textOf(why, 'target')}`)
        const isMissed = textOf(why, 'dueAt') <= now
        return t(isMissed ? 'why.missed' : 'why.due', { target, when: when(textOf(why, 'dueAt')) })
      }
      case 'vendor-answer':
        return t('why.vendor-answer', { when: when(textOf(why, 'at')) })
      case 'new-code': {
        const codes = listOf(why, 'codes')
        return t('why.new-code', { count: codes.length, codes: codes.map(spelled).join(', ') })
      }
      case 'burst':
        return burst(why)
      case 'follow-up': {
        const due = textOf(why, 'due')
        return due === ''
          ? t('why.decision')
          : t('why.task', { who: textOf(why, 'who'), due: dayOnly(due, reader) })
      }
      case 'own':
        return addedBy ? t('why.own', { name: addedBy.name }) : t('why.ownUnknown')
    }
  }
}

/** What a burst has in common. */
export function useBurstWords(): (why: Why) => string {
  const t = useWords('bridges')
  const plan = useQuery(bridgesOverview).data
  return (why) => {
    const [category, wave, platform] = [textOf(why, 'category'), textOf(why, 'wave'), textOf(why, 'platform')]
    const numbers = listOf(why, 'tickets').map((number) => `T-${number}`)
    const tickets = [...numbers.slice(0, 6), ...(numbers.length > 6 ? ['…'] : [])].join(', ')
    const of = textOf(why, 'of') === 'category' && platform === '' ? 'categoryOnly' : textOf(why, 'of')
    return t.any(`why.burst.${of}`, {
      count: numberOf(why, 'count'),
      code: spelled(textOf(why, 'code')),
      issue: textOf(why, t.language),
      failure: textOf(why, 'failure'),
      words: textOf(why, 'words'),
      category: plan?.categories[category]?.[t.language] ?? category,
      wave: plan?.waves[wave]?.[t.language] ?? wave,
      platform: platform === '' ? '' : t.any(`why.platforms.${platform}`),
      tickets,
    })
  }
}

/** A code of eight hexadecimal signs as people see it. */
function spelled(code: string): string {
  return /^[0-9A-F]{8}$/.test(code) ? `0x${code}` : code
}

function dayOnly(day: string, { language }: { readonly language: string }): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', style).format(new Date(`${day}T12:00:00Z`))
}
