import { Button, Link } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PersonView } from '../../contract/views.ts'
import { usePeopleStyles } from '../people-styles.ts'
import { person as personQuery, teams } from '../queries.ts'
import { StateBadge, useRoleWords } from '../role-fields.tsx'
import { Absences } from './Absences.tsx'
import { Certifications } from './Certifications.tsx'
import { EditPersonDialog } from './EditPersonDialog.tsx'
import { History } from './History.tsx'
import { SignInMeans } from './SignInMeans.tsx'

export function PersonPage() {
  const t = useWords('people')
  const queries = useQueryClient()
  const { id = '' } = usePathParams()
  const query = useQuery(personQuery(id))
  useLive('people', ({ subject }) => {
    if (subject === null || subject === id) void queries.invalidateQueries({ queryKey: ['people'] })
  })
  const editing = useDialog()
  const person = query.data
  return (
    <Page
      title={person?.name ?? t('people.one')}
      back={{ to: '/people', label: t('people.title') }}
      state={person && <State person={person} />}
      action={
        person?.may.administer && (
          <Button appearance="primary" onClick={() => editing.show(true)}>
            {t('edit.title')}
          </Button>
        )
      }
    >
      <Loaded query={query}>{(data) => <Sections person={data} />}</Loaded>
      {person && (
        <EditPersonDialog key={editing.turn} person={person} open={editing.open} onClose={editing.hide} />
      )}
    </Page>
  )
}

function State({ person }: { readonly person: PersonView }) {
  const styles = usePeopleStyles()
  return (
    <span className={styles.row}>
      <Link href={`mailto:${person.email}`}>{person.email}</Link>
      <StateBadge {...person} />
    </span>
  )
}

function Sections({ person }: { readonly person: PersonView }) {
  const t = useWords('people')
  const ui = useWords('ui')
  const styles = usePeopleStyles()
  const me = useSignedIn()
  const roleWords = useRoleWords()
  const { data } = useQuery(teams)
  const teamLine = person.teams.map((one) => {
    const name = data?.teams.find((team) => team.key === one.team)?.name[t.language] ?? one.team
    return one.isLead ? t('teams.leads', { team: name }) : name
  })
  const items = [
    { label: t('roles.label'), value: roleWords(person.roles) || t('roles.none') },
    {
      label: t('teams.title'),
      value: teamLine.length > 0 ? teamLine.join(', ') : <PageLink to="/teams">{t('teams.noneOf')}</PageLink>,
    },
    { label: ui('language.label'), value: t(`language.${person.language}`) },
    ...(person.groups.length > 0 ? [{ label: t('groups.label'), value: person.groups.join(', ') }] : []),
  ]
  return (
    <div className={styles.stack}>
      <Section title={t('people.about')} card>
        <KeyValues items={items} />
      </Section>
      <div className={styles.columns}>
        <Certifications person={person} />
        <Absences person={person} />
      </div>
      {person.may.administer && <SignInMeans person={person} />}
      {hasAnyRole(me, ['administrator', 'auditor']) && <History subject={person.id} />}
    </div>
  )
}
