import { Link } from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { useWords } from '#ui/words/words.ts'
import type { TenantView } from '../../contract/tenant-view.ts'
import { useTenantStyles } from '../tenant-styles.ts'

/** What an administrator of the tenant does at Microsoft, step by step, for each registration. */
export function GrantSteps({ view }: { readonly view: TenantView }) {
  const t = useWords('tenant')
  const styles = useTenantStyles()
  const { tenant } = view
  if (tenant === null) return null
  const purposes = [
    { purpose: 'read', registration: tenant.read },
    { purpose: 'act', registration: tenant.act },
  ] as const
  return (
    <Section title={t('grant.title')} card>
      <p className={`${styles.plain} ${styles.quiet}`}>{t('grant.intro')}</p>
      {purposes.map(
        ({ purpose, registration }) =>
          registration && (
            <details key={purpose}>
              <summary className={styles.summary}>{t(`registration.${purpose}.title`)}</summary>
              <ol className={styles.steps}>
                <li>{t('grant.open')}</li>
                <li>
                  {t('grant.add')}
                  <pre className={styles.block}>
                    <code>
                      {view.checks
                        .flatMap((check) =>
                          check.purpose === purpose && check.permission !== null ? [check.permission] : [],
                        )
                        .join('\n')}
                    </code>
                  </pre>
                </li>
                {tenant.cloud !== 'own' && (
                  <li>
                    {t('grant.consent')}{' '}
                    <Link inline href={registration.consentAddress} target="_blank" rel="noreferrer">
                      {t('grant.consentLink')}
                    </Link>
                  </li>
                )}
                {tenant.cloud === 'own' && <li>{t('grant.consentOwn')}</li>}
                <li>{t('grant.again')}</li>
              </ol>
            </details>
          ),
      )}
      <p className={`${styles.plain} ${styles.small}`}>{t('grant.mail')}</p>
      <pre className={styles.block}>
        <code>{['Mail.ReadWrite', 'Mail.Send'].join('\n')}</code>
      </pre>
    </Section>
  )
}
