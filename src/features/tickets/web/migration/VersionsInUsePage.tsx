import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versions } from '#features/plan/web/queries.ts'
import { useLive } from '#ui/live/live.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { ButtonLink, PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords } from '#ui/words/words.ts'
import { Table } from '#ui/show/Table.tsx'
import { migrators } from '../../domain/migrators.ts'
import { openPerVersion } from '../queries.ts'

const useStyles = makeStyles({ state: { marginInlineStart: tokens.spacingHorizontalS } })

/** Which open tickets run under which version of the plan, and the way to another. */
export function VersionsInUsePage() {
  const t = useWords('tickets')
  const styles = useStyles()
  const queries = useQueryClient()
  useLive('ticket', () => void queries.invalidateQueries({ queryKey: openPerVersion.queryKey }))
  const counts = useQuery(openPerVersion)
  const known = useQuery(versions).data?.versions
  const mayMove = hasAnyRole(useSignedIn(), migrators)
  const inForce = known?.find((version) => version.state === 'published')
  return (
    <Page
      title={t('migration.title')}
      state={t('migration.state')}
      width="work"
      back={{ to: '/plan/versions', label: t('migration.versions') }}
    >
      <Loaded query={counts}>
        {({ versions: used }) => (
          <Table
            label={t('migration.title')}
            heads={[t('migration.version'), t('migration.open'), { unseen: t('migration.action') }]}
          >
            {known
              ?.filter((version) => version.publishedAt !== null)
              .map(({ id, number, state }) => {
                const open = used.find((one) => one.planVersionId === id)?.open ?? 0
                return (
                  <tr key={id}>
                    <th scope="row">
                      <PageLink to={`/plan/versions/${number}`}>
                        {t('migration.versionNumber', { number })}
                      </PageLink>
                      {state === 'published' && (
                        <Badge appearance="tint" color="success" className={styles.state}>
                          {t('migration.inForce')}
                        </Badge>
                      )}
                    </th>
                    <td>
                      {open > 0 ? (
                        <PageLink to="/desk" search={{ view: 'all', planVersion: id }}>
                          {t('migration.openCount', { count: open })}
                        </PageLink>
                      ) : (
                        t('migration.openCount', { count: 0 })
                      )}
                    </td>
                    <td>
                      {mayMove && open > 0 && inForce && inForce.id !== id && (
                        <ButtonLink to={`/plan/versions/${number}/tickets`} size="small">
                          {t('migration.toInForce', { number: inForce.number })}
                        </ButtonLink>
                      )}
                    </td>
                  </tr>
                )
              })}
          </Table>
        )}
      </Loaded>
    </Page>
  )
}
