import { personByEmail } from '#features/people/server/actions.ts'
import { linkPerson, personOfEntraId } from '#features/tenant/server/actions.ts'
import { type GraphClient, GraphFailure } from '#integrations/microsoft-graph/graph-client.ts'
import { readUser } from '#integrations/microsoft-graph/read/users.ts'
import { inOrganisation } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'

/** Users asked for by id in a round; the next round goes on. */
const mostAsked = 40

/**
 * Who these users are here, by their id in lower case: as it is known, else by their address, which is then remembered. Whom nobody here
 * knows is left out: what concerns them is shown without a name.
 */
export async function whoAre(
  platform: Platform,
  orgId: string,
  graph: GraphClient,
  given: { readonly tenant: string; readonly userIds: readonly string[]; readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(given.userIds.map((id) => id.toLowerCase()))]
  const known = new Map<string, string>()
  await inOrganisation(platform, orgId, async (tx) => {
    for (const id of wanted) {
      const personId = await personOfEntraId(tx, id)
      if (personId !== null) known.set(id, personId)
    }
  })
  for (const id of wanted.filter((one) => !known.has(one)).slice(0, mostAsked)) {
    const user = await asked(graph, id, given.signal)
    if (user === 'stop') break
    if (user === null) continue
    await inOrganisation(platform, orgId, async (tx) => {
      const addresses = [user.mail, user.upn].filter((address) => address !== null)
      for (const address of addresses) {
        const person = await personByEmail(tx, address)
        if (!person) continue
        await linkPerson(tx, { tenant: given.tenant, personId: person.id, entraId: id, foundBy: 'address' })
        known.set(id, person.id)
        return
      }
    })
  }
  return known
}

async function asked(graph: GraphClient, id: string, signal: AbortSignal) {
  try {
    return await readUser(graph, id, signal)
  } catch (error) {
    // Without this part the rest still works: nobody is named.
    if (error instanceof GraphFailure || signal.aborted) return 'stop'
    throw error
  }
}
