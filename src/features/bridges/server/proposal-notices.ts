import { endNotices, type NoticeTeller, putNotices, type ShownNotice } from '#features/notices/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { openProposals, type Proposal } from './store/proposals.ts'

const teller = 'bridges'

/** These leads are asked whether all tiers should meet. */
export function askWhetherToMeet(
  tx: Tx,
  { id, reason }: Pick<Proposal, 'id' | 'reason'>,
  leads: readonly string[],
): Promise<void> {
  return putNotices(tx, { teller, kind: `proposed.${reason}`, about: id, occasion: 'proposed', to: leads })
}

/** One of them answered, or nobody needs it any more. */
export function proposalOver(tx: Tx, id: string): Promise<void> {
  return endNotices(tx, { teller, about: id })
}

/** What notices of bridges are about: the ticket that goes back and forth, or how many are of a kind. */
export const bridgeNotices: NoticeTeller = async (tx, { roles }, notices) => {
  if (!roles.includes('lead')) return new Map()
  const open = await openProposals(tx)
  const shown = new Map<string, ShownNotice>()
  for (const { id, about } of notices) {
    const proposal = open.find((one) => one.id === about)
    if (!proposal) continue
    const { number = '', bounces = '', count = 0 } = proposal.why
    const values = { number: String(number), bounces: String(bounces), count: Number(count) }
    shown.set(id, { link: '/bridge', title: null, values })
  }
  return shown
}
