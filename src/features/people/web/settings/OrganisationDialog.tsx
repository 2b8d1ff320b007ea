import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useWords } from '#ui/words/words.ts'
import { meKey, organisation as organisationQuery, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { type OrganisationDraft, OrganisationFields } from './organisation-fields.tsx'

export type OrganisationDialogProps = {
  readonly organisation: OrganisationDraft
  readonly open: boolean
  readonly onClose: () => void
}

export function OrganisationDialog({ organisation, open, onClose }: OrganisationDialogProps) {
  const t = useWords('people')
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const [value, setValue] = useState<OrganisationDraft>({
    name: organisation.name,
    language: organisation.language,
    timeZone: organisation.timeZone,
  })
  const submit = async () => {
    const changed = await peopleApi('PATCH /api/v1/organisation', { body: value })
    queries.setQueryData(organisationQuery.queryKey, changed)
    await queries.invalidateQueries({ queryKey: meKey })
  }
  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('settings.organisation')}
      primary={t('edit.do')}
      onSubmit={submit}
      canSubmit={value.name.trim() !== ''}
      why={t('settings.missing')}
      refusalWords={refusalWords}
    >
      <OrganisationFields value={value} onChange={setValue} />
    </MoveDialog>
  )
}
