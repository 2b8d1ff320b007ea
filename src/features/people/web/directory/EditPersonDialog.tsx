import { Input, Select, Textarea } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PersonView } from '../../contract/views.ts'
import type { Language, Role } from '../../domain/person.ts'
import { peopleApi, person as personQuery } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { RoleFields } from '../role-fields.tsx'

export type EditPersonDialogProps = {
  readonly person: PersonView
  readonly open: boolean
  readonly onClose: () => void
}

export function EditPersonDialog({ person, open, onClose }: EditPersonDialogProps) {
  const t = useWords('people')
  const ui = useWords('ui')
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const [name, setName] = useState(person.name)
  const [email, setEmail] = useState(person.email)
  const [language, setLanguage] = useState<Language>(person.language)
  const [roles, setRoles] = useState<readonly Role[]>(person.roles)
  const [groups, setGroups] = useState(person.groups.join('\n'))

  const submit = async () => {
    const given = groups.split('\n').map((group) => group.trim())
    const body = { name, email, language, roles: [...roles], groups: given.filter((group) => group !== '') }
    const changed = await peopleApi('PATCH /api/v1/people/:id', { params: { id: person.id }, body })
    queries.setQueryData(personQuery(person.id).queryKey, changed)
    await queries.invalidateQueries({ queryKey: ['people'] })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('edit.of', { name: person.name })}
      primary={t('edit.do')}
      onSubmit={submit}
      canSubmit={name.trim() !== '' && email.includes('@')}
      why={t('edit.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('name')} required>
        <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
      </FormField>
      <FormField label={t('email')} required>
        <Input type="email" value={email} onChange={(_, { value }) => setEmail(value)} />
      </FormField>
      <FormField label={ui('language.label')} required>
        <Select value={language} onChange={(_, { value }) => setLanguage(value as Language)}>
          <option value="nl">{t('language.nl')}</option>
          <option value="en">{t('language.en')}</option>
        </Select>
      </FormField>
      <RoleFields value={roles} onChange={setRoles} />
      <FormField label={t('groups.label')} hint={t('groups.hint')}>
        <Textarea value={groups} rows={3} onChange={(_, { value }) => setGroups(value)} />
      </FormField>
    </MoveDialog>
  )
}
