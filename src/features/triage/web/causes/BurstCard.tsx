import { Button, Input, mergeClasses, Select } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { useGo } from '#ui/pages/address.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Slot } from '#ui/pages/slots.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { BurstView } from '../../contract/causes.ts'
import { useBurstWords } from './burst-words.ts'
import { causesKey, triageApi } from './cause-queries.ts'
import { useCauseStyles } from './cause-styles.ts'

function inTenths(language: 'nl' | 'en', value: number): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl', { maximumFractionDigits: 1 }).format(value)
}

/** Like tickets that come in faster than they should: a lead says what they are. */
export function BurstCard({ burst, mayDecide }: { readonly burst: BurstView; readonly mayDecide: boolean }) {
  const t = useWords('triage')
  const styles = useCauseStyles()
  const say = useBurstWords()
  const queries = useQueryClient()
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const { attempt, working } = useAttempt(useRefusals('triage'))
  const letBe = () =>
    attempt(
      async () => {
        await triageApi('POST /api/v1/triage/bursts/:id/answer', {
          params: { id: burst.id },
          body: { answer: 'let-be' },
        })
        toast({ text: t('bursts.letBeDone'), tone: 'info' })
      },
      () => queries.invalidateQueries({ queryKey: causesKey }),
    )
  return (
    <li className={mergeClasses(styles.card, styles.warning)}>
      <h3 className={styles.title}>
        <WarningRegular aria-hidden /> {say(burst)}
      </h3>
      <p className={styles.plain}>
        {t('bursts.sentence', {
          count: burst.tickets.length,
          usual: burst.expected < 0.1 ? t('bursts.hardlyAny') : inTenths(t.language, burst.expected),
        })}{' '}
        <Time at={burst.beganAt} form="both" />
      </p>
      <p className={mergeClasses(styles.plain, styles.row)}>
        {burst.tickets.slice(0, 12).map(({ id, number }) => (
          <PageLink key={id} to={`/tickets/${number}`}>
            {`T-${number}`}
          </PageLink>
        ))}
        {burst.tickets.length > 12 && (
          <span className={styles.quiet}>{t('bursts.more', { count: burst.tickets.length - 12 })}</span>
        )}
      </p>
      {burst.incidents.length > 0 && (
        <p className={styles.plain}>
          {t('bursts.mayBe', { titles: burst.incidents.map(({ id, title }) => `${title} (${id})`).join('; ') })}
        </p>
      )}
      {mayDecide && (
        <div className={styles.row}>
          <Button onClick={() => setOpen(true)}>{t('bursts.make')}</Button>
          <Slot name="triage.burst" of={{ tickets: burst.tickets }} />
          <Button appearance="subtle" disabled={working} onClick={() => void letBe()}>
            {t('bursts.letBe')}
          </Button>
        </div>
      )}
      <MakeCause burst={burst} open={isOpen} onClose={() => setOpen(false)} proposed={say(burst)} />
    </li>
  )
}

type MakeProps = {
  readonly burst: BurstView
  readonly open: boolean
  readonly onClose: () => void
  readonly proposed: string
}

function MakeCause({ burst, open, onClose, proposed }: MakeProps) {
  const t = useWords('triage')
  const go = useGo()
  const queries = useQueryClient()
  const refusalWords = useRefusals('triage')
  const [title, setTitle] = useState(proposed)
  const [incident, setIncident] = useState('')
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('bursts.make')}
      intro={t('bursts.makeIntro', { count: burst.tickets.length })}
      primary={t('bursts.make')}
      canSubmit={title.trim() !== ''}
      refusalWords={refusalWords}
      onSubmit={async () => {
        const made = await triageApi('POST /api/v1/triage/bursts/:id/answer', {
          params: { id: burst.id },
          body: { answer: 'cause', title: title.trim(), incident: incident === '' ? null : incident },
        })
        await queries.invalidateQueries({ queryKey: causesKey })
        if (made.causeId !== null) go(`/causes/${made.causeId}`)
      }}
    >
      <FormField label={t('causes.title')} hint={t('causes.titleHint')} required>
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </FormField>
      {burst.incidents.length > 0 && (
        <FormField label={t('causes.incident')} hint={t('causes.incidentHint')}>
          <Select value={incident} onChange={(_, { value }) => setIncident(value)}>
            <option value="">{t('causes.noIncident')}</option>
            {burst.incidents.map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.id}: ${one.title}`}
              </option>
            ))}
          </Select>
        </FormField>
      )}
    </MoveDialog>
  )
}
