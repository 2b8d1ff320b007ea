import type { NoticeTeller, ShownNotice } from '#features/notices/server/actions.ts'
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
  const shown = new Map<string, ShownNotice>()
  for (const { id, kind, about } of notices) {
    if (kind.startsWith('agree.')) {
      const action = actions.find((one) => one.id === about)
      if (!action) continue
      const title = `T-${action.ticketNumber} ${action.deviceName}`
      shown.set(id, { link: `/tickets/${action.ticketNumber}#action-${action.id}`, title })
    } else {
      const count = waiting.reduce((sum, one) => sum + (sideOf(one.kind) === about ? one.count : 0), 0)
      if (count > 0) shown.set(id, { link: '/desk/findings', title: null, values: { count } })
    }
  }
  return shown
}
