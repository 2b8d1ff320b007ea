import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WithdrawalsView } from '../../contract/directory.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'

export type WithdrawalsProps = {
  /** `held`: they wait for a decision. `kept`: an administrator decided that they stay. */
  readonly which: 'held' | 'kept'
  readonly withdrawals: WithdrawalsView
  readonly mayChange: boolean
}

/** Whom Entra ID took away, unusually many at once: who they are, and what becomes of them. */
export function Withdrawals({ which, withdrawals, mayChange }: WithdrawalsProps) {
  const t = useWords('tenant')
  const queries = useQueryClient()
  const { working, attempt } = useAttempt(useRefusals('tenant'))
  const { count, gone, since, seen } = withdrawals
  const decide = (decision: 'withdraw' | 'keep') =>
    void attempt(
      () => tenantApi('POST /api/v1/tenant/directory/withdrawals', { body: { decision, seen } }),
      () => queries.invalidateQueries({ queryKey: tenantKey }),
    )
  const isHeld = which === 'held'
  return (
    <MessageBar intent={isHeld ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`withdrawals.${which}`, { count })}</MessageBarTitle>{' '}
        {isHeld ? t('withdrawals.heldText') : t('withdrawals.keptText')}{' '}
        {gone > 0 && `${t('withdrawals.gone', { count: gone })} `}
        {since !== null && (
          <>
            {t('withdrawals.since')} <Time at={since} />.
          </>
        )}
        <Who withdrawals={withdrawals} />
      </MessageBarBody>
      {mayChange && (
        <MessageBarActions>
          {isHeld && (
            <Button disabledFocusable={working} onClick={() => decide('keep')}>
              {t('withdrawals.keep', { count })}
            </Button>
          )}
          <Button disabledFocusable={working} onClick={() => decide('withdraw')}>
            {t('withdrawals.withdraw', { count })}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

/** Named at first; more are shown when somebody wants to see them. */
const few = 8

function Who({ withdrawals: { people, count } }: { readonly withdrawals: WithdrawalsView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const [all, setAll] = useState(false)
  const shown = all ? people : people.slice(0, few)
  return (
    <>
      <ul className={styles.names} aria-label={t('withdrawals.who')}>
        {shown.map(({ id, name, gone, groups }) => (
          <li key={id}>
            <PageLink to={`/people/${id}`}>
              <span dir="auto">{name}</span>
            </PageLink>
            {gone ? ` · ${t('withdrawals.isGone')}` : groups.length > 0 && ` · ${groups.join(', ')}`}
          </li>
        ))}
      </ul>
      {count > shown.length &&
        (all || people.length <= few ? (
          t('withdrawals.more', { count: count - shown.length })
        ) : (
          <Button size="small" onClick={() => setAll(true)}>
            {t('withdrawals.showMore', { count: people.length - few })}
          </Button>
        ))}
    </>
  )
}
