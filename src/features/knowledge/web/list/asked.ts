import type { Search } from '#ui/pages/address.ts'
import { reviewReasons } from '../../domain/keeping.ts'
import { areas, devicePlatforms, issueStates } from '../../domain/known-issue.ts'

const origins = ['own', 'supplied', 'changed'] as const

/** What may stand in the address beside what is looked for, in the order in which the filters are shown. */
export const filters = {
  platform: devicePlatforms,
  area: areas,
  tier: ['1', '2', '3', '4'],
  state: issueStates,
  from: origins,
  review: reviewReasons,
} as const
export type Filter = keyof typeof filters
export const filterNames = Object.keys(filters) as Filter[]

export type AskedAddress = Readonly<Record<Filter | 'q', string | undefined>>

export function readAsked(search: Search): AskedAddress {
  const among = (filter: Filter) => {
    const given = search[filter]
    const value = typeof given === 'string' || typeof given === 'number' ? String(given) : ''
    return (filters[filter] as readonly string[]).includes(value) ? value : undefined
  }
  const text = search['q']
  const q = typeof text === 'string' || typeof text === 'number' ? String(text).slice(0, 1000) : ''
  return {
    q: q === '' ? undefined : q,
    platform: among('platform'),
    area: among('area'),
    tier: among('tier'),
    state: among('state'),
    from: among('from'),
    review: among('review'),
  }
}
