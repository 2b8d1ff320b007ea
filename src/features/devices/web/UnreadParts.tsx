import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { type DeviceContext, isSameCause, partsOf } from '../domain/context.ts'
import type { Failed } from '../domain/field.ts'
import { said, saidUnread } from '../domain/said.ts'
import { useContextStyles } from './context-styles.ts'

type Unread = { readonly names: readonly string[]; readonly failed: Failed; readonly readAt: string | null }

type Props = {
  readonly context: DeviceContext
  /** What was said of all of them already. */
  readonly except: Failed | null
}

/** What could not be read, and why: parts with the same reason and the same age in one line. */
export function UnreadParts({ context, except }: Props) {
  const t = useWords('devices')
  const styles = useContextStyles()
  const unread = unreadOf(context).filter(({ failed }) => except === null || !isSameCause(failed, except))
  if (unread.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('unread.title')}>
      {unread.map(({ names, failed, readAt }) => (
        <li key={names.join()} className={`${styles.small} ${styles.quiet}`}>
          {t('unread.line', {
            parts: names.map((name) => said(t.language, 'part', name)).join(', '),
            why: saidUnread(t.language, failed),
          })}
          {readAt !== null && (
            <>
              {' '}
              {t('unread.asOf')} <Time at={readAt} quiet />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function unreadOf(context: DeviceContext): readonly Unread[] {
  const failing = partsOf(context).flatMap(({ name, field: { failed, readAt } }) =>
    failed === null ? [] : [{ name, failed, readAt }],
  )
  const groups = Map.groupBy(failing, ({ failed, readAt }) =>
    JSON.stringify([failed.code, failed.permission, readAt?.slice(0, 16)]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ names: group.map(({ name }) => name), failed: first.failed, readAt: first.readAt }] : []
  })
}
