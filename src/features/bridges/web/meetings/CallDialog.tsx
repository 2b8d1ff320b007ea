import { Checkbox, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fromLocalMoment, toLocalMoment } from '#features/tickets/web/moves/local-moment.ts'
import { useIntent } from '#ui/api/intent.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { useGo } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { BridgesOverview } from '../../contract/meetings.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { useNamedTickets } from '../named-tickets.ts'
import { bridgeApi, bridgeKey } from '../queries.ts'

type Props = {
  readonly tiers: BridgesOverview['tiers']
  /** Numbers of tickets to begin with. */
  readonly about?: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Calls all tiers together, now or at a time. */
export function CallDialog({ tiers, about = '', open, onClose }: Props) {
  const t = useWords('bridges')
  const styles = useBridgeStyles()
  const refusalWords = useRefusals('bridges')
  const queries = useQueryClient()
  const toast = useToast()
  const go = useGo()
  const intent = useIntent()
  const [reason, setReason] = useState('')
  const [numbers, setNumbers] = useState(about)
  const [isNow, setNow] = useState(true)
  const [at, setAt] = useState(() => toLocalMoment(new Date(Date.now() + 3_600_000)))
  const [minutes, setMinutes] = useState(30)
  const [needed, setNeeded] = useState(tiers.map(({ tier }) => tier))
  const named = useNamedTickets(numbers)
  const moment = isNow ? null : fromLocalMoment(at)
  const isComplete = reason.trim() !== '' && (isNow || moment !== null) && needed.length > 0
  const submit = async () => {
    const meeting = await bridgeApi('POST /api/v1/bridges/meetings', {
      body: {
        reason: reason.trim(),
        ticketIds: named.found.map(({ id }) => id),
        startsAt: moment,
        minutes,
        tiers: needed,
      },
      key: intent.key(),
    })
    intent.done()
    toast({ text: t('call.done', { name: meeting.name[t.language] }), tone: 'success' })
    await queries.invalidateQueries({ queryKey: bridgeKey })
    if (isNow) go(`/bridge/${meeting.id}`)
  }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('call.title')}
      intro={t('call.intro')}
      primary={t('call.primary')}
      canSubmit={isComplete && named.settled && named.missing.length === 0}
      why={t('call.missing')}
      refusalWords={refusalWords}
      onSubmit={submit}
    >
      <FormField label={t('call.reason')} hint={t('call.reasonHint')} required>
        <Textarea value={reason} rows={3} maxLength={1000} onChange={(_, { value }) => setReason(value)} />
      </FormField>
      <FormField
        label={t('call.tickets')}
        hint={t('call.ticketsHint')}
        error={
          named.missing.length > 0
            ? t('call.ticketsWrong', { numbers: named.missing.map((number) => `T-${number}`).join(', ') })
            : null
        }
      >
        <Input value={numbers} onChange={(_, { value }) => setNumbers(value)} />
      </FormField>
      {named.found.length > 0 && (
        <ul className={`${styles.list} ${styles.small}`}>
          {named.found.map(({ id, number, subject }) => (
            <li key={id} className={styles.wrap}>{`T-${number} ${subject}`}</li>
          ))}
        </ul>
      )}
      <FormField label={t('call.when')} required>
        <RadioGroup value={isNow ? 'now' : 'later'} onChange={(_, { value }) => setNow(value === 'now')}>
          <Radio value="now" label={t('call.now')} />
          <Radio value="later" label={t('call.later')} />
        </RadioGroup>
      </FormField>
      {!isNow && (
        <FormField label={t('call.at')} required>
          <Input type="datetime-local" value={at} onChange={(_, { value }) => setAt(value)} />
        </FormField>
      )}
      <FormField label={t('call.minutes')} required>
        <Select value={String(minutes)} onChange={(_, { value }) => setMinutes(Number(value))}>
          {[15, 30, 45, 60, 90].map((one) => (
            <option key={one} value={one}>
              {t('call.minutesOf', { count: one })}
            </option>
          ))}
        </Select>
      </FormField>
      <fieldset className={styles.fieldset}>
        <legend>{t('call.tiers')}</legend>
        {tiers.map(({ tier, name }) => (
          <Checkbox
            key={tier}
            label={`${tier} · ${name[t.language]}`}
            checked={needed.includes(tier)}
            onChange={(_, { checked }) =>
              setNeeded(
                checked === true
                  ? [...needed, tier].toSorted((one, other) => one - other)
                  : needed.filter((one) => one !== tier),
              )
            }
          />
        ))}
      </fieldset>
    </MoveDialog>
  )
}
