import { textOf } from '../http/call.ts'
import type { Item } from '../http/pages.ts'
import type { World } from '../world.ts'

/** Renamed: another address, the same id. Deleted: found nowhere. As it was where the fault does not touch them. */
export function asSeen(world: World, user: Item): Item | null {
  const id = String(user['id'])
  const name = textOf(user['userPrincipalName']) ?? ''
  if (!world.faults.touches('people-change', id, name)) return user
  const mode = world.faults.on.get('people-change')?.mode ?? (id < '8' ? 'renamed' : 'deleted')
  if (mode === 'deleted') return null
  return {
    ...user,
    ...(user['userPrincipalName'] === undefined ? {} : { userPrincipalName: `renamed.${name}` }),
    ...(typeof user['mail'] === 'string' ? { mail: `renamed.${user['mail']}` } : {}),
  }
}

/** Whoever follows by delta hears of it, when it comes and when it goes. */
export function peopleChanged(world: World): void {
  const before = world.tenant.changes.length
  for (const user of world.tenant.users.values()) {
    const seen = asSeen(world, user)
    if (seen !== user) world.tenant.changes.push({ kind: 'user', id: user.id, removed: seen === null })
  }
  if (world.faults.isOn('people-change') || before === 0) return
  const heard = new Set(world.tenant.changes.flatMap((one) => (one.kind === 'user' ? [one.id] : [])))
  for (const id of heard) world.tenant.changes.push({ kind: 'user', id, removed: !world.tenant.users.has(id) })
}
