import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { SignedIn } from '#platform/http/signed-in.ts'
import type { Platform } from '#platform/platform.ts'
import type { DirectoryView } from '../../contract/directory.ts'
import { chooseGroups, directoryView, groupsInEntra, roundNow } from './choose.ts'
import { decideOnWithdrawals } from './decide-withdrawals.ts'

type Caller = { readonly platform: Platform; readonly signedIn: SignedIn }
type Chosen = { readonly entraGroupId: string; readonly name: string; readonly key: string }

const within = <Value>({ platform, signedIn }: Caller, work: (tx: Tx) => Promise<Value>) =>
  inOrganisation(platform, signedIn.orgId, work)

export const directoryHandlers = {
  'GET /api/v1/tenant/directory': (call: Caller) => within(call, directoryView),

  'PUT /api/v1/tenant/directory': (
    call: Caller & { readonly body: { readonly groups: readonly Chosen[] } },
  ): Promise<DirectoryView> =>
    within(call, async (tx) => {
      await chooseGroups(tx, call.signedIn.actor.personId, call.body.groups)
      return directoryView(tx)
    }),

  'GET /api/v1/tenant/directory/groups': async (
    call: Caller & { readonly query: { readonly begins: string } },
  ) => ({
    groups: [...(await groupsInEntra(call.platform, call.signedIn.orgId, call.query.begins))],
  }),

  'POST /api/v1/tenant/directory/withdrawals': (
    call: Caller & { readonly body: { readonly decision: 'withdraw' | 'keep'; readonly seen: string } },
  ) =>
    within(call, async (tx) => {
      await decideOnWithdrawals(tx, call.signedIn.actor.personId, call.body)
      return directoryView(tx)
    }),

  'POST /api/v1/tenant/directory/sync': (call: Caller) =>
    within(call, async (tx) => {
      await roundNow(tx)
      return directoryView(tx)
    }),
}
