/** So many within so long. */
export type Limit = { readonly units: number; readonly withinMs: number }

/** What Microsoft counts together, and how a call counts in it. */
export type Meter = {
  /** Calls with the same name share limits and waits. */
  readonly name: string
  readonly limits: readonly Limit[]
  readonly cost: number
  readonly atOnce: number
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const twentySeconds = 20_000

/**
 * Which limit of Microsoft's a call falls under (per app and tenant). Reads and writes of Intune are counted apart; mail per mailbox. What is
 * not known here counts as the directory.
 */
export function meterOf(method: Method, path: string): Meter {
  const [bare = '', query = ''] = path.split('?', 2)
  const isRead = method === 'GET'
  // What is in it counts for itself.
  if (bare === '/$batch') return { name: 'batch', limits: [], cost: 0, atOnce: 4 }
  if (/^\/admin\/serviceAnnouncement/i.test(bare)) {
    return {
      name: 'health',
      limits: [
        { units: 240, withinMs: 60_000 },
        { units: 800, withinMs: 3_600_000 },
      ],
      cost: 1,
      atOnce: 2,
    }
  }
  if (/\/managedDevices(?:\/|$)/i.test(bare)) return intune('devices', isRead, 2000, 200)
  if (
    /^\/(?:deviceManagement|deviceAppManagement)(?:\/|$)/i.test(bare) ||
    /\/(?:deviceManagement|mobileApp)TroubleshootingEvents/i.test(bare)
  ) {
    return intune('enrollment', isRead, 1000, 100)
  }
  const mailbox = /^\/users(?:\/([^/]+)|\('([^']+)'\))\/(?:messages|mailFolders|sendMail)/i.exec(bare)
  if (mailbox !== null) {
    const name = (mailbox[1] ?? mailbox[2] ?? '').toLowerCase()
    return { name: `mail ${name}`, limits: [{ units: 10_000, withinMs: 600_000 }], cost: 1, atOnce: 4 }
  }
  if (/\/onlineMeetings(?:\/|$)/i.test(bare)) {
    return { name: 'meetings', limits: [{ units: 100, withinMs: twentySeconds }], cost: 1, atOnce: 4 }
  }
  return {
    name: 'directory',
    // The smallest tenants have the smallest allowance.
    limits: [{ units: 3500, withinMs: 10_000 }],
    cost: directoryCost(bare, query),
    atOnce: 8,
  }
}

function intune(name: string, isRead: boolean, reads: number, writes: number): Meter {
  return {
    name: `${name} ${isRead ? 'reads' : 'writes'}`,
    limits: [{ units: isRead ? reads : writes, withinMs: twentySeconds }],
    cost: 1,
    atOnce: isRead ? 8 : 4,
  }
}

/** Resource units: a list of members costs more than a user, and naming the fields makes either cheaper. */
function directoryCost(path: string, query: string): number {
  const full = /\/(?:members|transitiveMembers|memberOf|transitiveMemberOf|delta)(?:[/(]|$)/i.test(path) ? 3 : 2
  return query.includes('select=') ? full - 1 : full
}
