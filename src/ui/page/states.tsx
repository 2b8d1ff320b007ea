import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import type { ReactNode } from 'react'
import { useMaybeSignedIn } from '../person/signed-in.tsx'
import { useWords } from '../words/words.ts'
import { type RefusalWords, useProblemText } from './problem-text.ts'

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    rowGap: tokens.spacingVerticalM,
    maxWidth: '46ch',
    marginInline: 'auto',
    paddingBlock: tokens.spacingVerticalXXXL,
    paddingInline: tokens.spacingHorizontalL,
  },
  icon: {
    display: 'flex',
    fontSize: '40px',
    color: tokens.colorNeutralForeground3,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'balance' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, userSelect: 'all' },
  line: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
  },
  rows: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
  },
})

export type EmptyStateProps = {
  /** Left out where the page's own heading says it. */
  readonly title?: string
  readonly text?: string
  readonly icon?: ReactNode
  /** The next step: a button or link. */
  readonly action?: ReactNode
}

/** Nothing here (yet), and what to do about it. */
export function EmptyState({ title, text, icon, action }: EmptyStateProps) {
  const styles = useStyles()
  return (
    <div className={styles.state}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      {title && <h2 className={styles.title}>{title}</h2>}
      {text && <p className={styles.text}>{text}</p>}
      {action}
    </div>
  )
}

/** Grey lines where the content will be; said once to screen readers. */
export function LoadingState({ rows = 4 }: { readonly rows?: number }) {
  const t = useWords('ui')
  const styles = useStyles()
  return (
    <div role="progressbar" aria-label={t('loading')} aria-busy className={styles.rows}>
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={index}
          className={styles.line}
          style={{ width: `${92 - ((index * 17) % 45)}%`, height: index === 0 ? 24 : 16 }}
        />
      ))}
    </div>
  )
}

export type ErrorStateProps = {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly refusalWords?: RefusalWords
}

/** What went wrong in a sentence, what to do now, and the reference for whoever has to look into it. */
export function ErrorState({ error, onRetry, refusalWords }: ErrorStateProps) {
  const t = useWords('ui')
  const styles = useStyles()
  const { sentence, reference } = useProblemText(refusalWords)(error)
  return (
    <div role="alert">
      <EmptyState
        icon={<ErrorCircleRegular />}
        title={t('states.failed')}
        text={sentence}
        action={
          <>
            {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
            {reference && <span className={styles.quiet}>{t('states.reference', { reference })}</span>}
          </>
        }
      />
    </div>
  )
}

/** The page exists, but not for this person; it says who can change that. */
export function NoPermission({ text, action }: { readonly text?: string; readonly action?: ReactNode }) {
  const t = useWords('ui')
  const organisation = useMaybeSignedIn()?.organisation.name ?? t('product')
  return (
    <EmptyState
      icon={<LockClosedRegular />}
      title={t('states.noPermission')}
      text={text ?? t('states.noPermissionText', { organisation })}
      action={action}
    />
  )
}
