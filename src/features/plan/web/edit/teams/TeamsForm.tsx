import { Field, Select } from '@fluentui/react-components'
import { languages } from '#features/people/domain/person.ts'
import { Section } from '#ui/page/Page.tsx'
import type { Place } from '../../../domain/check/finding.ts'
import type { SupportPlan } from '../../../domain/document/support-plan.ts'
import { improvedFigures } from '../../../domain/values.ts'
import { usePlanStyles } from '../../plan-styles.ts'
import { usePlanWords } from '../../words/plan-words.ts'
import { ChoiceField, SeveralField } from '../choice-fields.tsx'
import { useField, useValueAt } from '../editor.tsx'
import { BothLanguages, FieldRow, LineField } from '../fields.tsx'
import { ListEditor } from '../ListEditor.tsx'
import { HoursForm } from './HoursForm.tsx'
import { TiersForm } from './TiersForm.tsx'
import { VendorForm } from './VendorForm.tsx'

type Aim = SupportPlan['improves'][number]

/** Which teams provide support? */
export function TeamsForm() {
  return (
    <>
      <GeneralForm />
      <TiersForm />
      <VendorForm />
      <HoursForm />
    </>
  )
}

function GeneralForm() {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <Section title={t('general.title')}>
      <BothLanguages place={['name']} label={t('general.name')} />
      <BothLanguages place={['purpose']} label={t('general.purpose')} long />
      <FieldRow>
        <LineField place={['service']} label={t('general.service')} />
        <LineField place={['owner']} label={t('general.owner')} />
        <FirstLanguage />
      </FieldRow>
      <SeveralField
        place={['languages']}
        label={t('general.languages')}
        options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <h3 className={styles.heading}>{t('general.improves')}</h3>
      <ListEditor<Aim>
        place={['improves']}
        noun={t('nouns.figure')}
        Title={AimTitle}
        Fields={AimFields}
        most={improvedFigures.length}
        make={(list) => ({
          figure: improvedFigures.find((one) => !list.some((other) => other.figure === one)) ?? 'bounces',
          aim: { nl: '', en: '' },
        })}
      />
    </Section>
  )
}

/** The first of the plan's languages is for somebody whose language nobody knows. */
function FirstLanguage() {
  const { t } = usePlanWords()
  const { value, change } = useField<SupportPlan['languages']>(['languages'])
  return (
    <Field label={t('general.firstLanguage')}>
      <Select
        value={value[0] ?? ''}
        disabled={value.length < 2}
        onChange={(_, data) => change(value.toSorted((one) => (one === data.value ? -1 : 1)))}
      >
        {value.map((one) => (
          <option key={one} value={one}>
            {t(`languages.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function AimTitle({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  return <>{t(`figures.${useValueAt<Aim>(at).figure}`)}</>
}

function AimFields({ at }: { readonly at: Place }) {
  const { t } = usePlanWords()
  return (
    <>
      <ChoiceField
        place={[...at, 'figure']}
        label={t('general.figure')}
        options={improvedFigures.map((value) => ({ value, label: t(`figures.${value}`) }))}
      />
      <BothLanguages place={[...at, 'aim']} label={t('general.aim')} long />
    </>
  )
}
