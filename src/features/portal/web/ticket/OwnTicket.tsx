import { makeStyles, tokens } from '@fluentui/react-components'
import type { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'
import { Section } from '#ui/page/Page.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OwnMove } from '../queries.ts'
import { Answer } from './Answer.tsx'
import { DoesItWork, Rating, Reopen } from './DoesItWork.tsx'
import { Progress } from './Progress.tsx'
import { Told } from './Told.tsx'

const useStyles = makeStyles({
  column: { display: 'grid', rowGap: tokens.spacingVerticalXL, fontSize: tokens.fontSizeBase400, lineHeight: 1.5 },
  state: { fontSize: tokens.fontSizeBase500, lineHeight: 1.4, margin: 0 },
  before: { margin: 0, color: tokens.colorNeutralForeground2 },
})

export type OwnTicketProps = {
  readonly shown: RequesterTicket
  readonly make: (move: OwnMove) => Promise<void>
  /** Files can be sent and opened only by somebody who has signed in. */
  readonly mayAttach: boolean
  /** What the link in the mail was about: `works` or `works-not`. */
  readonly asked?: string | null
}

/** Status in a sentence, what to do now, and what was said. */
export function OwnTicket({ shown, make, mayAttach, asked = null }: OwnTicketProps) {
  const t = useWords('portal')
  const styles = useStyles()
  const may = (name: string) => shown.allowedMoves.some((one) => one.move === name && !one.refusal)
  return (
    <div className={styles.column}>
      <div>
        <p className={styles.state} role="status">
          {t.any(`state.${shown.state}`)}
        </p>
        {shown.hearsBefore && (
          <p className={styles.before}>
            {t('hearsBefore')} <Time at={shown.hearsBefore} />
          </p>
        )}
      </div>
      <Progress state={shown.state} />
      {may('confirm') && <DoesItWork make={make} asked={asked} />}
      {may('rate') && <Rating make={make} />}
      {!may('confirm') && may('answer') && <Answer shown={shown} make={make} mayAttach={mayAttach} />}
      {shown.state === 'closed' && may('reopen') && <Reopen make={make} />}
      <Section title={t('told.title')}>
        <Told shown={shown} mayOpenFiles={mayAttach} />
      </Section>
    </div>
  )
}
