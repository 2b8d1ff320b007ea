import { Button, Input } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Team } from '../../contract/views.ts'
import { slugOf } from '../../domain/text.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { peopleApi, teams } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'
import { TeamCard } from './TeamCard.tsx'

export function TeamsPage() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const query = useQuery(teams)
  const isAdministrator = hasAnyRole(useSignedIn(), ['administrator'])
  const naming = useDialog<Team | 'new'>()
  useLive('people', () => void queries.invalidateQueries({ queryKey: ['people'] }))
  return (
    <Page
      title={t('teams.title')}
      state={t('teams.intro')}
      back={{ to: '/people', label: t('people.title') }}
      width="work"
      action={
        isAdministrator && (
          <Button appearance="primary" onClick={() => naming.show('new')}>
            {t('teams.add')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(data) =>
          data.teams.length === 0 ? (
            <EmptyState title={t('teams.none')} text={t('teams.noneText')} />
          ) : (
            <div className={styles.columns}>
              {data.teams.map((team) => (
                <TeamCard key={team.key} team={team} onRename={() => naming.show(team)} />
              ))}
            </div>
          )
        }
      </Loaded>
      <NameDialog
        key={naming.turn}
        team={naming.of === 'new' ? null : naming.of}
        open={naming.open}
        onClose={naming.hide}
      />
    </Page>
  )
}

type NameDialogProps = { readonly team: Team | null; readonly open: boolean; readonly onClose: () => void }

function NameDialog({ team, open, onClose }: NameDialogProps) {
  const t = useWords('people')
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const [nl, setNl] = useState(team?.name.nl ?? '')
  const [en, setEn] = useState(team?.name.en ?? '')

  const submit = async () => {
    const name = { nl, en }
    if (team) await peopleApi('PATCH /api/v1/teams/:key', { params: { key: team.key }, body: { name } })
    else await peopleApi('POST /api/v1/teams', { body: { key: slugOf(en), name } })
    await queries.invalidateQueries({ queryKey: ['people'] })
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={team ? t('teams.rename') : t('teams.add')}
      intro={t('teams.nameIntro')}
      primary={team ? t('teams.rename') : t('teams.add')}
      onSubmit={submit}
      canSubmit={nl.trim() !== '' && en.trim() !== ''}
      why={t('teams.missing')}
      refusalWords={refusalWords}
    >
      <FormField label={t('teams.nameNl')} required>
        <Input lang="nl" value={nl} maxLength={120} onChange={(_, { value }) => setNl(value)} />
      </FormField>
      <FormField label={t('teams.nameEn')} required>
        <Input lang="en" value={en} maxLength={120} onChange={(_, { value }) => setEn(value)} />
      </FormField>
    </MoveDialog>
  )
}
