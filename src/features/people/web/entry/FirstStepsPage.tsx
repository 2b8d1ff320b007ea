import { Select } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { countries, meKey, organisation, peopleApi } from '../queries.ts'
import { type OrganisationDraft, OrganisationFields } from '../settings/organisation-fields.tsx'
import { Colleagues } from './Colleagues.tsx'
import { EntryCard } from './EntryCard.tsx'
import { EntryForm } from './EntryForm.tsx'
import { countryOf, hereZone, namedCountries } from './here.ts'

type Step = 'organisation' | 'colleagues' | 'ready'
const steps: readonly Step[] = ['organisation', 'colleagues', 'ready']

/** The administrator's first minutes: each step does something real, and can be done again later. */
export function FirstStepsPage() {
  const t = useWords('people')
  const [step, setStep] = useState<Step>('organisation')
  const query = useQuery(organisation)
  const known = useQuery(countries)
  const number = steps.indexOf(step) + 1
  return (
    <EntryCard
      wide
      title={t(`firstSteps.${step}.title`)}
      intro={
        <>
          {t('firstSteps.step', { number, of: steps.length })} {t(`firstSteps.${step}.intro`)}
        </>
      }
    >
      {step === 'organisation' && (
        <Loaded query={query}>
          {(data) => (
            <Loaded query={known}>
              {({ countries: codes }) => (
                <OrganisationStep organisation={data} countries={codes} onDone={() => setStep('colleagues')} />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
      {step === 'colleagues' && <Colleagues onDone={() => setStep('ready')} />}
      {step === 'ready' && <Ready />}
    </EntryCard>
  )
}

type OrganisationStepProps = {
  readonly organisation: OrganisationDraft & { readonly setUp: boolean }
  readonly countries: readonly string[]
  readonly onDone: () => void
}

function OrganisationStep({ organisation: before, countries: codes, onDone }: OrganisationStepProps) {
  const t = useWords('people')
  const queries = useQueryClient()
  const [value, setValue] = useState<OrganisationDraft>(() => ({
    // The name it was given at the first start says nothing.
    name: before.name === 'Tierwise' ? '' : before.name,
    language: before.language,
    // Until somebody chose one, it is that of the machine; whoever sets the desk up knows better where they are.
    timeZone: before.setUp ? before.timeZone : hereZone(),
  }))
  const [country, setCountry] = useState(() => countryOf(value.timeZone, navigator.languages, codes) ?? '')

  const send = async () => {
    const changed = await peopleApi('PATCH /api/v1/organisation', {
      body: { ...value, country: country === '' ? null : country, setUp: true },
    })
    queries.setQueryData(organisation.queryKey, changed)
    await queries.invalidateQueries({ queryKey: meKey })
    onDone()
  }

  return (
    <EntryForm action={t('firstSteps.organisation.do')} isComplete={value.name.trim() !== ''} onSubmit={send}>
      <OrganisationFields value={value} onChange={setValue} />
      <FormField
        label={t('firstSteps.organisation.country')}
        hint={t('firstSteps.organisation.countryHint')}
        required
      >
        <Select value={country} onChange={(_, { value: chosen }) => setCountry(chosen)}>
          <option value="">{t('firstSteps.organisation.noCountry')}</option>
          {namedCountries(codes, t.language).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
    </EntryForm>
  )
}

function Ready() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  return (
    <div className={styles.tight}>
      <ButtonLink to="/plan" appearance="primary" size="large">
        {t('firstSteps.ready.plan')}
      </ButtonLink>
      <ButtonLink to="/people" size="large">
        {t('firstSteps.ready.people')}
      </ButtonLink>
      <ButtonLink to="/settings" size="large">
        {t('firstSteps.ready.settings')}
      </ButtonLink>
    </div>
  )
}
