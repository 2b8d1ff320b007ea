import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OrganisationContext } from '../domain/context.ts'
import { capital, said } from '../domain/said.ts'
import { endingCertificates, isIncident, type Limits } from '../domain/warnings.ts'
import { useNow } from '#ui/time/now.ts'
import { useContextStyles } from './context-styles.ts'
import { Mark } from './Mark.tsx'

type Props = { readonly context: OrganisationContext; readonly limits: Limits }

/** What holds for everybody and may be the whole explanation: a certificate that ends, trouble at Microsoft. */
export function OrganisationNotes({ context, limits }: Props) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const now = useNow()
  const ending = endingCertificates(context.certificates.value ?? [], now, limits)
  const issues = (context.health.value ?? []).filter(isIncident)
  if (ending.length + issues.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('organisation.title')}>
      {issues.map(({ id, title, startedAt }) => (
        <li key={id}>
          <Mark tone="warned">
            {t('organisation.incident', { id, title })}
            {startedAt !== null && (
              <span className={styles.small}>
                {' '}
                <Time at={startedAt} quiet />
              </span>
            )}
          </Mark>
        </li>
      ))}
      {ending.map(({ id, kind, expiresAt }) => (
        <li key={id}>
          <Mark tone={expiresAt <= now ? 'bad' : 'warned'}>
            {t(expiresAt <= now ? 'organisation.ended' : 'organisation.ends', {
              what: capital(said(t.language, 'certificate', kind)),
            })}{' '}
            <Time at={expiresAt} quiet />
          </Mark>
        </li>
      ))}
    </ul>
  )
}
