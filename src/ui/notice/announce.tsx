import { makeStyles } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

type Announcement = { readonly text: string; readonly turn: number }
let current: Announcement = { text: '', turn: 0 }
const listeners = new Set<() => void>()

/** Says something politely to those who listen to the page instead of looking at it. */
export function announce(text: string): void {
  current = { text, turn: current.turn + 1 }
  for (const listener of listeners) listener()
}

export function useAnnounce(): (text: string) => void {
  return announce
}

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/** The one place that announces; the frame renders it. Two regions take turns, so that the same text is said twice. */
export function Announcer() {
  const styles = useStyles()
  const { text, turn } = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => current,
  )
  return (
    <div className={styles.hidden}>
      <div role="status">{turn % 2 === 0 ? text : ''}</div>
      <div role="status">{turn % 2 === 1 ? text : ''}</div>
    </div>
  )
}

/** Text for screen readers only. */
export function Hidden({ children }: { readonly children: string }) {
  return <span className={useStyles().hidden}>{children}</span>
}
