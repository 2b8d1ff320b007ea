import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ticketNumbered } from '#features/tickets/web/queries.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import type { Slots } from '#ui/pages/slots.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { CandidateItem } from './CandidateItem.tsx'
import {
  type CandidateDeeds,
  type CandidateView,
  triageApi,
  triageOfTicket,
  useLiveTriage,
} from './candidate-queries.ts'
import { useCandidateStyles } from './candidate-styles.ts'
import { CodeChips } from './CodeChips.tsx'

const atFirst = 3
const longestSearch = 200

/** Beside a ticket: what it may be, with reasons and checks. Never one answer, and never for its requester. */
export function TriageAside({ ticketId, number, begin }: Slots['tickets.aside']) {
  const t = useWords('triage')
  const styles = useCandidateStyles()
  const me = useSignedIn()
  const queries = useQueryClient()
  const { attempt } = useAttempt(useRefusals('triage'))
  const [open, setOpen] = useState<string | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const shown = useQuery(ticketNumbered(number)).data
  const triage = useQuery(triageOfTicket(ticketId)).data
  useLiveTriage(ticketId, shown?.ticket.requesterId)
  if (!triage || !shown) return null
  const { stage } = shown.ticket
  const requester = shown.people[shown.ticket.requesterId]?.name ?? ''
  const works = hasAnyRole(me, ['agent', 'lead']) && !me.roles.includes('auditor') && stage.name !== 'closed'
  const may = (name: string) => shown.allowedMoves.some(({ move, refusal }) => move === name && !refusal)
  const renew = () => queries.invalidateQueries({ queryKey: ['triage'] })

  const say = (issueId: string, helped: boolean | null) =>
    attempt(
      () =>
        triageApi('POST /api/v1/triage/tickets/:id/outcomes', {
          params: { id: ticketId },
          body: { issueId, helped },
        }),
      renew,
    )
  const deeds: CandidateDeeds = {
    tick: async (issueId, index, { words }, state, note) => {
      const body = { issueId, check: index, words: words.en, state, note }
      return attempt(
        () => triageApi('POST /api/v1/triage/tickets/:id/checks', { params: { id: ticketId }, body }),
        renew,
      )
    },
    helped: ({ issue }) => {
      void say(issue.id, true)
      const next = (['diagnose', 'contact'] as const).find(may)
      if (next) begin(next, issue)
    },
    didNotHelp: ({ issue }) => void say(issue.id, false),
    takeBack: ({ issue }) => void say(issue.id, null),
  }

  const chosen = triage.codes.find((one) => one.code === code)
  const listed = chosen
    ? triage.candidates.filter(({ issue }) => chosen.issues.includes(issue.id))
    : triage.candidates
  const asked = beginningOf(triage.searched)
  const visible =
    isWhole || chosen ? listed : listed.filter((one, at) => at < atFirst || one.outcome?.saidBy === 'requester')
  const item = (candidate: CandidateView) => (
    <CandidateItem
      key={candidate.issue.id}
      ticketId={ticketId}
      tier={'tier' in stage ? stage.tier : null}
      candidate={candidate}
      open={open === candidate.issue.id}
      onToggle={() => setOpen(open === candidate.issue.id ? null : candidate.issue.id)}
      requester={requester}
      nameOf={(id) => triage.people[id]?.name ?? ''}
      deeds={works ? deeds : null}
    />
  )
  if (triage.codes.length === 0 && triage.candidates.length === 0) return null
  return (
    <Section title={t('candidates.title')} card>
      <CodeChips codes={triage.codes} asked={code} onAsk={setCode} mayWrite={works} />
      {listed.length === 0 && !chosen && <p className={styles.plain}>{t('candidates.none')}</p>}
      {visible.length > 0 && <ol className={styles.list}>{visible.map(item)}</ol>}
      <div className={styles.row}>
        {listed.length > visible.length && (
          <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
            {t('candidates.more', { count: listed.length - visible.length })}
          </Button>
        )}
        <PageLink to="/knowledge" {...(asked === '' ? {} : { search: { q: asked } })} className={styles.small}>
          {t('candidates.noneOfThese')}
        </PageLink>
      </div>
    </Section>
  )
}

/** As much as fits a search field that people can still read and change, to the end of a word. */
function beginningOf(text: string): string {
  return text.length <= longestSearch ? text : text.slice(0, longestSearch).replace(/\s+\S*$/, '')
}
