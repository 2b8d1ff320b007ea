import { makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import { evidenceAsked } from '../../domain/evidence.ts'
import { learnt } from '../panels/KnownPanel.tsx'
import { changedIn, type EvidenceDrafts, EvidenceFields, givenEvidence } from './EvidenceFields.tsx'
import { useFilledEvidence } from './found-evidence.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

const useStyles = makeStyles({
  quote: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
})

/** Reading it is the point: the solution stands in the dialog, and the button says what pressing it means. */
export function TakeNoteMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const { diagnosis } = shown.ticket
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.take-note.title')}
      intro={t('moves.take-note.intro')}
      primary={t('moves.take-note.primary')}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'take-note' })}
    >
      {diagnosis && (
        <KeyValues
          items={[
            { label: t('field.rootCause'), value: <PlainText text={diagnosis.rootCause} /> },
            { label: t('field.solution'), value: <PlainText text={diagnosis.solution} /> },
            ...learnt(t, diagnosis.knownIssue, shown.ticket.id),
          ]}
        />
      )}
    </MoveDialog>
  )
}

export function AnswerQuestionMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const styles = useStyles()
  const refusalWords = useMoveRefusals(shown)
  const question = shown.ticket.questions.find((one) => one.answer === null)
  const draft = useDraft(`ticket.${shown.number}.answer-question`, '')
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.answer-question.title')}
      primary={t('moves.answer-question.primary')}
      canSubmit={question !== undefined && draft.value.trim() !== ''}
      why={t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({ move: 'answer-question', questionId: question?.id ?? '', text: draft.value })
        draft.clear()
      }}
    >
      {question && (
        <blockquote className={styles.quote}>
          <strong>{shown.people[question.by]?.name}</strong>
          <PlainText text={question.text} />
        </blockquote>
      )}
      <FormField label={t('moves.answer-question.text')} required>
        <Textarea
          value={draft.value}
          onChange={(_, { value }) => draft.change(value)}
          rows={4}
          resize="vertical"
        />
      </FormField>
    </MoveDialog>
  )
}

/** Confirms in the requester's name, after they said so. */
export function ConfirmMove({ shown, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const name = shown.people[shown.ticket.requesterId]?.name ?? ''
  const [isSure, setSure] = useState('')
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.confirm.title')}
      primary={t('moves.confirm.primary')}
      canSubmit={isSure === 'yes'}
      why={t('moves.confirm.missing', { name })}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'confirm' })}
    >
      <FormField label={t('moves.confirm.question', { name })} required>
        <RadioGroup value={isSure} onChange={(_, { value }) => setSure(value)}>
          <Radio value="yes" label={t('moves.confirm.yes')} />
          <Radio value="no" label={t('moves.confirm.no')} />
        </RadioGroup>
      </FormField>
    </MoveDialog>
  )
}

/** Everything that a step up from here would ask for, to be filled in ahead. */
export function AddEvidenceMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft<EvidenceDrafts>(`ticket.${shown.number}.evidence`, {})
  const { ticket } = shown
  const from = 'tier' in ticket.stage ? ticket.stage.tier : 1
  const items = evidenceAsked(names.plan, ticket, from, from + 1)
  const { asked, evidence, origins } = useFilledEvidence(shown, items, draft.value)
  const given = givenEvidence(evidence, asked)
  return (
    <MoveDialog
      open
      onClose={onClose}
      size="large"
      title={t('moves.add-evidence.title')}
      intro={asked.length === 0 ? t('moves.add-evidence.complete') : t('moves.add-evidence.intro')}
      primary={t('moves.add-evidence.primary')}
      canSubmit={given.length > 0}
      why={t('moves.add-evidence.missing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({ move: 'add-evidence', evidence: given })
        draft.clear()
      }}
    >
      <EvidenceFields
        items={asked}
        value={evidence}
        onChange={(value) => draft.change((before) => ({ ...before, ...changedIn(value, evidence) }))}
        onTicket={Object.values(shown.files)}
        origins={origins}
      />
    </MoveDialog>
  )
}
