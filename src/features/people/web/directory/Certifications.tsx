import { Button, Input, Select, Textarea } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { Time, useReader } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PersonView } from '../../contract/views.ts'
import { longestOverrideDays } from '../../domain/authority.ts'
import { startOfDay } from '../../domain/day.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi, person as personQuery } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

type One = PersonView['certifications'][number]

/** In which tiers somebody may work, until when, and why where it was not by training. */
export function Certifications({ person }: { readonly person: PersonView }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const giving = useDialog()
  const ending = useDialog<One>()

  const end = async (certification: One) => {
    const params = { id: person.id, certification: certification.id }
    const changed = await peopleApi('POST /api/v1/people/:id/certifications/:certification/end', { params })
    queries.setQueryData(personQuery(person.id).queryKey, changed)
  }

  return (
    <Section
      title={t('certifications.title')}
      card
      action={
        person.may.certify && (
          <Button size="small" onClick={() => giving.show(true)}>
            {t('certifications.give')}
          </Button>
        )
      }
    >
      {person.certifications.length === 0 && <p className={styles.plain}>{t('certifications.none')}</p>}
      <ul className={styles.list}>
        {person.certifications.map((one) => (
          <li key={one.id} className={styles.item}>
            <TierBadge tier={one.tier} />
            <span className={styles.grow}>
              {one.until ? (
                <>
                  {t('certifications.until')} <Time at={one.until} />
                </>
              ) : (
                t('certifications.endless')
              )}
              {one.override && (
                <div className={styles.quiet}>{t('certifications.why', { reason: one.override.reason })}</div>
              )}
            </span>
            {person.may.endCertification && (
              <Button
                className={styles.end}
                size="small"
                appearance="subtle"
                aria-label={t('certifications.endOf', { tier: one.tier })}
                onClick={() => ending.show(one)}
              >
                {t('certifications.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <GiveDialog key={giving.turn} person={person} open={giving.open} onClose={giving.hide} />
      <ConfirmDialog
        open={ending.open}
        onClose={ending.hide}
        title={t('certifications.endOf', { tier: ending.of?.tier ?? 0 })}
        text={t('certifications.endText', { name: person.name })}
        primary={t('certifications.end')}
        onConfirm={async () => {
          if (ending.of) await end(ending.of)
        }}
        refusalWords={refusalWords}
        danger
      />
    </Section>
  )
}

type GiveDialogProps = { readonly person: PersonView; readonly open: boolean; readonly onClose: () => void }

function GiveDialog({ person, open, onClose }: GiveDialogProps) {
  const t = useWords('people')
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const { timeZone } = useReader()
  const [tier, setTier] = useState('1')
  const [lastDay, setLastDay] = useState('')
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE', { timeZone }))
  const latest = new Date(Date.parse(today) + (longestOverrideDays - 1) * 86_400_000).toISOString().slice(0, 10)
  const [reason, setReason] = useState('')

  const submit = async () => {
    const until = startOfDay(lastDay, timeZone, 1)
    const body = { tier: Number(tier), until, reason }
    const changed = await peopleApi('POST /api/v1/people/:id/certifications', { params: { id: person.id }, body })
    queries.setQueryData(personQuery(person.id).queryKey, changed)
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('certifications.giveTo', { name: person.name })}
      intro={t('certifications.intro')}
      primary={t('certifications.give')}
      onSubmit={submit}
      canSubmit={reason.trim().length >= 3 && lastDay !== ''}
      why={t('certifications.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('certifications.tier')} required>
        <Select value={tier} onChange={(_, { value }) => setTier(value)}>
          {['1', '2', '3'].map((level) => (
            <option key={level} value={level}>
              {t('certifications.level', { tier: level })}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('certifications.lastDay')} hint={t('certifications.lastDayHint')} required>
        <Input
          type="date"
          min={today}
          max={latest}
          value={lastDay}
          onChange={(_, { value }) => setLastDay(value)}
        />
      </FormField>
      <FormField label={t('certifications.reason')} hint={t('certifications.reasonHint')} required>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </FormField>
    </MoveDialog>
  )
}
