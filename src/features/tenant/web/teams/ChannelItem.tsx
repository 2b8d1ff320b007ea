import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useToast } from '#ui/notice/Notices.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ChannelView } from '../../contract/channels.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'

export type ChannelItemProps = {
  readonly channel: ChannelView
  /** Null: for whoever only reads. */
  readonly onChange: (() => void) | null
  readonly onRemove: (() => void) | null
}

export function ChannelItem({ channel, onChange, onRemove }: ChannelItemProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const { name, host, moments, enabled, failures, lastError, lastSuccessAt } = channel
  return (
    <li className={styles.item}>
      <div className={mergeClasses(styles.tight, styles.grow)}>
        <span className={styles.row}>
          <span className={styles.strong}>{name}</span>
          {!enabled && <Badge appearance="outline">{t('teams.off')}</Badge>}
          {failures > 0 && (
            <Badge appearance="tint" color="warning">
              {t('teams.failing')}
            </Badge>
          )}
        </span>
        <span className={styles.small}>
          {moments.length === 0 ? t('teams.nothing') : moments.map((one) => t(`moment.${one}`)).join(' · ')}
        </span>
        <span className={mergeClasses(styles.small, styles.quiet)}>
          {host}
          {lastSuccessAt !== null && (
            <>
              {' · '}
              {t('teams.last')} <Time at={lastSuccessAt} form="both" quiet />
            </>
          )}
        </span>
        {failures > 0 && lastError !== null && (
          <span className={styles.small}>
            {t('teams.error')} <span className={styles.code}>{lastError.answer}</span>
          </span>
        )}
      </div>
      {onChange !== null && onRemove !== null && (
        <span className={styles.row}>
          <TryChannel channel={channel} />
          <Button size="small" aria-label={t('teams.changeOf', { name })} onClick={onChange}>
            {t('teams.change')}
          </Button>
          <Button size="small" appearance="subtle" aria-label={t('teams.removeOf', { name })} onClick={onRemove}>
            {t('teams.remove')}
          </Button>
        </span>
      )}
    </li>
  )
}

function TryChannel({ channel: { id, name } }: { readonly channel: ChannelView }) {
  const t = useWords('tenant')
  const queries = useQueryClient()
  const toast = useToast()
  const { working, attempt } = useAttempt(useRefusals('tenant'))
  return (
    <Button
      size="small"
      aria-label={t('teams.testOf', { name })}
      disabledFocusable={working}
      onClick={() =>
        void attempt(async () => {
          const { ok, answer } = await tenantApi('POST /api/v1/tenant/channels/:id/test', { params: { id } })
          toast({
            text: ok ? t('teams.arrived', { name }) : t('teams.notArrived', { name, answer }),
            ...(ok ? {} : { tone: 'error' as const }),
          })
          await queries.invalidateQueries({ queryKey: tenantKey })
        })
      }
    >
      {t('teams.test')}
    </Button>
  )
}
