import { Button, Input, mergeClasses, Select, Textarea } from '@fluentui/react-components'
import { useRef } from 'react'
import { weekdayOf } from '#features/plan/domain/days.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { useWords } from '#ui/words/words.ts'
import { type MailLanguage, mailLanguages, type MailTiming } from '../../domain/mails/mail.ts'
import { dayOf, type WaveDays } from '../../domain/mails/moments.ts'
import { placeholders } from '../../domain/mails/placeholders.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import type { MailDraft } from './use-mail-actions.ts'

type MailEditorProps = {
  readonly wave: WaveDays
  readonly value: MailDraft
  readonly language: MailLanguage
  readonly onLanguage: (language: MailLanguage) => void
  readonly onChange: (value: MailDraft) => void
}

/** Subject and words in each language, what can be filled in, and when it goes. */
export function MailEditor({ wave, value, language, onLanguage, onChange }: MailEditorProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const words = useRef<HTMLTextAreaElement>(null)
  const body = value.body[language]

  const insert = (name: string) => {
    const field = words.current
    const [from, to] = field ? [field.selectionStart, field.selectionEnd] : [body.length, body.length]
    const text = `{{${name}}}`
    onChange({ ...value, body: { ...value.body, [language]: `${body.slice(0, from)}${text}${body.slice(to)}` } })
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  return (
    <div className={styles.stack}>
      <Tabs
        label={t('mails.language')}
        tabs={mailLanguages.map((one) => ({ value: one, text: t(`mails.languages.${one}`) }))}
        value={language}
        onChange={onLanguage}
        size="small"
      />
      <FormField label={t('mails.subject')} required>
        <Input
          value={value.subject[language]}
          maxLength={300}
          lang={language}
          onChange={(_, { value: text }) =>
            onChange({ ...value, subject: { ...value.subject, [language]: text } })
          }
        />
      </FormField>
      <FormField label={t('mails.body')} hint={t('mails.bodyHint')} required>
        <Textarea
          textarea={{ ref: words }}
          value={body}
          maxLength={20_000}
          rows={18}
          resize="vertical"
          lang={language}
          onChange={(_, { value: text }) => onChange({ ...value, body: { ...value.body, [language]: text } })}
        />
      </FormField>
      <div className={styles.tight}>
        <span className={styles.small} id="mail-placeholders">
          {t('mails.insert')}
        </span>
        <div className={styles.row} role="group" aria-labelledby="mail-placeholders">
          {placeholders.map((name) => (
            <Button key={name} size="small" appearance="outline" onClick={() => insert(name)}>
              {t(`mails.placeholders.${name}`)}
            </Button>
          ))}
        </div>
      </div>
      <TimingFields wave={wave} value={value.timing} onChange={(timing) => onChange({ ...value, timing })} />
    </div>
  )
}

type TimingFieldsProps = {
  readonly wave: WaveDays
  readonly value: MailTiming
  readonly onChange: (value: MailTiming) => void
}

const sides = ['starts-before', 'starts-after', 'ends-before', 'ends-after'] as const
type Side = (typeof sides)[number]

/** So many days before or after the wave begins or ends, at a time: it moves along with the wave. */
function TimingFields({ wave, value, onChange }: TimingFieldsProps) {
  const t = useWords('rollout')
  const { day, weekday } = usePlanWords()
  const { countedFrom, days, at } = value
  const going = dayOf(value, wave)
  const styles = useInvolvementStyles()
  const side: Side = `${countedFrom}-${days < 0 ? 'before' : 'after'}`
  const change = (count: number, next: Side, time: string) =>
    onChange({
      countedFrom: next.startsWith('starts') ? 'starts' : 'ends',
      // Zero has no side.
      days: (next.endsWith('before') ? -count : count) || 0,
      at: time,
    })
  return (
    <div className={styles.stack}>
      <div className={styles.halves}>
        <FormField label={t('mails.days')} required>
          <Input
            type="number"
            min={0}
            max={90}
            value={String(Math.abs(days))}
            onChange={(_, { value: text }) =>
              change(Math.min(Math.max(Math.trunc(Number(text)) || 0, 0), 90), side, at)
            }
          />
        </FormField>
        <FormField label={t('mails.side')} required>
          <Select value={side} onChange={(_, { value: next }) => change(Math.abs(days) || 1, next as Side, at)}>
            {sides.map((one) => (
              <option key={one} value={one}>
                {t(`mails.sides.${one}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('mails.at')} required>
          <Input
            type="time"
            value={at}
            onChange={(_, { value: time }) => /^\d\d:\d\d$/.test(time) && change(Math.abs(days), side, time)}
          />
        </FormField>
      </div>
      <span className={mergeClasses(styles.quiet, styles.small)}>
        {t('mails.thatIs', { day: `${weekday(weekdayOf(going))} ${day(going)}`, at })}
      </span>
    </div>
  )
}
