import { Checkbox, SearchBox } from '@fluentui/react-components'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Team } from '../../contract/views.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { people, peopleApi } from '../queries.ts'
import { useRefusalWords } from '../refusal-words.ts'

export type MemberDialogProps = { readonly team: Team; readonly open: boolean; readonly onClose: () => void }

/** Takes people into a team. A lead chooses among agents; an administrator among everyone. */
export function MemberDialog({ team, open, onClose }: MemberDialogProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusalWords()
  const isAdministrator = hasAnyRole(useSignedIn(), ['administrator'])
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const wanted = useDeferredValue(search.trim())
  const found = useInfiniteQuery({
    ...people({ ...(wanted === '' ? {} : { search: wanted }), ...(isAdministrator ? {} : { role: 'agent' }) }),
    placeholderData: keepPreviousData,
    enabled: open,
  })

  const submit = async () => {
    for (const id of chosen.keys()) {
      await peopleApi('PUT /api/v1/teams/:key/members/:id', {
        params: { key: team.key, id },
        body: { isLead: false },
      })
    }
    await queries.invalidateQueries({ queryKey: ['people'] })
  }
  const choose = (id: string, name: string, isChosen: boolean) => {
    const next = new Map(chosen)
    if (isChosen) next.set(id, name)
    else next.delete(id)
    setChosen(next)
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('teams.takeInto', { team: team.name[t.language] })}
      primary={t('teams.takeIn')}
      onSubmit={submit}
      canSubmit={chosen.size > 0}
      why={t('teams.choose')}
      refusalWords={refusalWords}
    >
      <SearchBox
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        value={search}
        onChange={(_, { value }) => setSearch(value)}
      />
      <Loaded query={found}>
        {({ pages }) => {
          const members = new Set(team.members.map((member) => member.id))
          const free = pages
            .flatMap((page) => page.people)
            .filter((one) => !members.has(one.id) && one.state !== 'disabled')
          const shown = free.slice(0, 30)
          return (
            <div role="group" aria-label={t('people.title')} className={styles.column}>
              {shown.map((one) => (
                <Checkbox
                  key={one.id}
                  checked={chosen.has(one.id)}
                  label={`${one.name} (${one.email})`}
                  onChange={(_, { checked }) => choose(one.id, one.name, checked === true)}
                />
              ))}
              {shown.length === 0 && <p className={styles.plain}>{t('people.none')}</p>}
              {free.length > shown.length && (
                <p className={`${styles.plain} ${styles.quiet}`}>{t('teams.searchOn')}</p>
              )}
            </div>
          )
        }}
      </Loaded>
      {chosen.size > 0 && (
        <p className={styles.plain} role="status">
          {t('teams.chosen', { names: [...chosen.values()].join(', ') })}
        </p>
      )}
    </MoveDialog>
  )
}
