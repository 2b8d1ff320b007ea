import { Button, Input, Select } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { languages, themeChoices } from '#ui/frame/choices.ts'
import { useToast } from '#ui/notice/Notices.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { hasAnyRole, type ThemeChoice, usePersonActions, useSignedIn } from '#ui/person/signed-in.tsx'
import { asLanguage, useWords } from '#ui/words/words.ts'
import { staffRoles } from '../../domain/person.ts'
import { Absences } from '../directory/Absences.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { meKey, peopleApi, person as personQuery } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { SecondFactor } from '../second-factor/SecondFactor.tsx'
import { ApiTokens } from './ApiTokens.tsx'
import { OtherAccounts } from './OtherAccounts.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import { SignIns } from './SignIns.tsx'

const readAddress = (search: Search) => ({
  refusal: typeof search['refusal'] === 'string' ? search['refusal'] : undefined,
})

/** Everything about oneself. */
export function ProfilePage() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const me = useSignedIn()
  const isStaff = hasAnyRole(me, staffRoles)
  const [{ refusal }] = useAddress(readAddress)
  return (
    <Page title={t('profile.title')} state={me.email}>
      {refusal && t.has(`refusals.${refusal}`) && <Alert>{t.any(`refusals.${refusal}`)}</Alert>}
      <div className={styles.stack}>
        <Preferences />
        {isStaff && <OwnAbsences id={me.id} />}
        <OwnPassword />
        <SecondFactor />
        <OtherAccounts />
        <SignIns />
        {isStaff && <ApiTokens />}
      </div>
    </Page>
  )
}

function Preferences() {
  const t = useWords('people')
  const ui = useWords('ui')
  const styles = usePeopleStyles()
  const me = useSignedIn()
  const queries = useQueryClient()
  const toast = useToast()
  const say = useProblemText(useRefusalWords())
  const { setLanguage, setTheme } = usePersonActions()
  const [name, setName] = useState(me.name)

  const saveName = async (event: SubmitEvent) => {
    event.preventDefault()
    try {
      await peopleApi('PATCH /api/v1/me', { body: { name } })
      await queries.refetchQueries({ queryKey: meKey })
      toast({ text: t('profile.saved'), tone: 'success' })
    } catch (error) {
      toast({ text: say(error).sentence, tone: 'error' })
    }
  }

  return (
    <Section title={t('profile.preferences')} card>
      <form className={styles.row} noValidate onSubmit={(event) => void saveName(event)}>
        <div className={styles.search}>
          <FormField label={t('name')} required>
            <Input autoComplete="name" value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
          </FormField>
        </div>
        {name !== me.name && (
          <Button type="submit" disabledFocusable={name.trim() === ''}>
            {t('edit.do')}
          </Button>
        )}
      </form>
      <div className={styles.two}>
        <FormField label={ui('language.label')} required>
          <Select value={me.language} onChange={(_, { value }) => void setLanguage(asLanguage(value))}>
            {languages.map((language) => (
              <option key={language} value={language}>
                {t(`language.${language}`)}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField label={ui('theme.label')} required>
          <Select value={me.theme} onChange={(_, { value }) => void setTheme(value as ThemeChoice)}>
            {themeChoices.map((theme) => (
              <option key={theme} value={theme}>
                {ui(`theme.${theme}`)}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
    </Section>
  )
}

function OwnAbsences({ id }: { readonly id: string }) {
  const { data } = useQuery(personQuery(id))
  return data ? <Absences person={data} /> : null
}
