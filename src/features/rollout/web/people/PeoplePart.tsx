import { Button, mergeClasses, SearchBox } from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useSettled } from '#ui/form/settled.ts'
import { MenuButton } from '#ui/menu/MenuButton.tsx'
import { useToast } from '#ui/notice/Notices.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { EmptyState } from '#ui/page/states.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Table } from '#ui/show/Table.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { WavePerson } from '../../contract/people.ts'
import type { WaveSummary, WaveView } from '../../contract/waves.ts'
import { rolloutManagers } from '../../domain/rollout-managers.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { rollout, rolloutApi, useRefreshRollout, wavePeople } from '../queries.ts'

/** Who is in a wave. */
export function PeoplePart({ view }: { readonly view: WaveView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), 200)
  const query = useInfiniteQuery({ ...wavePeople(view.wave.key, search), placeholderData: keepPreviousData })
  const mayChange = hasAnyRole(useSignedIn(), rolloutManagers)
  const waves = useQuery(rollout).data?.phases.flatMap((phase) => phase.waves) ?? []
  return (
    <Section
      title={t('people.title')}
      action={
        mayChange && (
          <div className={styles.row}>
            {view.wave.people > 0 && (
              <Button
                as="a"
                href={`/api/v1/rollout/people.csv?wave=${encodeURIComponent(view.wave.key)}`}
                download
              >
                {t('people.export')}
              </Button>
            )}
            <ButtonLink to="/rollout/people" search={{ wave: view.wave.key }}>
              {t('people.bring')}
            </ButtonLink>
          </div>
        )
      }
    >
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t('people.groups', { groups: view.wave.groups.join(', ') || '–' })}
      </p>
      <Followed groups={query.data?.pages[0]?.followed ?? []} />
      <SearchBox
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
      <Loaded query={query}>
        {({ pages }) => {
          const people = pages.flatMap((page) => page.people)
          if (people.length === 0)
            return (
              <EmptyState
                title={t(search === '' ? 'people.nobody' : 'people.nobodyFound')}
                {...(search === '' ? { text: t('people.nobodyText') } : {})}
              />
            )
          return (
            <>
              <span role="status" className={styles.quiet}>
                {t('people.count', { count: pages[0]?.total ?? 0 })}
              </span>
              <Table
                label={t('people.title')}
                heads={[
                  t('file.columns.name'),
                  t('file.columns.platforms'),
                  t('file.columns.department'),
                  t('file.columns.enrolledOn'),
                  ...(mayChange ? [{ unseen: t('people.move') }] : []),
                ]}
              >
                {people.map((one) => (
                  <PersonRow key={one.id} person={one} here={view.wave.key} waves={waves} mayChange={mayChange} />
                ))}
              </Table>
              {query.hasNextPage && (
                <div>
                  <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('people.more')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

type FollowedProps = {
  readonly groups: readonly { readonly key: string; readonly name: string; readonly readAt: string | null }[]
}

/** Where people of the wave come from by themselves: moving them here does not last. */
function Followed({ groups }: FollowedProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const [first] = groups
  if (first === undefined) return null
  return (
    <p className={mergeClasses(styles.plain, styles.quiet)}>
      {t('people.followed', { groups: groups.map(({ name }) => name).join(', ') })}
      {first.readAt !== null && (
        <>
          {' '}
          {t('people.followedAt')} <Time at={first.readAt} form="both" />.
        </>
      )}
    </p>
  )
}

type PersonRowProps = {
  readonly person: WavePerson
  readonly here: string
  readonly waves: readonly WaveSummary[]
  readonly mayChange: boolean
}

function PersonRow({ person, here, waves, mayChange }: PersonRowProps) {
  const t = useWords('rollout')
  const plan = useWords('plan')
  const { text } = usePlanWords()
  const styles = useInvolvementStyles()
  const toast = useToast()
  const refresh = useRefreshRollout()
  const { attempt } = useAttempt(useRefusals('rollout', 'plan'))
  const assign = (wave: string | null) =>
    attempt(async () => {
      await rolloutApi('POST /api/v1/rollout/people/assign', { body: { personIds: [person.id], wave } })
      const named = waves.find(({ key }) => key === wave)
      const words = { name: person.name, wave: named ? text(named.name) : '' }
      toast({ text: t(wave === null ? 'people.takenOut' : 'people.moved', words), tone: 'success' })
    }, refresh)
  return (
    <tr>
      <th scope="row">
        <PageLink to={`/people/${person.id}`}>{person.name}</PageLink>
        <div className={mergeClasses(styles.quiet, styles.small)} style={{ overflowWrap: 'anywhere' }}>
          {person.email}
          {person.disabled && ` · ${t('people.disabled')}`}
          {person.waves.length > 1 &&
            ` · ${t('people.alsoIn', { waves: person.waves.filter((one) => one !== here).join(', ') })}`}
        </div>
      </th>
      <td>{person.platforms.map((one) => plan.any(`platforms.${one}`)).join(', ') || '–'}</td>
      <td>{person.department ?? '–'}</td>
      <td>
        <EnrolledOn person={person} />
      </td>
      {mayChange && (
        <td>
          <MenuButton
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={t('people.moveOne', { name: person.name })}
            entries={[
              ...waves
                .filter(({ key }) => key !== here || person.waves.length > 1)
                .map((wave) => ({
                  key: wave.key,
                  text: t(wave.key === here ? 'people.onlyHere' : 'people.moveTo', { wave: text(wave.name) }),
                  run: () => void assign(wave.key),
                  off: wave.groups.length === 0,
                })),
              { key: 'out', text: t('people.takeOut'), run: () => void assign(null), apart: true },
            ]}
          />
        </td>
      )}
    </tr>
  )
}

/** By Intune where that was read; else by the file that they came with. */
function EnrolledOn({ person: { intune, enrolledOn } }: { readonly person: WavePerson }) {
  const t = useWords('rollout')
  const { day } = usePlanWords()
  if (intune === null) return enrolledOn === null ? '–' : day(enrolledOn)
  if (!intune.has) return t('people.notYet')
  return intune.day === null ? t('people.dayUnknown') : day(intune.day)
}
