import { Input, Select, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { addDays } from '#features/plan/domain/days.ts'
import { teams } from '#features/people/web/queries.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { PhaseCommitments } from '../../contract/commitments.ts'
import { type CommitmentKind, commitmentKinds, readyCommitments } from '../../domain/commitment/kinds.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

type AddCommitmentDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly phases: readonly z.infer<typeof PhaseCommitments>[]
}

const empty = { nl: '', en: '' }

/** Adds a commitment beside those of the plan: one that comes ready, or in one's own words. */
export function AddCommitmentDialog({ open, onClose, phases }: AddCommitmentDialogProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout')
  const known = useQuery(teams).data?.teams ?? []
  const [kind, setKind] = useState<CommitmentKind>('design-workshop')
  const [first] = readyCommitments
  const [what, setWhat] = useState(first?.what ?? empty)
  const [evidence, setEvidence] = useState(first?.evidence ?? empty)
  const [team, setTeam] = useState('')
  const [phase, setPhase] = useState(phases[0]?.key ?? '')
  const [due, setDue] = useState(() => dayBefore(phases[0]?.starts))
  const isComplete =
    [what.nl, what.en, evidence.nl, evidence.en].every((words) => words.trim() !== '') && team !== '' && due !== ''

  const choose = (next: CommitmentKind) => {
    setKind(next)
    const ready = readyCommitments.find((one) => one.kind === next)
    setWhat(ready?.what ?? empty)
    setEvidence(ready?.evidence ?? empty)
  }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('commitments.add')}
      intro={t('commitments.addIntro')}
      primary={t('commitments.add')}
      canSubmit={isComplete}
      why={t('commitments.addMissing')}
      refusalWords={refusalWords}
      size="large"
      onSubmit={async () => {
        await rolloutApi('POST /api/v1/rollout/commitments', {
          body: { kind, what, evidence, team, beforePhase: phase, due, ownerId: null },
        })
        await refresh()
      }}
    >
      <FormField label={t('commitments.kind')} required>
        <Select value={kind} onChange={(_, { value }) => choose(value as CommitmentKind)}>
          {commitmentKinds.map((one) => (
            <option key={one} value={one}>
              {t(`commitments.kinds.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <div className={styles.halves}>
        {(['nl', 'en'] as const).map((language) => (
          <FormField key={language} label={t(`commitments.what.${language}`)} required>
            <Textarea
              value={what[language]}
              maxLength={1000}
              resize="vertical"
              lang={language}
              onChange={(_, { value }) => setWhat({ ...what, [language]: value })}
            />
          </FormField>
        ))}
        {(['nl', 'en'] as const).map((language) => (
          <FormField key={language} label={t(`commitments.evidenceIn.${language}`)} required>
            <Textarea
              value={evidence[language]}
              maxLength={1000}
              resize="vertical"
              lang={language}
              onChange={(_, { value }) => setEvidence({ ...evidence, [language]: value })}
            />
          </FormField>
        ))}
        <FormField label={t('commitments.team')} required>
          <Select value={team} onChange={(_, { value }) => setTeam(value)}>
            <option value="">{t('commitments.choose')}</option>
            {known.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name[t.language]}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('commitments.beforePhase')} required>
          <Select
            value={phase}
            onChange={(_, { value }) => {
              setPhase(value)
              setDue(dayBefore(phases.find(({ key }) => key === value)?.starts))
            }}
          >
            {phases.map((one) => (
              <option key={one.key} value={one.key}>
                {text(one.name)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('commitments.dueOn')} required>
          <Input type="date" value={due} onChange={(_, { value }) => setDue(value)} />
        </FormField>
      </div>
    </MoveDialog>
  )
}

/** A working day's room before the phase begins. */
function dayBefore(starts: string | undefined): string {
  return starts === undefined ? '' : addDays(starts, -3)
}
