import type { ReactNode } from 'react'
import { usePlanStyles } from './plan-styles.ts'

// What scrolls has to be reachable by keyboard.
const reachable = { tabIndex: 0 }

/** A wide table that scrolls by itself where the page is narrow. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = usePlanStyles()
  return (
    <div className={styles.scroll} role="group" aria-label={label} {...reachable}>
      {children}
    </div>
  )
}
