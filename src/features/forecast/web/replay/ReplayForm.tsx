import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanVersionSummary } from '#features/plan/contract.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useForecastWords } from '../words.ts'
import type { ReplayAsked } from './use-replay.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalL,
    '& > *': { flexGrow: 0, flexBasis: 'auto' },
  },
})

type ReplayFormProps = {
  readonly versions: readonly PlanVersionSummary[]
  readonly asked: Partial<ReplayAsked>
  readonly playing: boolean
  readonly onStart: (asked: ReplayAsked) => void
  readonly onStop: () => void
}

const sixWeeks = 42

/** Which plan, and which past. The draft first: a replay is for what has not been published yet. */
export function ReplayForm({ versions, asked, playing, onStart, onStop }: ReplayFormProps) {
  const { t } = useForecastWords()
  const styles = useStyles()
  const open = versions.find(({ state }) => state === 'draft' || state === 'in-review')
  const [plan, setPlan] = useState<ReplayAsked['plan']>(
    asked.plan ?? (open ? 'draft' : (versions[0]?.number ?? 1)),
  )
  const [from, setFrom] = useState(asked.from ?? daysAgo(sixWeeks))
  const [to, setTo] = useState(asked.to ?? daysAgo(0))
  const wrong = from !== '' && to !== '' && to < from
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong && from !== '' && to !== '') onStart({ plan, from, to })
      }}
    >
      <FormField label={t('replay.plan')} required>
        <Select
          value={String(plan)}
          onChange={(_, { value }) => setPlan(value === 'draft' ? value : Number(value))}
        >
          {open && <option value="draft">{t('replay.draft', { number: open.number })}</option>}
          {versions
            .filter(({ publishedAt }) => publishedAt !== null)
            .map(({ number, state }) => (
              <option key={number} value={number}>
                {t(state === 'published' ? 'replay.published' : 'replay.version', { number })}
              </option>
            ))}
        </Select>
      </FormField>
      <FormField label={t('replay.from')} required>
        <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
      </FormField>
      <FormField label={t('replay.to')} required error={wrong ? t('replay.wrongPeriod') : null}>
        <Input type="date" value={to} onChange={(_, { value }) => setTo(value)} />
      </FormField>
      {playing ? (
        <Button onClick={onStop}>{t('replay.stop')}</Button>
      ) : (
        <Button type="submit" appearance="primary" disabledFocusable={wrong}>
          {t('replay.start')}
        </Button>
      )}
    </form>
  )
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}
