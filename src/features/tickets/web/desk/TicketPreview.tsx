import { makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Loaded } from '#ui/page/Loaded.tsx'
import { LoadingState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PersonChip } from '#ui/person/PersonChip.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { ActionBar } from '../ActionBar.tsx'
import { PathWords } from '../path/PathWords.tsx'
import { usePlanNames } from '../plan-names.ts'
import { ticketNumbered, useMove } from '../queries.ts'
import { TicketState } from '../TicketState.tsx'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  state: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  part: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
})

/** The chosen ticket beside the list: where it is, and the next move. */
export function TicketPreview({ number }: { readonly number: number }) {
  const ticket = useQuery({ ...ticketNumbered(number), placeholderData: keepPreviousData })
  return (
    <Loaded query={ticket}>
      {(shown) => (
        <Suspense fallback={<LoadingState />}>
          <Preview key={shown.number} shown={shown} />
        </Suspense>
      )}
    </Loaded>
  )
}

function Preview({ shown }: { readonly shown: DeskTicket }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const names = usePlanNames(shown.planNumber)
  const make = useMove(shown)
  const requester = shown.people[shown.ticket.requesterId]
  const described = shown.story.find((entry) => entry.type === 'opened')?.texts
  const diagnosis = shown.ticket.diagnosis
  return (
    <article className={styles.card}>
      <h2 className={styles.title}>
        <PageLink to={`/tickets/${shown.number}`}>{`T-${shown.number} ${shown.ticket.subject}`}</PageLink>
      </h2>
      <PersonChip name={requester?.name ?? ''} detail={requester?.email ?? ''} />
      <div className={styles.state}>
        <TicketState shown={shown} names={names} />
      </div>
      <div className={styles.actions}>
        <ActionBar shown={shown} names={names} make={make} />
      </div>
      <section>
        <h3 className={styles.part}>{t('path.label')}</h3>
        <PathWords shown={shown} names={names} hidden={false} />
      </section>
      {diagnosis ? (
        <section>
          <h3 className={styles.part}>{t('field.solution')}</h3>
          <PlainText text={diagnosis.solution} />
        </section>
      ) : (
        <section>
          <h3 className={styles.part}>{t('field.description')}</h3>
          <PlainText text={described?.find((one) => one.field === 'description')?.text ?? ''} />
        </section>
      )}
    </article>
  )
}
