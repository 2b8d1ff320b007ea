import { Button, Input, mergeClasses, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { teams } from '#features/people/web/queries.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { ReadinessView } from '../../contract/readiness.ts'
import type { WaveSummary } from '../../contract/waves.ts'
import { type DecisionOutcome, decisionOutcomes } from '../../domain/readiness/decide.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rolloutApi, useRefreshRollout } from '../queries.ts'

type Condition = { readonly text: string; readonly owner: string; readonly due: string }

type SignDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly shown: ReadinessView
  readonly wave: WaveSummary
  readonly today: string
}

/** Signs what was read, in one's own name. */
export function SignDialog({ open, onClose, shown, wave, today }: SignDialogProps) {
  const t = useWords('rollout')
  const me = useSignedIn()
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const toast = useToast()
  const refresh = useRefreshRollout()
  const refusalWords = useRefusals('rollout', 'plan')
  const { fails, unknown } = shown.readiness
  // Before the wave begins; where it has begun already, today.
  const fresh = { text: '', owner: '', due: wave.starts > today ? wave.starts : today }
  const [outcome, setOutcome] = useState<DecisionOutcome>(fails > 0 ? 'conditional' : 'go')
  const [reason, setReason] = useState('')
  const [conditions, setConditions] = useState<readonly Condition[]>([fresh])
  const given = outcome === 'conditional' ? conditions : []
  const isComplete = given.every((one) => one.text.trim().length >= 3 && one.owner !== '' && one.due !== '')
  const change = (index: number, part: Partial<Condition>) =>
    setConditions(conditions.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('sign.title', { wave: text(wave.name) })}
      intro={t('sign.intro', { name: me.name })}
      primary={t(`sign.as.${outcome}`)}
      size="large"
      canSubmit={isComplete && reason.trim().length >= 3 && !(outcome === 'go' && fails > 0)}
      why={t(outcome === 'go' && fails > 0 ? 'sign.goFails' : 'sign.missing', { count: fails })}
      refusalWords={refusalWords}
      onSubmit={async () => {
        try {
          await rolloutApi('POST /api/v1/rollout/waves/:key/decisions', {
            params: { key: wave.key },
            body: { outcome, reason, conditions: [...given], seen: shown.seen },
          })
          toast({ text: t('sign.done'), tone: 'success' })
        } finally {
          // Also where the figures changed: they are read again then.
          await refresh()
        }
      }}
    >
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t('sign.figures', { fails, unknown, holds: shown.readiness.holds })}
      </p>
      <FormField label={t('sign.outcome')} required>
        <RadioGroup value={outcome} onChange={(_, { value }) => setOutcome(value as DecisionOutcome)}>
          {decisionOutcomes.map((one) => (
            <Radio key={one} value={one} label={t(`sign.choices.${one}`)} />
          ))}
        </RadioGroup>
      </FormField>
      <FormField label={t('sign.reason')} required>
        <Textarea
          value={reason}
          maxLength={2000}
          resize="vertical"
          onChange={(_, { value }) => setReason(value)}
        />
      </FormField>
      {outcome === 'conditional' && (
        <>
          {conditions.map((one, index) => (
            <ConditionFields
              key={index}
              number={index + 1}
              condition={one}
              onChange={(part) => change(index, part)}
              onRemove={
                conditions.length > 1 ? () => setConditions(conditions.filter((_, at) => at !== index)) : null
              }
            />
          ))}
          <div>
            <Button icon={<AddRegular aria-hidden />} onClick={() => setConditions([...conditions, fresh])}>
              {t('sign.addCondition')}
            </Button>
          </div>
        </>
      )}
    </MoveDialog>
  )
}

type ConditionFieldsProps = {
  readonly number: number
  readonly condition: Condition
  readonly onChange: (part: Partial<Condition>) => void
  readonly onRemove: (() => void) | null
}

function ConditionFields({ number, condition, onChange, onRemove }: ConditionFieldsProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const me = useSignedIn()
  const known = useQuery(teams).data?.teams ?? []
  const people = new Map([
    [me.id, me.name],
    ...known.flatMap(({ members }) =>
      members.filter((one) => !one.disabled).map((one) => [one.id, one.name] as const),
    ),
  ])
  const sorted = [...people].toSorted(([, one], [, other]) => one.localeCompare(other, t.language))
  return (
    <fieldset className={mergeClasses(styles.card, styles.plain)}>
      <legend className={styles.strong}>{t('sign.condition', { number })}</legend>
      <FormField label={t('sign.conditionText')} required>
        <Input value={condition.text} maxLength={500} onChange={(_, { value }) => onChange({ text: value })} />
      </FormField>
      <div className={styles.halves}>
        <FormField label={t('sign.owner')} required>
          <Select value={condition.owner} onChange={(_, { value }) => onChange({ owner: value })}>
            <option value="">{t('sign.chooseOwner')}</option>
            {sorted.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('sign.due')} required>
          <Input type="date" value={condition.due} onChange={(_, { value }) => onChange({ due: value })} />
        </FormField>
      </div>
      {onRemove && (
        <div>
          <Button size="small" onClick={onRemove}>
            {t('sign.removeCondition')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
