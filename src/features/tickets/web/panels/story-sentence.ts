import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { PlanNames } from '../plan-names.ts'

type Entry = DeskTicket['story'][number]

/** One line of the timeline in words: `story.<type>`, with the plan's and people's own names in it. */
export function useStorySentence(shown: DeskTicket, names: PlanNames): (entry: Entry) => string {
  const t = useWords('tickets')
  return ({ type, values }) => {
    const said: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(values))
      if (typeof value !== 'boolean') said[name] = nameOf(name, value)
    return t.any(`story.${type}`, said)
  }

  function nameOf(name: string, value: string | number): string | number {
    if (name === 'agentId' || name === 'personId') return shown.people[String(value)]?.name ?? ''
    if (name === 'category') return names.category(String(value))
    if (name === 'ticketId') return shown.linked[String(value)]?.number ?? ''
    if (name === 'severity') return names.severity(String(value))
    const catalogue = lists[name]
    return catalogue && t.has(`${catalogue}.${value}`) ? t.any(`${catalogue}.${value}`) : value
  }
}

/** Values that are words of a closed list, and where the list's words stand. */
const lists: Readonly<Record<string, string>> = {
  target: 'targets',
  outcome: 'outcomes',
  channel: 'channel',
  platform: 'platforms',
  source: 'sources',
  impact: 'level',
  urgency: 'level',
  kind: 'links',
}
