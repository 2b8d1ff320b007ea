import { Input, Select } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Language } from '../../domain/person.ts'

export type OrganisationDraft = { readonly name: string; readonly language: Language; readonly timeZone: string }
export type OrganisationFieldsProps = {
  readonly value: OrganisationDraft
  readonly onChange: (value: OrganisationDraft) => void
}

const zones = Intl.supportedValuesOf('timeZone')

export function OrganisationFields({ value, onChange }: OrganisationFieldsProps) {
  const t = useWords('people')
  const all = zones.includes(value.timeZone) ? zones : [value.timeZone, ...zones]
  return (
    <>
      <FormField label={t('settings.name')} required>
        <Input
          autoComplete="organization"
          value={value.name}
          maxLength={120}
          onChange={(_, { value: name }) => onChange({ ...value, name })}
        />
      </FormField>
      <FormField label={t('settings.language')} hint={t('settings.languageHint')} required>
        <Select
          value={value.language}
          onChange={(_, { value: language }) => onChange({ ...value, language: language as Language })}
        >
          <option value="nl">{t('language.nl')}</option>
          <option value="en">{t('language.en')}</option>
        </Select>
      </FormField>
      <FormField label={t('settings.timeZone')} hint={t('settings.timeZoneHint')} required>
        <Select value={value.timeZone} onChange={(_, { value: timeZone }) => onChange({ ...value, timeZone })}>
          {all.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </FormField>
    </>
  )
}
