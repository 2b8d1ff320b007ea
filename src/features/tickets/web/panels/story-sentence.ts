import { dayAndTime } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'

type Entry = DeskTicket['story'][number]

/** One line of the timeline in words: `story.<type>`, with the plan's and people's own names in it. */
export function useStorySentence(shown: DeskTicket, names: PlanNames): (entry: Entry) => string {
  const t = useWords('tickets')
  const reader = useReader()
  const now = useNow()
  return ({ type, values }) => {
    const said: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(values))
      if (typeof value !== 'boolean') said[name] = nameOf(name, value)
    if (said['target'] && said['tier'])
      said['target'] = t('targetOfTier', { target: said['target'], tier: said['tier'] })
    return t.any(`story.${type}`, { ...said, count: Number(values['items'] ?? 0) })
  }

  function nameOf(name: string, value: string | number): string | number {
    if (name === 'agentId' || name === 'personId') return shown.people[String(value)]?.name ?? ''
    if (name === 'until') return dayAndTime(String(value), now, reader)
    if (name === 'category') return names.category(String(value))
    if (name === 'ticketId') return shown.linked[String(value)]?.number ?? ''
    if (name === 'severity') return names.severity(String(value))
    const key = lists[name]?.(value)
    return key && t.has(key) ? t.any(key) : value
  }
}

/** Values that are words of a closed list, and where those words stand. */
const lists: Readonly<Record<string, (value: string | number) => string>> = {
  target: (value) => `targets.${value}`,
  outcome: (value) => `outcomes.${value}`,
  channel: (value) => `channel.${value}`,
  platform: (value) => `platforms.${value}`,
  source: (value) => `sources.${value}`,
  impact: (value) => `level.${value}`,
  urgency: (value) => `level.${value}`,
  lacked: (value) => `lacked.${value}`,
}
