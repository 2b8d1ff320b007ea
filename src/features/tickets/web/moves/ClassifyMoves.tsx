import { Input, makeStyles, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Level } from '#features/plan/domain/document/process.ts'
import type { Platform } from '#features/plan/domain/document/text.ts'
import { levels, platforms } from '#features/plan/domain/values.ts'
import { priorityOf } from '#features/plan/domain/lookup.ts'
import { useMoveRefusals } from './move-refusals.ts'
import type { MoveProps } from './move-props.ts'

const useStyles = makeStyles({ becomes: { margin: 0 } })

/** Impact and urgency; the plan's grid makes the priority of them, which is shown before it is so. */
export function ReprioritiseMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const styles = useStyles()
  const refusalWords = useMoveRefusals(shown)
  const { ticket } = shown
  const [impact, setImpact] = useState<Level>(ticket.impact)
  const [urgency, setUrgency] = useState<Level>(ticket.urgency)
  const [reason, setReason] = useState('')
  const priority = priorityOf(names.plan, impact, urgency)
  const choose = (label: string, value: Level, change: (level: Level) => void) => (
    <FormField label={label} required>
      <Select value={value} onChange={(_, { value: chosen }) => change(chosen as Level)}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {t.any(`level.${level}`)}
          </option>
        ))}
      </Select>
    </FormField>
  )
  const isSame = impact === ticket.impact && urgency === ticket.urgency
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.reprioritise.title')}
      primary={t('moves.reprioritise.primary')}
      canSubmit={!isSame && reason.trim() !== ''}
      why={isSame ? t('moves.reprioritise.same') : t('moves.textMissing')}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'reprioritise', impact, urgency, reason })}
    >
      {choose(t('impact'), impact, setImpact)}
      {choose(t('urgency'), urgency, setUrgency)}
      <p role="status" className={styles.becomes}>
        {t('moves.reprioritise.becomes', { level: priority, name: names.priority(priority) })}
      </p>
      <FormField label={t('moves.reprioritise.reason')} required>
        <Input value={reason} onChange={(_, { value }) => setReason(value)} />
      </FormField>
    </MoveDialog>
  )
}

export function CategoriseMove({ shown, names, make, onClose }: MoveProps) {
  const t = useWords('tickets')
  const refusalWords = useMoveRefusals(shown)
  const { ticket } = shown
  const [category, setCategory] = useState(ticket.category ?? '')
  const [platform, setPlatform] = useState<Platform | ''>(ticket.platform ?? '')
  return (
    <MoveDialog
      open
      onClose={onClose}
      title={t('moves.categorise.title')}
      intro={t('moves.categorise.intro')}
      primary={t('moves.categorise.primary')}
      canSubmit={category !== '' && (category !== ticket.category || platform !== (ticket.platform ?? ''))}
      why={t('moves.categorise.missing')}
      refusalWords={refusalWords}
      onSubmit={() => make({ move: 'categorise', category, platform: platform === '' ? null : platform })}
    >
      <FormField label={t('category')} required>
        <Select value={category} onChange={(_, { value }) => setCategory(value)}>
          <option value="">{t('open.notChosen')}</option>
          {names.plan.process.categories.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name[t.language]}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('platform')}>
        <Select value={platform} onChange={(_, { value }) => setPlatform(value as Platform | '')}>
          <option value="">{t('platforms.unknown')}</option>
          {platforms.map((one) => (
            <option key={one} value={one}>
              {t.any(`platforms.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
    </MoveDialog>
  )
}
