import { Time } from '#ui/time/Time.tsx'
import { useWords, type Words } from '#ui/words/words.ts'
import type { DeviceContext } from '../domain/context.ts'
import { said } from '../domain/said.ts'
import { type Failure, newestFailures } from '../domain/worth-showing.ts'
import { useContextStyles } from './context-styles.ts'

const most = 4

/** What failed last: enrollments and apps, newest first, each with what one can look up. */
export function FailureList({ context }: { readonly context: DeviceContext }) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const failures = newestFailures(context, most)
  if (failures.length === 0) {
    const isKnown = context.enrollmentFailures.value !== null && context.devices.value?.length === 0
    return isKnown ? (
      <p className={`${styles.plain} ${styles.small} ${styles.quiet}`}>{t('failures.noneYet')}</p>
    ) : null
  }
  return (
    <div className={styles.tight}>
      <h3 className={styles.heading}>{t('failures.title')}</h3>
      <ul className={styles.list}>
        {failures.map((one) => (
          <li key={one.failure.id}>
            <div className={styles.row}>
              <strong>{titleOf(t, one)}</strong>
              {one.failure.at !== null && (
                <span className={`${styles.small} ${styles.quiet}`}>
                  <Time at={one.failure.at} quiet />
                </span>
              )}
              {one.times > 1 && (
                <span className={`${styles.small} ${styles.quiet}`}>
                  {t('failures.times', { count: one.times })}
                </span>
              )}
            </div>
            <div className={styles.row}>
              {one.kind === 'enrollment' ? (
                <>
                  {one.failure.reason !== null && <code className={styles.code}>{one.failure.reason}</code>}
                  <span className={`${styles.small} ${styles.quiet}`}>
                    {[one.failure.os, one.failure.osVersion].filter(Boolean).join(' ')}
                  </span>
                </>
              ) : (
                <>
                  {one.failure.code !== null && <code className={styles.code}>{one.failure.code}</code>}
                  {one.failure.what !== null && (
                    <span className={`${styles.small} ${styles.quiet}`}>{one.failure.what}</span>
                  )}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function titleOf(t: Words<'devices'>, one: Failure): string {
  if (one.kind === 'app') return t('failures.app', { app: one.failure.appName ?? one.failure.appId ?? '?' })
  return said(t.language, 'failure', one.failure.category ?? 'unknown')
}
