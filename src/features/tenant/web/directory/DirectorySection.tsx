import { Button } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { DirectoryView } from '../../contract/directory.ts'
import { useWhyNot } from '../checks/why-not.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'
import { directory } from './directory-queries.ts'
import { Withdrawals } from './Withdrawals.tsx'

const GroupsDialog = onDemand(() => import('./GroupsDialog.tsx').then((module) => module.GroupsDialog))

export type DirectorySectionProps = { readonly mayChange: boolean }

/** Which groups of Entra ID people here follow, and how that goes. */
export function DirectorySection({ mayChange }: DirectorySectionProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const queries = useQueryClient()
  const query = useQuery(directory)
  const choosing = useDialog<DirectoryView>()
  const wasOpened = useEver(choosing.open)
  const { working, attempt } = useAttempt(useRefusals('tenant'))
  useFetchedWhenIdle([GroupsDialog])
  return (
    <Section
      title={t('directory.title')}
      card
      {...(mayChange && query.data
        ? {
            action: (
              <div className={styles.row}>
                {query.data.groups.length > 0 && (
                  <Button
                    size="small"
                    disabledFocusable={working || query.data.state === 'running'}
                    onClick={() =>
                      void attempt(async () => {
                        await tenantApi('POST /api/v1/tenant/directory/sync')
                        await queries.invalidateQueries({ queryKey: tenantKey })
                      })
                    }
                  >
                    {query.data.state === 'running' ? t('directory.running') : t('directory.now')}
                  </Button>
                )}
                <Button size="small" onClick={() => query.data && choosing.show(query.data)}>
                  {t('directory.choose')}
                </Button>
              </div>
            ),
          }
        : {})}
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            {shown.held && <Withdrawals which="held" withdrawals={shown.held} mayChange={mayChange} />}
            <Followed view={shown} />
            {shown.kept && <Withdrawals which="kept" withdrawals={shown.kept} mayChange={mayChange} />}
          </>
        )}
      </Loaded>
      {wasOpened && choosing.of && (
        <Suspense fallback={null}>
          <GroupsDialog key={choosing.turn} view={choosing.of} open={choosing.open} onClose={choosing.hide} />
        </Suspense>
      )}
    </Section>
  )
}

function Followed({ view }: { readonly view: DirectoryView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const whyNot = useWhyNot()
  if (view.groups.length === 0) return <p className={`${styles.plain} ${styles.quiet}`}>{t('directory.none')}</p>
  return (
    <>
      <ul className={styles.list}>
        {view.groups.map((group) => (
          <li key={group.entraGroupId} className={styles.item}>
            <div className={`${styles.tight} ${styles.grow}`}>
              <span className={styles.strong}>{group.name}</span>
              {group.key !== group.name && (
                <span className={styles.quiet}>{t('directory.keyIs', { key: group.key })}</span>
              )}
              {group.missingSince !== null && <span className={styles.warn}>{t('directory.missing')}</span>}
            </div>
            <span>{t('directory.people', { count: group.people })}</span>
          </li>
        ))}
      </ul>
      {view.failure !== null && (
        <p className={`${styles.plain} ${styles.bad}`}>
          {t('directory.failed', {
            why: whyNot({ code: view.failure.code, answer: null }),
          })}
          {view.failure.permission !== null &&
            ` ${t('directory.permission', { permission: view.failure.permission })}`}
        </p>
      )}
      <LastRound view={view} />
    </>
  )
}

const counts = ['added', 'linked', 'renamed', 'regrouped', 'disabled', 'enabled', 'unreadable'] as const

function LastRound({ view: { succeededAt, outcome, held } }: { readonly view: DirectoryView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  if (succeededAt === null || outcome === null) {
    return <p className={`${styles.plain} ${styles.quiet}`}>{t('directory.notYet')}</p>
  }
  const done = counts.filter((key) => outcome[key] > 0)
  return (
    <p className={`${styles.plain} ${styles.quiet}`}>
      {t('directory.last')} <Time at={succeededAt} form="both" />
      {'. '}
      {done.length === 0
        ? t(held === null ? 'directory.nothingChanged' : 'withdrawals.nothingElse')
        : done.map((key) => t(`directory.did.${key}`, { count: outcome[key] })).join(', ')}
      {done.length > 0 && '.'}
    </p>
  )
}
