import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { ticketNumbered } from '#features/tickets/web/queries.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { onDemand } from '#ui/pages/on-demand.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import type { Slots } from '#ui/pages/slots.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { SimilarTickets } from '../../contract/similar.ts'
import { sameCause } from '../../domain/same-cause.ts'
import { similarTickets, useLiveCauses } from '../causes/cause-queries.ts'
import { useCauseStyles } from '../causes/cause-styles.ts'
import { useLikenessWords } from './likeness-words.ts'
import { useSameCause } from './use-same-cause.ts'

type One = SimilarTickets['similar'][number]

const MakeOneCause = onDemand(() => import('./MakeOneCause.tsx').then((module) => module.MakeOneCause))

/** How many stand there at first: what else stands beside the ticket must not be far down. */
const atFirst = 3

/** Beside a ticket: others like it, each with why, where it stands and how it was solved; its cause, and incidents at Microsoft. */
export function SimilarAside({ ticketId, number }: Slots['tickets.aside']) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const make = useDialog<One>()
  const { say, working } = useSameCause(ticketId)
  const [isWhole, setWhole] = useState(false)
  const shown = useQuery(ticketNumbered(number)).data
  const found = useQuery(similarTickets(ticketId)).data
  useLiveCauses()
  if (!found || !shown) return null
  const { similar, cause, incidents } = found
  if (similar.length === 0 && !cause && incidents.length === 0) return null
  const visible = isWhole ? similar : similar.slice(0, atFirst)
  const mayLink = shown.allowedMoves.some(({ move, refusal }) => move === 'link' && !refusal)
  /** Says that the two have the same cause, in the way that their causes leave open; null where nothing is left to say. */
  const toSay = (other: One): (() => void) | null => {
    const meant = sameCause(cause, other.cause)
    if (meant.kind === 'of-one' || (meant.kind === 'apart' && other.linked)) return null
    if (meant.kind === 'make') return () => make.show(other)
    return () => void say(other, meant)
  }
  return (
    <Section title={t('similar.title')} card>
      <div className={styles.gap}>
        {incidents.map(({ id, title, because }) => (
          <p key={id} className={mergeClasses(styles.plain, styles.card, styles.warning)} dir="auto">
            {t('similar.incident', { title, id, words: because.join(', ') })}
          </p>
        ))}
        {cause && <OfCause cause={cause} number={number} />}
        {similar.length > 0 && (
          <ul className={styles.list}>
            {visible.map((other) => (
              <Row key={other.ticket.id} other={other} say={mayLink && !working ? toSay(other) : null} />
            ))}
          </ul>
        )}
        {similar.length > visible.length && (
          <div className={styles.row}>
            <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
              {t('similar.more', { count: similar.length - visible.length })}
            </Button>
          </div>
        )}
        {make.of && (
          <Suspense>
            <MakeOneCause
              key={make.turn}
              ticketId={ticketId}
              other={make.of.ticket}
              open={make.open}
              onClose={make.hide}
            />
          </Suspense>
        )}
      </div>
    </Section>
  )
}

function OfCause({
  cause,
  number,
}: {
  readonly cause: NonNullable<SimilarTickets['cause']>
  readonly number: number
}) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const found = cause.found !== null && cause.found.number !== number ? cause.found : null
  return (
    <div className={styles.item}>
      <span>
        {t('similar.ofCause', { count: cause.tickets })}{' '}
        <PageLink to={`/causes/${cause.id}`}>{cause.title}</PageLink>
        {cause.incident !== null && ` (${cause.incident})`}
      </span>
      {cause.byTierwise && (
        <span className={mergeClasses(styles.quiet, styles.small)}>{t('similar.byTierwise')}</span>
      )}
      {found && <span>{t('similar.foundThere', { number: found.number, cause: found.rootCause })}</span>}
      {found && <span>{t('similar.helped', { solution: found.solution })}</span>}
    </div>
  )
}

function Row({ other, say }: { readonly other: One; readonly say: (() => void) | null }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const why = useLikenessWords()
  const { ticket, because, linked, cause } = other
  return (
    <li className={styles.item}>
      <PageLink to={`/tickets/${ticket.number}`}>
        <span dir="auto">{`T-${ticket.number} ${ticket.subject}`}</span>
      </PageLink>
      <span className={mergeClasses(styles.quiet, styles.small)}>
        {`${ticket.requester} · ${t.any(`stages.${ticket.stage}`)} · `}
        <Time at={ticket.openedAt} quiet />
      </span>
      <span className={styles.small} dir="auto">
        {because.map(why).join(' · ')}
      </span>
      {ticket.solution && (
        <>
          <span className={styles.small}>
            {t('similar.solution', { tier: ticket.solution.byTier, cause: ticket.solution.rootCause })}
          </span>
          <span className={styles.small}>{t('similar.helped', { solution: ticket.solution.solution })}</span>
        </>
      )}
      <div className={styles.row}>
        {linked && (
          <Badge appearance="tint" color="informative">
            {t('similar.linked')}
          </Badge>
        )}
        {cause && (
          <span className={mergeClasses(styles.quiet, styles.small)} dir="auto">
            {t(cause.open ? 'similar.isOf' : 'similar.isOfClosed', { title: cause.title })}
          </span>
        )}
        {say && (
          <Button
            size="small"
            aria-label={t(linked ? 'similar.makeOf' : 'similar.linkTo', { number: ticket.number })}
            onClick={say}
          >
            {t(linked ? 'similar.makeTitle' : 'similar.link')}
          </Button>
        )}
      </div>
    </li>
  )
}
