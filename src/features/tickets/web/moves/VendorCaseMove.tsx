import { Input, Select, Textarea } from '@fluentui/react-components'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { evidenceAsked, isFilled } from '../../domain/evidence.ts'
import { changedIn, type EvidenceDrafts, EvidenceFields, givenEvidence, isGiven } from './EvidenceFields.tsx'
import { useFilledEvidence } from './found-evidence.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

type Draft = { severity: string; caseNumber: string; text: string; evidence: EvidenceDrafts }
const empty: Draft = { severity: '', caseNumber: '', text: '', evidence: {} }

/** Turns to the vendor. The ticket waits for them; whoever has it inside keeps it. */
export function VendorCaseMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const draft = useDraft(`ticket.${shown.number}.vendor`, empty)
  const { severity, caseNumber, text, evidence: typed } = draft.value
  const change = (part: Partial<Draft>) => draft.change((before) => ({ ...before, ...part }))
  const { vendor } = names.plan.teams
  const { ticket } = shown
  const from = 'tier' in ticket.stage ? ticket.stage.tier : 1
  const items = vendor ? evidenceAsked(names.plan, ticket, from, vendor.level) : []
  const missing = items.filter((item) => !isFilled(item, ticket.evidence))
  const { asked, evidence, origins } = useFilledEvidence(shown, items, typed)
  const lacking = missing.filter((item) => item.required && !isGiven(item, evidence))
  const title = t('moves.open-vendor-case.title', { name: vendor?.supplier ?? '' })
  return (
    <MoveDialog
      open
      onClose={onClose}
      size="large"
      title={title}
      intro={t('moves.open-vendor-case.intro')}
      primary={t('moves.open-vendor-case.primary')}
      canSubmit={severity !== '' && text.trim() !== '' && lacking.length === 0}
      why={
        severity === '' || text.trim() === ''
          ? t('moves.open-vendor-case.missing')
          : t('moves.escalate.evidenceMissing', { count: lacking.length })
      }
      refusalWords={refusalWords}
      onSubmit={async () => {
        await make({
          move: 'open-vendor-case',
          severity,
          caseNumber: caseNumber.trim() === '' ? null : caseNumber,
          text,
          evidence: givenEvidence(evidence, asked),
        })
        draft.clear()
      }}
    >
      <FormField label={t('moves.open-vendor-case.severity')} required>
        <Select value={severity} onChange={(_, { value }) => change({ severity: value })}>
          <option value="">{t('open.notChosen')}</option>
          {vendor?.severities.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name[t.language]}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('moves.open-vendor-case.caseNumber')} hint={t('moves.open-vendor-case.caseNumberHint')}>
        <Input value={caseNumber} onChange={(_, { value }) => change({ caseNumber: value })} />
      </FormField>
      <FormField label={t('moves.open-vendor-case.text')} required>
        <Textarea value={text} onChange={(_, { value }) => change({ text: value })} rows={4} resize="vertical" />
      </FormField>
      <EvidenceFields
        items={asked}
        value={evidence}
        onChange={(value) => change({ evidence: { ...typed, ...changedIn(value, evidence) } })}
        onTicket={Object.values(shown.files)}
        origins={origins}
      />
    </MoveDialog>
  )
}
