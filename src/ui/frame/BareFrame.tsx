import { makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, Suspense } from 'react'
import { Announcer } from '../notice/announce.tsx'
import { Notices } from '../notice/Notices.tsx'
import { LoadingState } from '../page/states.tsx'

const useStyles = makeStyles({
  bare: { minHeight: '100dvh', backgroundColor: tokens.colorNeutralBackground2, display: 'grid' },
  bareMain: { minWidth: 0, ':focus': { outlineStyle: 'none' } },
})

/** Pages that stand alone: sign-in, one-time links, the confirmation from a mail. */
export function BareFrame({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.bare}>
      <main id="main" tabIndex={-1} className={styles.bareMain}>
        <Suspense fallback={<LoadingState />}>{children}</Suspense>
      </main>
      <Announcer />
      <Notices />
    </div>
  )
}
