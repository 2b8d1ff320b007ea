import { Checkbox, Input, Select, Textarea } from '@fluentui/react-components'
import { FormField } from '#ui/form/FormField.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import { areas, devicePlatforms } from '../../domain/known-issue.ts'
import { useTierName } from '../IssueBadges.tsx'
import { useKnowledgeStyles } from '../knowledge-styles.ts'
import type { IssueForm } from './issue-form.ts'

export type IssueFieldsProps = {
  readonly form: IssueForm
  readonly onChange: (part: Partial<IssueForm>) => void
}

const fields = [
  { name: 'symptom', most: 600, rows: 2 },
  { name: 'cause', most: 4000, rows: 3 },
  { name: 'checks', most: 20_000, rows: 4 },
  { name: 'fix', most: 20_000, rows: 4 },
  { name: 'evidence', most: 8000, rows: 2 },
] as const

/** Both languages side by side, and below what is the same in both. */
export function IssueFields({ form, onChange }: IssueFieldsProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  return (
    <>
      <div className={styles.two}>
        {(['nl', 'en'] as const).map((language) => (
          <Section key={language} title={t(`edit.${language}`)} card>
            <div className={styles.language} lang={language}>
              {fields.map(({ name, most, rows }) => {
                const isSteps = name === 'checks' || name === 'fix' || name === 'evidence'
                const hint = name === 'symptom' ? t('edit.symptomHint') : isSteps ? t('edit.steps') : ''
                return (
                  <FormField key={name} label={t(`edit.${name}`)} {...(hint ? { hint } : {})}>
                    <Textarea
                      value={form[name][language]}
                      rows={rows}
                      maxLength={most}
                      resize="vertical"
                      onChange={(_event, { value }) => onChange({ [name]: { ...form[name], [language]: value } })}
                    />
                  </FormField>
                )
              })}
            </div>
          </Section>
        ))}
      </div>
      <Section title={t('edit.common')} card>
        <Common form={form} onChange={onChange} />
      </Section>
    </>
  )
}

function Common({ form, onChange }: IssueFieldsProps) {
  const t = useWords('knowledge')
  const styles = useKnowledgeStyles()
  const tierName = useTierName()
  return (
    <div className={styles.stack}>
      <fieldset className={styles.language}>
        <legend className={styles.heading}>{t('edit.platforms')}</legend>
        <div className={styles.row}>
          {devicePlatforms.map((platform) => (
            <Checkbox
              key={platform}
              label={t(`platform.${platform}`)}
              checked={form.platforms.includes(platform)}
              onChange={(_event, { checked }) =>
                onChange({
                  platforms: devicePlatforms.filter((one) =>
                    one === platform ? checked === true : form.platforms.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.two}>
        <FormField label={t('edit.area')} required>
          <Select value={form.area} onChange={(_event, { value }) => onChange({ area: value })}>
            {areas.map((area) => (
              <option key={area} value={area}>
                {t(`area.${area}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={t('edit.tier')} required>
          <Select value={form.typicalTier} onChange={(_event, { value }) => onChange({ typicalTier: value })}>
            {[1, 2, 3, 4].map((tier) => (
              <option key={tier} value={String(tier)}>
                {tierName(tier)}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      <FormField label={t('edit.codes')} hint={t('edit.codesHint')}>
        <Textarea
          value={form.codes}
          rows={2}
          maxLength={2000}
          resize="vertical"
          onChange={(_event, { value }) => onChange({ codes: value })}
        />
      </FormField>
      <FormField label={t('edit.source')} hint={t('edit.sourceHint')}>
        <Input
          type="url"
          value={form.source}
          maxLength={2000}
          onChange={(_event, { value }) => onChange({ source: value })}
        />
      </FormField>
    </div>
  )
}
