import { Checkbox, Input, Select } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Language, Role } from '../../domain/person.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { organisation, peopleApi, teams } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { RoleFields } from '../role-fields.tsx'
import type { ShownLink } from './LinkDialog.tsx'

export type InviteDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  /** The link with which they come in. */
  readonly onInvited: (link: ShownLink) => void
}

/** Adds somebody and gives the link with which they come in. */
export function InviteDialog({ open, onClose, onInvited }: InviteDialogProps) {
  const t = useWords('people')
  const ui = useWords('ui')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const { data: teamsData } = useQuery(teams)
  const { data: organisationData } = useQuery(organisation)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [language, setLanguage] = useState<Language | null>(null)
  const [roles, setRoles] = useState<readonly Role[]>(['agent'])
  const [inTeams, setInTeams] = useState<readonly string[]>([])
  const spoken = language ?? organisationData?.language ?? t.language

  const submit = async () => {
    const body = { name, email, language: spoken, roles: [...roles], teams: [...inTeams] }
    const { person, link } = await peopleApi('POST /api/v1/people', { body })
    await queries.invalidateQueries({ queryKey: ['people'] })
    if (link) onInvited({ ...link, kind: 'invitation', name: person.name })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('invite.title')}
      intro={t('invite.intro')}
      primary={t('invite.do')}
      onSubmit={submit}
      canSubmit={name.trim() !== '' && email.includes('@') && roles.length > 0}
      why={t('invite.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('name')} required>
        <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
      </FormField>
      <FormField label={t('email')} required>
        <Input type="email" value={email} onChange={(_, { value }) => setEmail(value)} />
      </FormField>
      <FormField label={ui('language.label')} required>
        <Select value={spoken} onChange={(_, { value }) => setLanguage(value as Language)}>
          <option value="nl">{t('language.nl')}</option>
          <option value="en">{t('language.en')}</option>
        </Select>
      </FormField>
      <RoleFields value={roles} onChange={setRoles} />
      {teamsData && teamsData.teams.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('teams.title')}</legend>
          <div className={`${styles.quiet} ${styles.small}`}>{t('invite.teamsHint')}</div>
          <div className={styles.column}>
            {teamsData.teams.map((team) => (
              <Checkbox
                key={team.key}
                label={team.name[t.language]}
                checked={inTeams.includes(team.key)}
                onChange={(_, { checked }) =>
                  setInTeams(checked ? [...inTeams, team.key] : inTeams.filter((one) => one !== team.key))
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    </MoveDialog>
  )
}
