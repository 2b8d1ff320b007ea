import { Button } from '@fluentui/react-components'
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { onDemand, useEver, useFetchedWhenIdle } from '#ui/pages/on-demand.ts'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { useWords, type Words } from '#ui/words/words.ts'
import type { TenantView } from '../contract/tenant-view.ts'
import { ChecksSection } from './checks/ChecksSection.tsx'
import { GrantSteps } from './checks/GrantSteps.tsx'
import { ConnectionCard } from './connection/ConnectionCard.tsx'
import { DirectorySection } from './directory/DirectorySection.tsx'
import { tenant, tenantApi, tenantKey, useLiveTenant } from './queries.ts'
import { TeamsSection } from './teams/TeamsSection.tsx'
import { useTenantStyles } from './tenant-styles.ts'

const ConnectDialog = onDemand(() =>
  import('./connection/ConnectDialog.tsx').then((module) => module.ConnectDialog),
)

/** The organisation's Microsoft tenant: how it is connected, what works of it, and what that gives the desk. */
export function TenantPage() {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const query = useQuery(tenant)
  const isAdministrator = hasAnyRole(useSignedIn(), ['administrator'])
  const connecting = useDialog<TenantView | 'new'>()
  const wasOpened = useEver(connecting.open)
  useFetchedWhenIdle([ConnectDialog])
  useLiveTenant()
  const { data } = query
  return (
    <Page
      title={t('title')}
      {...(data ? { state: stateOf(t, data) } : {})}
      {...(isAdministrator && data?.tenant ? { action: <TryAgain /> } : {})}
    >
      <Loaded query={query}>
        {(shown) =>
          shown.tenant === null ? (
            <EmptyState
              icon={<PlugConnectedRegular />}
              title={t('empty.title')}
              text={t('empty.text')}
              {...(isAdministrator
                ? {
                    action: (
                      <Button appearance="primary" onClick={() => connecting.show('new')}>
                        {t('connect.do')}
                      </Button>
                    ),
                  }
                : {})}
            />
          ) : (
            <div className={styles.stack}>
              <ConnectionCard view={shown} onChange={isAdministrator ? () => connecting.show(shown) : null} />
              <ChecksSection view={shown} mayTry={isAdministrator} />
              <GrantSteps view={shown} />
              <DirectorySection mayChange={isAdministrator} />
              <TeamsSection view={shown} mayChange={isAdministrator} />
            </div>
          )
        }
      </Loaded>
      {wasOpened && connecting.of && (
        <Suspense fallback={null}>
          <ConnectDialog
            key={connecting.turn}
            view={connecting.of === 'new' ? null : connecting.of}
            canBePrivate={data?.canBePrivate ?? false}
            open={connecting.open}
            onClose={connecting.hide}
          />
        </Suspense>
      )}
    </Page>
  )
}

/** How the connection stands, in one line; what does not work by name. */
function stateOf(t: Words<'tenant'>, { health, checks }: TenantView): string {
  if (health !== 'partly') return t(`health.${health}`)
  const short = checks.filter(
    ({ outcome, essential }) => outcome !== 'works' && (essential || outcome !== 'untried'),
  )
  return t('health.partly', { what: short.map(({ key }) => t.any(`checks.${key}.name`)).join(', ') })
}

function TryAgain() {
  const t = useWords('tenant')
  const queries = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('tenant'))
  return (
    <Button
      appearance="primary"
      disabledFocusable={working}
      onClick={() =>
        void attempt(async () => {
          queries.setQueryData(tenant.queryKey, await tenantApi('POST /api/v1/tenant/check', { body: {} }))
          await queries.invalidateQueries({ queryKey: tenantKey })
        })
      }
    >
      {working ? t('checks.trying') : t('checks.tryAll')}
    </Button>
  )
}
