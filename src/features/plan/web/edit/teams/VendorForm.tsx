import { Button, mergeClasses } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { VendorTier } from '../../../domain/document/teams.ts'
import { addVendor, removeVendor } from '../../../domain/edit/tiers.ts'
import { contractKinds } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField } from '../choice-fields.tsx'
import { useEditor, usePlanPart } from '../editor.tsx'
import { EntryName } from '../EntryName.tsx'
import { BothLanguages, FieldRow, LineField, NumberField } from '../fields.tsx'
import { KeyField } from '../KeyField.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { useTeamOptions } from '../options.ts'
import { freeKey } from '../place.ts'

const at: Place = ['teams', 'vendor']

/** The languages that large vendors give support in. */
const vendorLanguages = ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'sv', 'ja', 'ko', 'zh'] as const

/** The tier outside the organisation: Microsoft Support. */
export function VendorForm() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  const { change } = useEditor()
  const level = usePlanPart((plan) => plan.teams.vendor?.level ?? null)
  const tiers = usePlanPart((plan) => plan.teams.tiers)
  const openers = useTeamOptions().filter((team) => tiers.some((tier) => tier.team === team.value))
  if (level === null) {
    return (
      <Section title={t('teams.vendor')}>
        <p className={styles.plain}>{t('teams.noVendor')}</p>
        <div>
          <Button onClick={() => change(at, addVendor)}>{t('teams.vendorAdd')}</Button>
        </div>
      </Section>
    )
  }
  return (
    <Section
      title={t('teams.vendor')}
      action={<Button onClick={() => change(at, removeVendor)}>{t('teams.vendorRemove')}</Button>}
    >
      <p className={mergeClasses(styles.plain, styles.quiet)}>{t('teams.vendorLevel', { tier: level })}</p>
      <BothLanguages place={[...at, 'name']} label={t('teams.name')} />
      <FieldRow>
        <LineField place={[...at, 'supplier']} label={t('teams.supplier')} />
        <ChoiceField
          place={[...at, 'contractKind']}
          label={t('teams.contractKind')}
          options={contractKinds.map((value) => ({ value, label: t(`contractKinds.${value}`) }))}
        />
      </FieldRow>
      <BothLanguages place={[...at, 'contract']} label={t('teams.contract')} long />
      <SeveralField
        place={[...at, 'languages']}
        label={t('teams.languages')}
        options={vendorLanguages.map((value) => ({
          value,
          label: new Intl.DisplayNames([t.language], { type: 'language' }).of(value) ?? value,
        }))}
      />
      <SeveralField place={[...at, 'openers']} label={t('teams.openers')} options={openers} />
      <h3 className={styles.heading}>{t('teams.severities')}</h3>
      <ListEditor<VendorTier['severities'][number]>
        place={[...at, 'severities']}
        noun={t('nouns.severity')}
        Title={EntryName}
        Fields={SeverityFields}
        make={(list) => ({ key: freeKey(list, 'severity'), name: { nl: '', en: '' }, responseMinutes: 480 })}
        least={1}
        most={10}
      />
    </Section>
  )
}

function SeverityFields({ at: place }: { readonly at: Place }) {
  const { t } = usePlanWords()
  return (
    <>
      <BothLanguages place={[...place, 'name']} label={t('teams.severity')} />
      <FieldRow>
        <NumberField place={[...place, 'responseMinutes']} label={t('teams.response')} unit={t('edit.minutes')} />
        <KeyField at={place} />
      </FieldRow>
    </>
  )
}
