import { Checkbox, Textarea } from '@fluentui/react-components'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { fastLaneFor } from '#features/plan/domain/lookup.ts'
import { evidenceAsked, isFilled } from '../../domain/evidence.ts'
import { changedIn, type EvidenceDrafts, EvidenceFields, givenEvidence, isGiven } from './EvidenceFields.tsx'
import { useFilledEvidence } from './found-evidence.ts'
import { answersGiven, IssueAsks } from './IssueAsks.tsx'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

type Draft = {
  readonly asked: string
  readonly evidence: EvidenceDrafts
  /** To what known issues ask besides, by their words. */
  readonly answers?: Readonly<Record<string, string>>
  readonly waive: boolean
  readonly waiver: string
  readonly fastLane: boolean
}
const empty: Draft = { asked: '', evidence: {}, waive: false, waiver: '', fastLane: false }

/** Hands the investigation one tier up. Asks only for the evidence that is not there yet. */
export function EscalateMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const me = useSignedIn()
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft(`ticket.${shown.number}.escalate`, empty)
  const { ticket } = shown
  const { asked, evidence: typed, answers = {}, waive, waiver, fastLane } = draft.value
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const from = 'tier' in ticket.stage ? ticket.stage.tier : 1
  const lane = fastLaneFor(names.plan, ticket.priority, from)
  const to = fastLane && lane ? lane.to : from + 1
  const items = evidenceAsked(names.plan, ticket, from, to)
  const missing = items.filter((item) => !isFilled(item, ticket.evidence))
  const { asked: toFill, evidence, origins, asks } = useFilledEvidence(shown, items, typed)
  const lacking = missing.filter((item) => item.required && !isGiven(item, evidence))
  const isLead = me.roles.includes('lead')
  const complete = waive ? waiver.trim() !== '' : lacking.length === 0
  const title = t('moves.escalate.title', { tier: to, name: names.tier(to) })
  return (
    <MoveDialog
      open
      onClose={onClose}
      size="large"
      title={title}
      intro={t('moves.escalate.intro', { known: items.length - missing.length, all: items.length })}
      primary={t('moves.escalate.primary', { tier: to })}
      canSubmit={asked.trim() !== '' && complete}
      why={
        asked.trim() === ''
          ? t('moves.escalate.askedMissing')
          : t('moves.escalate.evidenceMissing', { count: lacking.length })
      }
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({
          move: 'escalate',
          asked,
          evidence: [...givenEvidence(evidence, toFill), ...answersGiven(asks, answers, t.language)],
          waiver: waive ? { reason: waiver } : null,
          fastLane: fastLane && lane !== null,
        })
        draft.clear()
      }}
    >
      {lane && (
        <Checkbox
          checked={fastLane}
          onChange={(_, { checked }) => change({ fastLane: checked === true })}
          label={t('moves.escalate.fastLane', { tier: lane.to, name: names.tier(lane.to) })}
        />
      )}
      <FormField label={t('moves.escalate.asked')} hint={t('moves.escalate.askedHint')} required>
        <Textarea value={asked} onChange={(_, { value }) => change({ asked: value })} rows={3} resize="vertical" />
      </FormField>
      {!waive && (
        <>
          <EvidenceFields
            items={toFill}
            value={evidence}
            onChange={(value) => change({ evidence: { ...typed, ...changedIn(value, evidence) } })}
            onTicket={Object.values(shown.files)}
            origins={origins}
          />
          <IssueAsks asks={asks} value={answers} onChange={(value) => change({ answers: value })} />
        </>
      )}
      {isLead && lacking.length > 0 && (
        <Checkbox
          checked={waive}
          onChange={(_, { checked }) => change({ waive: checked === true })}
          label={t('moves.escalate.waive', { count: lacking.length })}
        />
      )}
      {waive && (
        <FormField label={t('moves.escalate.waiver')} required>
          <Textarea
            value={waiver}
            onChange={(_, { value }) => change({ waiver: value })}
            rows={2}
            resize="vertical"
          />
        </FormField>
      )}
    </MoveDialog>
  )
}
