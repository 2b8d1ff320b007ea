import { useWords } from '#ui/words/words.ts'
import type { Device } from '../domain/context.ts'
import { saidUnread } from '../domain/said.ts'
import { fails, whyNotCompliant } from '../domain/worth-showing.ts'
import { useContextStyles } from './context-styles.ts'

type Props = { readonly device: Device; readonly most?: number }

/** Which setting of which policy a device does not meet, with the code by which one looks it up. */
export function Reasons({ device, most = Infinity }: Props) {
  const t = useWords('devices')
  const styles = useContextStyles()
  if (!fails(device)) return null
  const reasons = whyNotCompliant(device)
  const { failed } = device.failing
  return (
    <>
      {reasons.length > 0 && (
        <ul className={styles.list} aria-label={t('device.reasons')}>
          {reasons.slice(0, most).map(({ setting, policies, code, state, current }) => (
            <li key={`${setting} ${state} ${code}`} className={styles.row}>
              <strong>{setting || t('device.settingUnknown')}</strong>
              <span className={`${styles.small} ${styles.quiet}`}>{policies.join(', ')}</span>
              {code !== null && <code className={styles.code}>{code}</code>}
              {most === Infinity && current !== null && (
                <span className={`${styles.small} ${styles.quiet}`}>
                  {t('device.current', { value: current })}
                </span>
              )}
            </li>
          ))}
          {reasons.length > most && (
            <li className={`${styles.small} ${styles.quiet}`}>
              {t('device.moreReasons', { count: reasons.length - most })}
            </li>
          )}
        </ul>
      )}
      {failed && (
        <p className={`${styles.plain} ${styles.small} ${styles.quiet}`}>
          {t('device.reasonsUnread', { why: saidUnread(t.language, failed) })}
        </p>
      )}
    </>
  )
}
