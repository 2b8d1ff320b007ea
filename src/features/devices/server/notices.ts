import type { NoticeTeller } from '#features/notices/server/actions.ts'
import { sideOf } from '../domain/findings.ts'
import { contextReaders } from '../domain/readers.ts'
import { actionsByIds } from './store/device-actions.ts'
import { countWaiting } from './store/findings.ts'

/** What notices of devices are about: an action on its ticket, or how much of what was found waits. */
export const deviceNotices: NoticeTeller = async (tx, { roles }, notices) => {
  if (!contextReaders.some((role) => roles.includes(role))) return new Map()
  const asking = notices.filter(({ kind }) => kind.startsWith('agree.'))
  const [actions, waiting] = await Promise.all([
    actionsByIds(
      tx,
      asking.map(({ about }) => about),
    ),
    asking.length < notices.length ? countWaiting(tx) : [],
  ])
  const shown = notices.flatMap(({ id, kind, about }) => {
    const action = kind.startsWith('agree.') ? actions.find((one) => one.id === about) : undefined
    if (action) {
      const title = `T-${action.ticketNumber} ${action.deviceName}`
      return [[id, { link: `/tickets/${action.ticketNumber}#action-${action.id}`, title }] as const]
    }
    const count = waiting.reduce((sum, one) => sum + (sideOf(one.kind) === about ? one.count : 0), 0)
    return count === 0 ? [] : [[id, { link: '/desk/findings', title: null, values: { count } }] as const]
  })
  return new Map(shown)
}
