import { Button, Input, Select } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useWords } from '#ui/words/words.ts'
import { LinkDialog, type ShownLink } from '../directory/LinkDialog.tsx'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi, teams } from '../queries.ts'
import { EntryForm } from './EntryForm.tsx'

/** Invites colleagues one by one, each into the team where they work. */
export function Colleagues({ onDone }: { readonly onDone: () => void }) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const { data } = useQuery(teams)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [team, setTeam] = useState('')
  const [invited, setInvited] = useState<readonly string[]>([])
  const link = useDialog<ShownLink>()
  const isComplete = name.trim() !== '' && email.includes('@')

  const send = async () => {
    const made = await peopleApi('POST /api/v1/people', {
      body: {
        name,
        email,
        language: t.language,
        roles: ['requester', 'agent'],
        teams: team === '' ? [] : [team],
      },
    })
    await queries.invalidateQueries({ queryKey: ['people'] })
    setInvited([...invited, made.person.name])
    setName('')
    setEmail('')
    if (made.link) link.show({ ...made.link, kind: 'invitation', name: made.person.name })
  }

  return (
    <>
      {invited.length > 0 && (
        <ul className={styles.list} aria-label={t('firstSteps.colleagues.invited')}>
          {invited.map((one) => (
            <li key={one} className={styles.item}>
              <CheckmarkCircleRegular aria-hidden />
              {one}
            </li>
          ))}
        </ul>
      )}
      <EntryForm action={t('firstSteps.colleagues.do')} isComplete={isComplete} onSubmit={send} secondary>
        <div className={styles.two}>
          <FormField label={t('name')} required>
            <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
          </FormField>
          <FormField label={t('email')} required>
            <Input type="email" value={email} onChange={(_, { value }) => setEmail(value)} />
          </FormField>
          <FormField label={t('people.team')}>
            <Select value={team} onChange={(_, { value }) => setTeam(value)}>
              <option value="">{t('firstSteps.colleagues.noTeam')}</option>
              {data?.teams.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.name[t.language]}
                </option>
              ))}
            </Select>
          </FormField>
        </div>
      </EntryForm>
      <Button appearance="primary" size="large" onClick={onDone}>
        {invited.length === 0 ? t('firstSteps.colleagues.later') : t('firstSteps.colleagues.next')}
      </Button>
      <LinkDialog dialog={link} />
    </>
  )
}
