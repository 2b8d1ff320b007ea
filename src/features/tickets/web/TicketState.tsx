import { makeStyles, tokens } from '@fluentui/react-components'
import { PlainText } from '#ui/show/PlainText.tsx'
import type { DeskTicket } from '../contract/ticket-view.ts'
import { DueTime } from './desk/DueTime.tsx'
import type { PlanNames } from './plan-names.ts'
import { firstDue } from './standing-target.ts'
import { useStateSentence } from './ticket-state-words.ts'

const useStyles = makeStyles({
  state: { display: 'grid', rowGap: tokens.spacingVerticalXXS, justifyItems: 'start', overflowWrap: 'anywhere' },
})

/** Where the ticket stands, and the first target that has yet to be reached. */
export function TicketState({ shown, names }: { readonly shown: DeskTicket; readonly names: PlanNames }) {
  const styles = useStyles()
  const due = firstDue(shown.targets)
  const { waiting } = shown.ticket
  return (
    <div className={styles.state}>
      <span>{useStateSentence(shown, names)}</span>
      {waiting?.for === 'until' && <PlainText text={waiting.reason} />}
      {due && <DueTime due={due} form="in-line" isNamed />}
    </div>
  )
}
