import { Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

type Draft = {
  readonly rootCause: string
  readonly solution: string
  readonly wording: string
  readonly known: 'create' | 'one-off' | ''
  readonly knownText: string
}
const empty: Draft = { rootCause: '', solution: '', wording: '', known: '', knownText: '' }

/** Records root cause and solution; they go down to every tier that took part. */
export function DiagnoseMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft(`ticket.${shown.number}.diagnose`, empty)
  const { rootCause, solution, wording, known, knownText } = draft.value
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const texts = [rootCause, solution, wording].every((text) => text.trim() !== '')
  const isKnown = known !== '' && knownText.trim() !== ''
  const required = names.plan.process.knownIssueRequired
  const requester = shown.people[shown.ticket.requesterId]?.name ?? ''
  return (
    <MoveDialog
      open
      onClose={onClose}
      size="large"
      title={t('moves.diagnose.title')}
      intro={t('moves.diagnose.intro')}
      primary={t('moves.diagnose.primary')}
      canSubmit={texts && (isKnown || (!required && known === ''))}
      why={texts ? t('moves.diagnose.knownMissing') : t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({
          move: 'diagnose',
          rootCause,
          solution,
          wordingForRequester: wording,
          knownIssue:
            known === 'create'
              ? { kind: 'create', title: knownText }
              : known === 'one-off'
                ? { kind: 'one-off', reason: knownText }
                : null,
        })
        draft.clear()
      }}
    >
      <FormField label={t('moves.diagnose.rootCause')} required>
        <Textarea
          value={rootCause}
          onChange={(_, { value }) => change({ rootCause: value })}
          rows={3}
          resize="vertical"
        />
      </FormField>
      <FormField label={t('moves.diagnose.solution')} hint={t('moves.diagnose.solutionHint')} required>
        <Textarea
          value={solution}
          onChange={(_, { value }) => change({ solution: value })}
          rows={3}
          resize="vertical"
        />
      </FormField>
      <FormField
        label={t('moves.diagnose.wording', { name: requester })}
        hint={t('moves.diagnose.wordingHint')}
        required
      >
        <Textarea
          value={wording}
          onChange={(_, { value }) => change({ wording: value })}
          rows={3}
          resize="vertical"
        />
      </FormField>
      <FormField label={t('moves.diagnose.known')} required={required}>
        <RadioGroup value={known} onChange={(_, { value }) => change({ known: value as Draft['known'] })}>
          <Radio value="create" label={t('moves.diagnose.create')} />
          <Radio value="one-off" label={t('moves.diagnose.oneOff')} />
        </RadioGroup>
      </FormField>
      {known !== '' && (
        <FormField
          label={known === 'create' ? t('moves.diagnose.createTitle') : t('moves.diagnose.oneOffReason')}
          {...(known === 'create' ? { hint: t('moves.diagnose.createHint') } : {})}
          required
        >
          <Input value={knownText} onChange={(_, { value }) => change({ knownText: value })} />
        </FormField>
      )}
    </MoveDialog>
  )
}
