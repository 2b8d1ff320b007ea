import type { NoticeTeller, ShownNotice } from '#features/notices/server/actions.ts'
import { loadCommitments } from './commitments.ts'

/** What notices of the rollout are about: what was promised, as long as it is still to be done. */
export const rolloutNotices: NoticeTeller = async (tx, { roles, language }, notices) => {
  const shown = new Map<string, ShownNotice>()
  if (roles.every((role) => role === 'requester')) return shown
  const commitments = (await loadCommitments(tx))?.commitments ?? []
  for (const { id, about } of notices) {
    const one = commitments.find(({ key }) => key === about)
    if (one && (one.state === 'open' || one.state === 'in-progress'))
      shown.set(id, { link: `/rollout/commitments/${about}`, title: one.what[language] })
  }
  return shown
}
