import { platforms, priorities } from '#features/plan/domain/values.ts'
import type { Search } from '#ui/pages/address.ts'
import { ticketSortNames } from '../queries.ts'

const text = (value: unknown) =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined

/** What of the desk stands in the address: the view, the filters, the order, and whether a ticket is being opened. */
export const readDesk = (search: Search) => ({
  view: text(search['view']),
  words: text(search['words']),
  priority: priorities.find((one) => one === Number(search['priority'])),
  platform: platforms.find((one) => one === search['platform']),
  category: text(search['category']),
  wave: text(search['wave']),
  planVersion: text(search['planVersion']),
  due: search['due'] === 'missed' ? ('missed' as const) : undefined,
  sort: ticketSortNames.find((one) => one === search['sort']),
  direction: (['asc', 'desc'] as const).find((one) => one === search['direction']),
  new: search['new'] === true ? true : undefined,
})
