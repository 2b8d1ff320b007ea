import type { PersonMoveName } from '../../domain/moves.ts'
import { AssignMove } from './AssignMove.tsx'
import { CategoriseMove, ReprioritiseMove } from './ClassifyMoves.tsx'
import { ContactMove } from './ContactMove.tsx'
import { DiagnoseMove } from './DiagnoseMove.tsx'
import { EscalateMove } from './EscalateMove.tsx'
import { LinkMove, TagMove } from './LinkMove.tsx'
import type { MoveProps } from './move-props.ts'
import { SendBackMove } from './SendBackMove.tsx'
import { AddEvidenceMove, AnswerQuestionMove, ConfirmMove, TakeNoteMove } from './SolutionMoves.tsx'
import { TextMove, type TextMoveName, textMoves } from './TextMove.tsx'
import { VendorCaseMove } from './VendorCaseMove.tsx'
import { WaitMove } from './WaitMove.tsx'

/** The dialog of a move that has one. */
export function MoveDialogs({ name, ...props }: MoveProps & { readonly name: PersonMoveName }) {
  switch (name) {
    case 'assign':
      return <AssignMove {...props} />
    case 'wait-until':
      return <WaitMove {...props} />
    case 'add-evidence':
      return <AddEvidenceMove {...props} />
    case 'escalate':
      return <EscalateMove {...props} />
    case 'send-back':
      return <SendBackMove {...props} />
    case 'diagnose':
      return <DiagnoseMove {...props} />
    case 'take-note':
      return <TakeNoteMove {...props} />
    case 'answer-question':
      return <AnswerQuestionMove {...props} />
    case 'contact':
      return <ContactMove {...props} />
    case 'confirm':
      return <ConfirmMove {...props} />
    case 'open-vendor-case':
      return <VendorCaseMove {...props} />
    case 'reprioritise':
      return <ReprioritiseMove {...props} />
    case 'categorise':
      return <CategoriseMove {...props} />
    case 'link':
      return <LinkMove {...props} />
    case 'tag':
      return <TagMove {...props} />
    default:
      return isTextMove(name) ? <TextMove name={name} {...props} /> : null
  }
}

function isTextMove(name: string): name is TextMoveName {
  return name in textMoves
}
