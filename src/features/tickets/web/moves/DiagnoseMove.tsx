import { Textarea } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { codesIn } from '#features/knowledge/domain/codes.ts'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import type { GivenMove } from '../queries.ts'
import { type ChosenIssue, taken, takenOver, textsOf } from './chosen-issue.ts'
import { useFirstAidWords } from './first-aid-words.ts'
import { KnownIssueFields, type KnownKind } from './KnownIssueFields.tsx'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

type Draft = {
  readonly rootCause: string
  readonly solution: string
  readonly wording: string
  /** The wording as a known issue has it for requesters, where one was filled in. */
  readonly filled?: string
  readonly known: KnownKind
  readonly knownText: string
  /** Codes of the ticket that are not of the issue which is written down. */
  readonly without?: readonly string[]
  readonly linked: ChosenIssue | null
}
const empty: Draft = { rootCause: '', solution: '', wording: '', known: '', knownText: '', linked: null }

/** Records root cause and solution; they go down to every tier that took part. */
export function DiagnoseMove({ shown, names, make, known: from, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft(`ticket.${shown.number}.diagnose`, empty, 2)
  const { rootCause, solution, wording, known } = draft.value
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const link = (issue: ChosenIssue | null) =>
    draft.change((before) => {
      if (!issue) return { ...before, linked: null }
      const texts = (one: ChosenIssue) => textsOf(one, t.language)
      const now = takenOver(before, before.linked && texts(before.linked), texts(issue))
      return { ...before, ...now, known: 'link', linked: issue }
    })
  const begin = useEffectEvent(() => from && link(from))
  useEffect(() => {
    begin()
  }, [])
  const forRequester = useFirstAidWords(shown.ticket.id, draft.value.linked?.id ?? null)
  const fill = useEffectEvent((words: string) =>
    draft.change((before) => ({ ...before, wording: taken(before.wording, before.filled, words), filled: words })),
  )
  useEffect(() => {
    if (forRequester !== null) fill(forRequester)
  }, [forRequester])
  const codes = useMemo(
    () => [...new Set(shown.story.flatMap((entry) => entry.texts.flatMap(({ text }) => codesIn(text))))],
    [shown.story],
  )
  const { without = [] } = draft.value
  const texts = [rootCause, solution, wording].every((text) => text.trim() !== '')
  const required = names.plan.process.knownIssueRequired
  const requester = shown.people[shown.ticket.requesterId]?.name ?? ''
  const area = (part: 'rootCause' | 'solution' | 'wording') => (
    <Textarea
      value={draft.value[part]}
      onChange={(_, { value }) => change({ [part]: value })}
      rows={3}
      resize="vertical"
    />
  )
  return (
    <MoveDialog
      open
      onClose={onClose}
      size="large"
      title={t('moves.diagnose.title')}
      intro={t('moves.diagnose.intro')}
      primary={t('moves.diagnose.primary')}
      canSubmit={texts && (isSaid(draft.value) || (!required && known === ''))}
      why={texts ? t('moves.diagnose.knownMissing') : t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({
          ...{ move: 'diagnose', rootCause, solution },
          wordingForRequester: wording,
          knownIssue: knownIssueOf(draft.value, codes),
        })
        draft.clear()
      }}
    >
      <KnownIssueFields
        ticketId={shown.ticket.id}
        platform={shown.ticket.platform}
        required={required}
        kind={known}
        onKind={(kind) => change({ known: kind })}
        text={draft.value.knownText}
        onText={(knownText) => change({ knownText })}
        codes={codes}
        without={without}
        onWithout={(less) => change({ without: less })}
        linked={draft.value.linked}
        onLink={link}
      />
      <FormField label={t('moves.diagnose.rootCause')} required>
        {area('rootCause')}
      </FormField>
      <FormField label={t('moves.diagnose.solution')} hint={t('moves.diagnose.solutionHint')} required>
        {area('solution')}
      </FormField>
      <FormField
        label={t('moves.diagnose.wording', { name: requester })}
        hint={t('moves.diagnose.wordingHint')}
        required
      >
        {area('wording')}
      </FormField>
    </MoveDialog>
  )
}

function isSaid({ known, knownText, linked }: Draft): boolean {
  return known === 'link' ? linked !== null : known !== '' && knownText.trim() !== ''
}

function knownIssueOf(
  { known, knownText, linked, without = [] }: Draft,
  codes: readonly string[],
): (GivenMove & { move: 'diagnose' })['knownIssue'] {
  switch (known) {
    case 'link':
      return linked && { kind: 'linked', id: linked.id }
    case 'create':
      return {
        kind: 'create',
        title: knownText,
        codes: codes.filter((code) => !without.includes(code)).slice(0, 100),
      }
    case 'one-off':
      return { kind: 'one-off', reason: knownText }
    case '':
      return null
  }
}
