import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useProblemText } from '../page/problem-text.ts'
import { useWords } from '../words/words.ts'
import { makeNotices, type Notice, type NoticeInput } from './notice-store.ts'

const notices = makeNotices({ now: () => Date.now(), wait: (run, ms) => setTimeout(run, ms) })

/** Says in a corner that something happened. */
export function useToast(): (notice: Pick<NoticeInput, 'text' | 'tone'>) => void {
  return notices.show
}

/** Offers ten seconds to go back. `undo` takes it back; `commit`, when given, does the deed after the ten seconds. */
export function useUndo(): (notice: Omit<NoticeInput, 'seconds' | 'tone'>) => void {
  return showUndo
}

function showUndo(notice: Omit<NoticeInput, 'seconds' | 'tone'>): void {
  notices.show({ ...notice, tone: 'info', seconds: 10 })
}

const useStyles = makeStyles({
  stack: {
    position: 'fixed',
    insetInlineEnd: '16px',
    insetBlockEnd: '16px',
    zIndex: 1_000_001,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    maxWidth: 'min(420px, calc(100vw - 32px))',
    '@media (max-width: 640px)': { insetBlockEnd: '72px' },
  },
  notice: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
  },
  icon: { display: 'flex', fontSize: '20px', flexShrink: 0 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  info: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  error: { color: tokens.colorStatusDangerForeground1 },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  left: {
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    minWidth: '2ch',
    textAlign: 'end',
  },
})

const icons = {
  success: CheckmarkCircleRegular,
  info: InfoRegular,
  warning: WarningRegular,
  error: ErrorCircleRegular,
}

/** The corner itself; the frame renders it. */
export function Notices() {
  const styles = useStyles()
  const all = useSyncExternalStore(notices.watch, notices.all)
  useEffect(() => {
    addEventListener('pagehide', notices.flush)
    return () => removeEventListener('pagehide', notices.flush)
  }, [])
  return (
    <div className={styles.stack} role="log" aria-live="polite" aria-relevant="additions">
      {all.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const t = useWords('ui')
  const styles = useStyles()
  const say = useProblemText()
  const Icon = icons[notice.tone]
  const undo = async () => {
    try {
      await notices.undo(notice.id)
      notices.show({ text: t('undo.undone'), tone: 'success', seconds: 4 })
    } catch (error) {
      notices.show({ text: say(error).sentence, tone: 'error', seconds: 10 })
    }
  }
  return (
    <div className={styles.notice}>
      <span className={mergeClasses(styles.icon, styles[notice.tone])} aria-hidden>
        <Icon />
      </span>
      <span className={styles.text}>{notice.text}</span>
      {notice.undo && (
        <>
          <SecondsLeft until={notice.until} />
          <Button size="small" onClick={() => void undo()}>
            {t('undo.undo')}
          </Button>
        </>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('toast.dismiss')}
        onClick={() => notices.dismiss(notice.id)}
      />
    </div>
  )
}

function SecondsLeft({ until }: { readonly until: number }) {
  const styles = useStyles()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return (
    <span className={styles.left} aria-hidden>
      {Math.max(0, Math.ceil((until - now) / 1000))}
    </span>
  )
}
