import { Input } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ticketNumbered } from '#features/tickets/web/queries.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import { causesKey, triageApi } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

type Props = { readonly causeId: string; readonly open: boolean; readonly onClose: () => void }

/** Puts a ticket in a cause, by the number that people know it by. */
export function AddTicket({ causeId, open, onClose }: Props) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('triage')
  const [typed, setTyped] = useState('')
  const settled = useSettled(typed, 300)
  const number = numberIn(settled)
  const asked = useQuery({ ...ticketNumbered(number ?? 0), enabled: number !== null, retry: false })
  const found = number !== null && settled === typed && asked.data ? asked.data : null
  const isWrong = settled.trim() !== '' && settled === typed && (number === null || asked.isError)
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('causes.add')}
      intro={t('causes.addIntro')}
      primary={t('causes.add')}
      canSubmit={found !== null}
      refusalWords={refusalWords}
      onSubmit={async () => {
        if (!found) return
        await triageApi('POST /api/v1/triage/causes/:id/tickets', {
          params: { id: causeId },
          body: { ticketId: found.ticket.id },
        })
        await Promise.all([
          queries.invalidateQueries({ queryKey: causesKey }),
          queries.invalidateQueries({ queryKey: ['tickets'] }),
        ])
      }}
    >
      <FormField
        label={t('causes.number')}
        hint={t('causes.numberHint')}
        error={isWrong ? t('causes.numberWrong') : null}
        required
      >
        <Input value={typed} maxLength={20} onChange={(_, { value }) => setTyped(value)} />
      </FormField>
      {found && <p className={styles.plain} dir="auto">{`T-${found.number} ${found.ticket.subject}`}</p>}
    </MoveDialog>
  )
}

function numberIn(text: string): number | null {
  const [, digits] = /^\s*(?:T-)?(\d{1,12})\s*$/i.exec(text) ?? []
  return digits === undefined ? null : Number(digits)
}
