import { GraphFailure, type GraphClient } from '../graph-client.ts'
import { found, flag, id, quoted, type Raw, record, records, segment, text, typeOf } from './values.ts'

/** A user of the tenant. `upn` changes when somebody is renamed; `id` does not. */
export type TenantUser = {
  readonly id: string
  readonly name: string | null
  readonly upn: string | null
  readonly mail: string | null
  /** Null where Microsoft did not say. */
  readonly enabled: boolean | null
  readonly usageLocation: string | null
  readonly language: string | null
}

export type Licence = {
  /** `SPE_E3`, or the id of the product where its name is not known. */
  readonly sku: string
  /** Whether Intune is in it, and on: `enabled`, `disabled`, `pending`, `none`, or as Microsoft says. */
  readonly intunePlan: string
  /** Why it could not be given: `CountViolation`, …; null where nothing is wrong. */
  readonly error: string | null
}

export type TenantGroup = { readonly id: string; readonly name: string | null }

export const userFields = 'id,displayName,userPrincipalName,mail,accountEnabled,usageLocation,preferredLanguage'

/** By id or by user principal name; null where there is no such user. */
export async function readUser(
  graph: GraphClient,
  idOrUpn: string,
  signal?: AbortSignal,
): Promise<TenantUser | null> {
  const answer = await orNull(
    graph.get(`/users/${segment(idOrUpn)}`, { query: { $select: userFields }, ...(signal && { signal }) }),
  )
  return answer === null ? null : tenantUser(record(answer))
}

/** Who has this address, as what they sign in with or as their mail; null for nobody, and for several. */
export async function findUser(
  graph: GraphClient,
  address: string,
  signal?: AbortSignal,
): Promise<TenantUser | null> {
  const wanted = address.trim().toLowerCase()
  const list = await graph.list('/users', {
    query: {
      $filter: `mail eq ${quoted(wanted)} or userPrincipalName eq ${quoted(wanted)}`,
      $select: userFields,
      $top: 999,
    },
    ...(signal && { signal }),
  })
  // A filter can be ignored: what came back is what was asked only if it says so itself.
  const users = found(list.map((one) => tenantUser(record(one))))
  const bySignIn = users.filter(({ upn }) => upn?.toLowerCase() === wanted)
  const byMail = users.filter(({ mail }) => mail?.toLowerCase() === wanted)
  const [first, ...more] = bySignIn.length > 0 ? bySignIn : byMail
  return first !== undefined && more.length === 0 ? first : null
}

/** What the user may use, with what is wrong with it. */
export async function licencesOf(
  graph: GraphClient,
  userId: string,
  signal?: AbortSignal,
): Promise<readonly Licence[]> {
  const passed = signal ? { signal } : {}
  const [details, user] = await Promise.all([
    graph.list(`/users/${segment(userId)}/licenseDetails`, passed),
    graph.get(`/users/${segment(userId)}`, { query: { $select: 'id,licenseAssignmentStates' }, ...passed }),
  ])
  const errors = new Map(
    records(record(user)['licenseAssignmentStates']).map((state) => [
      text(state['skuId']) ?? '',
      licenceError(state),
    ]),
  )
  const given = details.map(record).map((one) => {
    const skuId = text(one['skuId']) ?? ''
    return {
      skuId,
      sku: text(one['skuPartNumber']) ?? skuId,
      intunePlan: intunePlan(records(one['servicePlans'])),
      error: errors.get(skuId) ?? null,
    }
  })
  // A licence that could not be given has a state and no details.
  const missing = [...errors].filter(
    ([skuId, error]) => error !== null && given.every((one) => one.skuId !== skuId),
  )
  return [
    ...given.map(({ sku, intunePlan: plan, error }) => ({ sku, intunePlan: plan, error })),
    ...missing.map(([skuId, error]) => ({ sku: skuId, intunePlan: 'none', error })),
  ]
}

/** The groups that the user is in, also by way of others. */
export async function groupsOf(
  graph: GraphClient,
  userId: string,
  signal?: AbortSignal,
): Promise<readonly TenantGroup[]> {
  const list = await graph.list(`/users/${segment(userId)}/transitiveMemberOf/microsoft.graph.group`, {
    query: { $select: 'id,displayName', $count: 'true', $top: 999 },
    headers: { consistencylevel: 'eventual' },
    ...(signal && { signal }),
  })
  return found(
    list.map(record).map((one) => {
      const groupId = id(one['id'])
      const type = typeOf(one)
      if (groupId === null || (type !== null && type !== 'microsoft.graph.group')) return null
      return { id: groupId, name: text(one['displayName']) }
    }),
  )
}

export function tenantUser(raw: Raw): TenantUser | null {
  const userId = id(raw['id'])
  if (userId === null) return null
  return {
    id: userId,
    name: text(raw['displayName']),
    upn: text(raw['userPrincipalName']),
    mail: text(raw['mail']),
    enabled: flag(raw['accountEnabled']),
    usageLocation: text(raw['usageLocation']),
    language: text(raw['preferredLanguage']),
  }
}

/** Microsoft's public id of the plan INTUNE_A. */
const intunePlanId = 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5'

const planStates: Readonly<Record<string, string>> = {
  success: 'enabled',
  disabled: 'disabled',
  pendinginput: 'pending',
  pendingactivation: 'pending',
  pendingprovisioning: 'pending',
}

function intunePlan(plans: readonly Raw[]): string {
  const states = plans
    .filter(
      (plan) =>
        text(plan['servicePlanId'])?.toLowerCase() === intunePlanId ||
        text(plan['servicePlanName'])?.startsWith('INTUNE_A'),
    )
    .map((plan) => text(plan['provisioningStatus']) ?? 'unknown')
    .map((state) => planStates[state.toLowerCase()] ?? state)
  return states.find((state) => state === 'enabled') ?? states[0] ?? 'none'
}

function licenceError(state: Raw): string | null {
  const error = text(state['error'])
  if (error !== null && error.toLowerCase() !== 'none') return error
  const said = text(state['state'])
  return said !== null && /error/i.test(said) ? said : null
}

/** What an answer is where "there is none" is an answer. */
export async function orNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof GraphFailure && error.code === 'not-found') return null
    throw error
  }
}
