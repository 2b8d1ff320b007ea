import { Button, Input } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { clockTime, dayName } from '#ui/time/format.ts'
import { useNow } from '#ui/time/now.ts'
import { Time, useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PersonView } from '../../contract/views.ts'
import { startOfDay } from '../../domain/day.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

export type AbsencesProps = {
  readonly person: Pick<PersonView, 'id' | 'name' | 'absences'> & {
    readonly may: { readonly planAbsence: boolean }
  }
}

/** When somebody is away. Why is only shown to whom it concerns. */
export function Absences({ person }: AbsencesProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const toast = useToast()
  const say = useProblemText(useRefusalWords())
  const planning = useDialog()

  const end = async (absence: string) => {
    try {
      await peopleApi('DELETE /api/v1/people/:id/absences/:absence', { params: { id: person.id, absence } })
      await queries.invalidateQueries({ queryKey: ['people'] })
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }

  return (
    <Section
      title={t('absences.title')}
      card
      action={
        person.may.planAbsence && (
          <Button size="small" onClick={() => planning.show(true)}>
            {t('absences.plan')}
          </Button>
        )
      }
    >
      {person.absences.length === 0 && <p className={styles.plain}>{t('absences.none')}</p>}
      <ul className={styles.list}>
        {person.absences.map((absence) => (
          <li key={absence.id} className={styles.item}>
            <span className={styles.grow}>
              <Span from={absence.from} until={absence.until} />
              {absence.reason && <div className={styles.quiet}>{absence.reason}</div>}
            </span>
            {person.may.planAbsence && (
              <Button className={styles.end} size="small" appearance="subtle" onClick={() => void end(absence.id)}>
                {t('absences.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <PlanDialog key={planning.turn} person={person} open={planning.open} onClose={planning.hide} />
    </Section>
  )
}

/** Whole days as days, anything else to the minute. */
function Span({ from, until }: { readonly from: string; readonly until: string }) {
  const reader = useReader()
  const now = useNow()
  const lastMoment = new Date(Date.parse(until) - 1).toISOString()
  const isWhole = [from, until].every((at) => clockTime(at, reader) === '00:00')
  if (isWhole) {
    const [first, last] = [dayName(from, now, reader), dayName(lastMoment, now, reader)]
    return first === last ? first : `${first} – ${last}`
  }
  return (
    <>
      <Time at={from} /> – <Time at={until} />
    </>
  )
}

type PlanDialogProps = AbsencesProps & { readonly open: boolean; readonly onClose: () => void }

function PlanDialog({ person, open, onClose }: PlanDialogProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const { timeZone } = useReader()
  const [firstDay, setFirstDay] = useState('')
  const [lastDay, setLastDay] = useState('')
  const [reason, setReason] = useState('')

  const submit = async () => {
    const body = {
      from: startOfDay(firstDay, timeZone),
      until: startOfDay(lastDay, timeZone, 1),
      reason: reason.trim() === '' ? null : reason,
    }
    await peopleApi('POST /api/v1/people/:id/absences', { params: { id: person.id }, body })
    await queries.invalidateQueries({ queryKey: ['people'] })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('absences.planOf', { name: person.name })}
      intro={t('absences.intro')}
      primary={t('absences.plan')}
      onSubmit={submit}
      canSubmit={firstDay !== '' && lastDay !== ''}
      why={t('absences.missing')}
      refusalWords={refusalWords}
    >
      <div className={styles.two}>
        <FormField label={t('absences.firstDay')} required>
          <Input
            type="date"
            value={firstDay}
            onChange={(_, { value }) => {
              setFirstDay(value)
              if (lastDay === '' || lastDay < value) setLastDay(value)
            }}
          />
        </FormField>
        <FormField label={t('absences.lastDay')} required>
          <Input type="date" value={lastDay} min={firstDay} onChange={(_, { value }) => setLastDay(value)} />
        </FormField>
      </div>
      <FormField label={t('absences.reason')} hint={t('absences.reasonHint')}>
        <Input value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
      </FormField>
    </MoveDialog>
  )
}
