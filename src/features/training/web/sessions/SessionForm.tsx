import { Input, Select } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import { trainers } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useWhy } from '../training-words.ts'
import type { SessionFields } from './session-fields.ts'

type SessionFormProps = {
  readonly fields: SessionFields
  readonly onChange: (part: Partial<SessionFields>) => void
}

/** Trainer, time, place, seats. Who may not train is shown with the reason. */
export function SessionForm({ fields, onChange }: SessionFormProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const why = useWhy()
  const known = useQuery(trainers(fields.courseKey)).data?.trainers ?? []
  const able = known.filter(({ as }) => as !== null)
  const refused = known.filter(({ as }) => as === null)
  return (
    <>
      <FormField label={t('plan.trainer')} required {...(able.length === 0 ? { error: t('plan.noTrainer') } : {})}>
        <Select value={fields.trainerId} onChange={(_, { value }) => onChange({ trainerId: value })}>
          <option value="">{t('plan.choose')}</option>
          {able.map(({ person, as }) => (
            <option key={person.id} value={person.id}>
              {t(as === 'root' ? 'plan.asRoot' : 'plan.asLead', { name: person.name })}
            </option>
          ))}
        </Select>
      </FormField>
      {refused.length > 0 && (
        <details>
          <summary>{t('plan.notAble', { count: refused.length })}</summary>
          <ul>
            {refused.map(({ person, refusal }) => (
              <li key={person.id}>
                {person.name}: {why(refusal)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.two}>
        <FormField label={t('plan.starts')} hint={t('plan.zone', { zone: fields.timeZone })} required>
          <Input
            type="datetime-local"
            value={fields.starts}
            onChange={(_, { value }) => onChange({ starts: value })}
          />
        </FormField>
        <FormField label={t('plan.minutes')} required>
          <Input
            type="number"
            min={15}
            max={600}
            value={fields.minutes}
            onChange={(_, { value }) => onChange({ minutes: value })}
          />
        </FormField>
        <FormField label={t('plan.place')} hint={t('plan.placeHint')}>
          <Input value={fields.place} maxLength={200} onChange={(_, { value }) => onChange({ place: value })} />
        </FormField>
        <FormField label={t('plan.link')}>
          <Input
            type="url"
            value={fields.link}
            maxLength={500}
            onChange={(_, { value }) => onChange({ link: value })}
          />
        </FormField>
        <FormField label={t('plan.seats')} required>
          <Input
            type="number"
            min={1}
            max={500}
            value={fields.seats}
            onChange={(_, { value }) => onChange({ seats: value })}
          />
        </FormField>
        <FormField label={t('plan.language')} required>
          <Select
            value={fields.language}
            onChange={(_, { value }) => onChange({ language: value === 'en' ? 'en' : 'nl' })}
          >
            <option value="nl">{t('languages.nl')}</option>
            <option value="en">{t('languages.en')}</option>
          </Select>
        </FormField>
      </div>
    </>
  )
}
