import type { DeskTicket } from '../../contract/ticket-view.ts'
import type { ChosenIssue } from './chosen-issue.ts'
import type { PlanNames } from '../plan-names.ts'
import type { GivenMove } from '../queries.ts'

/** What every move's dialog gets. `make` throws the refusal; the dialog shows it in place and keeps what was typed. */
export type MoveProps = {
  readonly shown: DeskTicket
  readonly names: PlanNames
  readonly make: (move: GivenMove) => Promise<void>
  /** The known issue that it is about, where somebody came from one. */
  readonly known?: ChosenIssue | null
  readonly onClose: () => void
}
