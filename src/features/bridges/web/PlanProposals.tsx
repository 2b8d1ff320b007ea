import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useLive } from '#ui/live/live.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { textStyles } from '#ui/theme/text-styles.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { DecisionView } from '../contract/room.ts'
import { AboutButton } from './AboutButton.tsx'
import { bridgeApi, bridgeKey } from './queries.ts'

const proposals = queryOptions({
  queryKey: [...bridgeKey, 'plan-proposals'],
  queryFn: ({ signal }) => bridgeApi('GET /api/v1/bridges/decisions', { query: { kind: 'plan-change' }, signal }),
})

const useStyles = makeStyles({
  ...textStyles,
  list: {
    listStyleType: 'none',
    margin: 0,
    paddingInline: 0,
    paddingBlock: tokens.spacingVerticalS,
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  what: { overflowWrap: 'anywhere', whiteSpace: 'normal' },
})

/** Beside the draft of the plan: what bridges decided that the plan should say, until its owner has taken it over. */
export function PlanProposals() {
  const t = useWords('bridges')
  const styles = useStyles()
  const queries = useQueryClient()
  const found = useQuery(proposals).data?.decisions ?? []
  useLive('bridge-room', () => void queries.invalidateQueries({ queryKey: proposals.queryKey }))
  if (found.length === 0) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <strong>{t('proposal.title', { count: found.length })}</strong>
        <ul className={styles.list}>
          {found.map((one) => (
            <Proposal key={one.id} decision={one} />
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}

function Proposal({ decision }: { readonly decision: DecisionView }) {
  const t = useWords('bridges')
  const styles = useStyles()
  const queries = useQueryClient()
  const toast = useToast()
  const { working, attempt } = useAttempt(useRefusals('bridges'))
  const { id, what, by, at, ticket, meetingId, quorum } = decision
  const takeOver = () =>
    attempt(async () => {
      await bridgeApi('POST /api/v1/bridges/decisions/:id/carried-out', { params: { id } })
      await queries.invalidateQueries({ queryKey: proposals.queryKey })
      toast({ text: t('proposal.done'), tone: 'success' })
    })
  return (
    <li>
      <span dir="auto" className={styles.what}>
        {what}
      </span>
      <div className={styles.row}>
        <span className={`${styles.quiet} ${styles.small}`}>
          {t(quorum ? 'proposal.by' : 'proposal.byWithout', { name: by.name })} <Time at={at} />
        </span>
        <PageLink to={`/bridge/${meetingId}`}>{t('proposal.meeting')}</PageLink>
        {ticket && <PageLink to={`/tickets/${ticket.number}`}>{`T-${ticket.number}`}</PageLink>}
        <AboutButton about={what} working={working} onClick={() => void takeOver()}>
          {t('proposal.takeOver')}
        </AboutButton>
      </div>
    </li>
  )
}
