import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  SearchBox,
  Select,
} from '@fluentui/react-components'
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { DataList } from '#ui/list/DataList.tsx'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { type Search, useAddress } from '#ui/pages/address.ts'
import { PersonChip } from '#ui/person/PersonChip.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PersonSummary } from '../../contract/views.ts'
import { type Role, roles } from '../../domain/person.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { organisation, people, teams } from '../queries.ts'
import { StateBadge, useRoleWords } from '../role-fields.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { LinkDialog, type ShownLink } from './LinkDialog.tsx'

const states = ['active', 'invited', 'disabled'] as const
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const readAddress = (search: Search) => ({
  search: text(search['search']),
  role: roles.find((role) => role === search['role']),
  team: text(search['team']),
  state: states.find((state) => state === search['state']),
})

export function PeoplePage() {
  const t = useWords('people')
  const queries = useQueryClient()
  const me = useSignedIn()
  const isAdministrator = hasAnyRole(me, ['administrator'])
  const [filter] = useAddress(readAddress)
  const search = useDeferredValue(filter.search)
  const list = useInfiniteQuery({ ...people({ ...filter, search }), placeholderData: keepPreviousData })
  const inviting = useDialog()
  const link = useDialog<ShownLink>()
  useLive('people', () => void queries.invalidateQueries({ queryKey: ['people'] }))

  const action = (
    <>
      <ButtonLink to="/teams">{t('teams.title')}</ButtonLink>
      {isAdministrator && (
        <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => inviting.show(true)}>
          {t('invite.title')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('people.title')} state={t('people.intro')} action={action} width="fill">
      {isAdministrator && <FirstSteps />}
      <Filters />
      <Loaded query={list}>
        {({ pages }) => (
          <PeopleList
            rows={pages.flatMap((page) => page.people)}
            more={list.hasNextPage}
            onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
          />
        )}
      </Loaded>
      <InviteDialog key={inviting.turn} open={inviting.open} onClose={inviting.hide} onInvited={link.show} />
      <LinkDialog dialog={link} />
    </Page>
  )
}

function Filters() {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const [filter, change] = useAddress(readAddress)
  const { data } = useQuery(teams)
  return (
    <div className={styles.filters} role="search">
      <SearchBox
        className={styles.search}
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        value={filter.search ?? ''}
        onChange={(_, { value }) => change({ search: value === '' ? undefined : value })}
      />
      <Select
        aria-label={t('people.role')}
        value={filter.role ?? ''}
        onChange={(_, { value }) => change({ role: value === '' ? undefined : (value as Role) })}
      >
        <option value="">{t('people.everyRole')}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('people.team')}
        value={filter.team ?? ''}
        onChange={(_, { value }) => change({ team: value === '' ? undefined : value })}
      >
        <option value="">{t('people.everyTeam')}</option>
        {data?.teams.map((team) => (
          <option key={team.key} value={team.key}>
            {team.name[t.language]}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('people.state')}
        value={filter.state ?? ''}
        onChange={(_, { value }) =>
          change({ state: value === '' ? undefined : (value as (typeof states)[number]) })
        }
      >
        <option value="">{t('people.everyState')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {t(`state.${state}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}

type PeopleListProps = {
  readonly rows: readonly PersonSummary[]
  readonly more: boolean
  readonly onEnd: () => void
}

function PeopleList({ rows, more, onEnd }: PeopleListProps) {
  const t = useWords('people')
  const styles = usePeopleStyles()
  const roleWords = useRoleWords()
  const { data } = useQuery(teams)
  const teamWords = (person: PersonSummary) =>
    person.teams
      .map(({ team }) => data?.teams.find((one) => one.key === team)?.name[t.language] ?? team)
      .join(', ')
  return (
    <DataList
      label={t('people.title')}
      rows={rows}
      rowKey={(person) => person.id}
      to={(person) => `/people/${person.id}`}
      place="/people"
      onEnd={onEnd}
      {...(more ? { total: rows.length + 1 } : {})}
      columns={[
        {
          key: 'name',
          label: t('name'),
          width: { share: 2, min: 180 },
          cell: (person) => <PersonChip name={person.name} detail={person.email} />,
        },
        {
          key: 'roles',
          label: t('roles.label'),
          width: { share: 2, min: 160 },
          cell: (person) => roleWords(person.roles),
        },
        { key: 'teams', label: t('teams.title'), width: { share: 2, min: 140 }, hideBelow: 720, cell: teamWords },
        { key: 'state', label: t('people.state'), width: 150, cell: (person) => <StateBadge {...person} /> },
      ]}
      narrow={(person) => (
        <div className={styles.narrowRow}>
          <PersonChip name={person.name} detail={roleWords(person.roles)} />
          <StateBadge {...person} />
        </div>
      )}
      narrowHeight={64}
      empty={<EmptyState title={t('people.none')} text={t('people.noneText')} />}
    />
  )
}

function FirstSteps() {
  const t = useWords('people')
  const { data } = useQuery(organisation)
  if (!data || data.setUp) return null
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t('firstSteps.open')}</MessageBarBody>
      <MessageBarActions>
        <ButtonLink to="/first-steps" size="small">
          {t('firstSteps.go')}
        </ButtonLink>
      </MessageBarActions>
    </MessageBar>
  )
}
