import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import type { Slots } from '#ui/pages/slots.tsx'
import { useWords } from '#ui/words/words.ts'
import { useProposalAnswer } from './meetings/proposal-answer.ts'
import { bridgesOverview, useLiveBridges } from './queries.ts'

/** A dialog asks for each ticket by its number: so many are plenty to begin with. */
const mostNamed = 10

/** Among the answers to a burst: the bridge that the desk proposed about it, or else the way to call one about its tickets. */
export function BurstBridge({ tickets }: Slots['triage.burst']) {
  const t = useWords('bridges')
  const overview = useQuery(bridgesOverview).data
  useLiveBridges()
  if (!overview || overview.mayCall.refusal !== null) return null
  const ids = new Set(tickets.map(({ id }) => id))
  const proposal = overview.proposals.find(
    (one) => one.reason === 'burst' && one.tickets.some(({ id }) => ids.has(id)),
  )
  if (proposal) return <CallProposed proposalId={proposal.id} />
  const call = tickets
    .slice(0, mostNamed)
    .map(({ number }) => `T-${number}`)
    .join(', ')
  return (
    <ButtonLink to="/bridge" search={{ call }}>
      {t('proposals.call')}
    </ButtonLink>
  )
}

function CallProposed({ proposalId }: { readonly proposalId: string }) {
  const t = useWords('bridges')
  const answer = useProposalAnswer(proposalId)
  return <Button onClick={() => void answer(true)}>{t('proposals.call')}</Button>
}
