import { Badge, Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '#ui/form/ConfirmDialog.tsx'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Section } from '#ui/page/Page.tsx'
import { useRefusals } from '#ui/page/refusals.ts'
import { KeyValues } from '#ui/show/KeyValues.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { RegistrationView, TenantView } from '../../contract/tenant-view.ts'
import { tenantApi, tenantKey } from '../queries.ts'
import { useTenantStyles } from '../tenant-styles.ts'

export type ConnectionCardProps = {
  readonly view: TenantView
  /** Null: for whoever only reads. */
  readonly onChange: (() => void) | null
}

/** Which tenant, by which registrations, until when. */
export function ConnectionCard({ view, onChange }: ConnectionCardProps) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const queries = useQueryClient()
  const refusalWords = useRefusals('tenant')
  const leaving = useDialog()
  const { tenant } = view
  if (tenant === null) return null
  return (
    <Section
      title={t('connection.title')}
      card
      {...(onChange === null
        ? {}
        : {
            action: (
              <div className={styles.row}>
                <Button size="small" onClick={onChange}>
                  {t('connection.change')}
                </Button>
                <Button size="small" appearance="subtle" onClick={() => leaving.show(true)}>
                  {t('connection.disconnect')}
                </Button>
              </div>
            ),
          })}
    >
      <KeyValues
        items={[
          {
            label: t('connection.tenant'),
            value: (
              <div className={styles.tight}>
                {tenant.name}
                <span className={styles.code}>{tenant.tenantId}</span>
              </div>
            ),
          },
          {
            label: t('connection.cloud'),
            value: (
              <div className={styles.tight}>
                {t(`cloud.${tenant.cloud}`)}
                {tenant.cloud === 'own' && (
                  <span className={styles.code}>
                    {tenant.loginUrl === tenant.graphUrl
                      ? tenant.graphUrl
                      : `${tenant.loginUrl} · ${tenant.graphUrl}`}
                  </span>
                )}
              </div>
            ),
          },
          { label: t('connection.since'), value: <Time at={tenant.since} /> },
          { label: t('registration.read.title'), value: <Registration registration={tenant.read} /> },
          {
            label: t('registration.act.title'),
            value: tenant.act ? <Registration registration={tenant.act} /> : t('registration.act.none'),
          },
        ]}
      />
      <ConfirmDialog
        open={leaving.open}
        onClose={leaving.hide}
        title={t('connection.disconnectTitle')}
        text={t('connection.disconnectText')}
        primary={t('connection.disconnect')}
        onConfirm={async () => {
          await tenantApi('DELETE /api/v1/tenant', {})
          await queries.invalidateQueries({ queryKey: tenantKey })
        }}
        refusalWords={refusalWords}
        danger
      />
    </Section>
  )
}

function Registration({ registration }: { readonly registration: RegistrationView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const { clientId, kind, hasSecret, expiresAt, expiry, refusedSince, beyondNeed } = registration
  return (
    <div className={styles.tight}>
      <span className={styles.code}>{clientId}</span>
      <span className={`${styles.row} ${styles.small}`}>
        {hasSecret ? t(`credential.${kind}`) : <Badge color="danger">{t('credential.missing')}</Badge>}
        {hasSecret && expiresAt === null && <span className={styles.quiet}>{t('credential.expiryUnknown')}</span>}
        {hasSecret && expiresAt !== null && (
          <>
            <span className={styles.quiet}>
              {t(expiry === 'expired' ? 'credential.expiredOn' : 'credential.expiresOn')}{' '}
              <Time at={expiresAt} form="both" />
            </span>
            {expiry !== 'far' && expiry !== 'unknown' && (
              <Badge appearance="tint" color={expiry === 'expired' ? 'danger' : 'warning'}>
                {t(`expiry.${expiry}`)}
              </Badge>
            )}
          </>
        )}
        {refusedSince !== null && (
          <Badge appearance="tint" color="danger">
            {t('credential.refused')}
          </Badge>
        )}
      </span>
      {beyondNeed.length > 0 && (
        <span className={styles.small}>
          {t('registration.beyondNeed')} <code className={styles.code}>{beyondNeed.join(', ')}</code>
        </span>
      )}
    </div>
  )
}
