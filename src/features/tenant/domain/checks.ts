/** By which registration something is done. */
export type Purpose = 'read' | 'act'

export type CheckOutcome = 'works' | 'missing' | 'failed' | 'untried'

export type Check = {
  readonly key: string
  readonly purpose: Purpose
  /** The application permission that it needs, as Microsoft names it; null: signing in itself. */
  readonly permission: string | null
  /** Without it the desk loses a part; otherwise something that an organisation may well leave out. */
  readonly essential: boolean
}

/** The least that is asked for, and what each is for. Nothing here writes, but meetings and the registration that acts. */
export const checks = [
  { key: 'sign-in', purpose: 'read', permission: null, essential: true },
  { key: 'people', purpose: 'read', permission: 'User.Read.All', essential: true },
  { key: 'groups', purpose: 'read', permission: 'GroupMember.Read.All', essential: true },
  { key: 'devices', purpose: 'read', permission: 'DeviceManagementManagedDevices.Read.All', essential: true },
  { key: 'compliance', purpose: 'read', permission: 'DeviceManagementConfiguration.Read.All', essential: true },
  { key: 'enrollment', purpose: 'read', permission: 'DeviceManagementServiceConfig.Read.All', essential: true },
  { key: 'apps', purpose: 'read', permission: 'DeviceManagementApps.Read.All', essential: true },
  { key: 'service-health', purpose: 'read', permission: 'ServiceHealth.Read.All', essential: true },
  { key: 'meetings', purpose: 'read', permission: 'OnlineMeetings.ReadWrite.All', essential: false },
  { key: 'act-sign-in', purpose: 'act', permission: null, essential: true },
  {
    key: 'act-devices',
    purpose: 'act',
    permission: 'DeviceManagementManagedDevices.PrivilegedOperations.All',
    essential: true,
  },
  {
    key: 'act-diagnostics',
    purpose: 'act',
    permission: 'DeviceManagementManagedDevices.ReadWrite.All',
    essential: false,
  },
] as const satisfies readonly Check[]

/** What else is of use where an organisation wants it: mail by Graph is tried at its mailbox, the name of the tenant is only shown. */
export const alsoUsed: readonly string[] = ['Mail.Read', 'Mail.ReadWrite', 'Mail.Send', 'Organization.Read.All']

export type CheckKey = (typeof checks)[number]['key']

export function checksFor(purposes: readonly Purpose[]): readonly (Check & { readonly key: CheckKey })[] {
  return checks.filter(({ purpose }) => purposes.includes(purpose))
}

export const healths = ['none', 'secret-missing', 'connecting', 'fails', 'partly', 'works'] as const
/** `connecting`: nothing has been tried yet. `fails`: nothing can be read. */
export type Health = (typeof healths)[number]

export type Tried = { readonly key: CheckKey; readonly outcome: CheckOutcome }

/** How the connection as a whole is doing, by what was tried last. */
export function healthOf(
  connected: null | { readonly purposes: readonly Purpose[]; readonly secretMissing: boolean },
  tried: readonly Tried[],
): Health {
  if (connected === null) return 'none'
  if (connected.secretMissing) return 'secret-missing'
  const outcomes = new Map(tried.map(({ key, outcome }) => [key, outcome]))
  const expected = checksFor(connected.purposes)
  if (!outcomes.has('sign-in')) return 'connecting'
  const signsIn = outcomes.get('sign-in') === 'works'
  const readsSomething = expected.some(
    ({ key, purpose, permission }) => purpose === 'read' && permission !== null && outcomes.get(key) === 'works',
  )
  if (!signsIn || !readsSomething) return 'fails'
  const isShort = expected.some(({ key, essential }) => essential && outcomes.get(key) !== 'works')
  const isRefused = expected.some(({ key }) => ['missing', 'failed'].includes(outcomes.get(key) ?? ''))
  return isShort || isRefused ? 'partly' : 'works'
}
