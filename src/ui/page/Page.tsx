import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { useRouterState } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useId, useRef } from 'react'
import { PageLink } from '../pages/PageLink.tsx'
import { useWords } from '../words/words.ts'
import { LoadingState } from './states.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100%',
    width: '100%',
    paddingBlock: tokens.spacingVerticalXL,
    paddingInline: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 640px)': {
      paddingInline: tokens.spacingHorizontalL,
      paddingBlock: tokens.spacingVerticalL,
    },
  },
  read: { maxWidth: '960px' },
  fill: {
    height: '100%',
    minHeight: 0,
    '& > header, & > .fui-MessageBar': { flexShrink: 0 },
    '@media (max-height: 480px)': { height: 'auto' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
  },
  titles: { flexGrow: 1, flexBasis: '16rem', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    textWrap: 'balance',
    borderRadius: tokens.borderRadiusMedium,
    outlineOffset: '4px',
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 640px)': {
      fontSize: tokens.fontSizeBase600,
      lineHeight: tokens.lineHeightBase600,
    },
  },
  state: {
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  action: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
  },
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  sectionHead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  sectionTitle: {
    margin: 0,
    flexGrow: 1,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  card: {
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
})

export type PageProps = {
  readonly title: string
  /** One line that says how things stand. */
  readonly state?: ReactNode
  /** The one primary action, worded as the move; quieter ones may stand beside it. */
  readonly action?: ReactNode
  readonly back?: {
    readonly to: string
    readonly label: string
    readonly search?: Readonly<Record<string, string>>
  }
  /** `read`: a comfortable measure (default); `work`: the whole width; `fill`: the whole height too, the content scrolls inside. */
  readonly width?: 'read' | 'work' | 'fill'
  readonly children: ReactNode
}

/** The path that was arrived at last, and the one whose heading got the focus: opening or reloading a page takes no focus. */
const arrived: { at: string | null; heard: string | null } = { at: null, heard: null }

/** One page: its heading, how things stand, its primary action. Arriving by navigation moves the focus to the heading. */
export function Page({ title, state, action, back, width = 'read', children }: PageProps) {
  const t = useWords('ui')
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useRouterState({ select: (router) => router.location.pathname })

  useEffect(() => {
    document.title = t('titleOf', { title })
  }, [t, title])

  useEffect(() => {
    if (arrived.at !== null && arrived.at !== path) arrived.heard = path
    arrived.at = path
    // Also when the page of a path comes in the place of its own loading page, whose heading had the focus.
    if (arrived.heard === path && !document.querySelector('main :focus'))
      heading.current?.focus({ preventScroll: true })
  }, [path])

  return (
    <div className={mergeClasses(styles.page, width === 'read' && styles.read, width === 'fill' && styles.fill)}>
      <header className={styles.head}>
        <div className={styles.titles}>
          {back && (
            <PageLink to={back.to} className={styles.back} {...(back.search ? { search: back.search } : {})}>
              <ArrowLeftRegular aria-hidden />
              {back.label}
            </PageLink>
          )}
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {state && <div className={styles.state}>{state}</div>}
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </header>
      {/* What comes later (another feature's words, say) is waited for here, so that the heading stays. */}
      <Suspense fallback={<LoadingState />}>{children}</Suspense>
    </div>
  )
}

export type SectionProps = {
  readonly title: string
  readonly action?: ReactNode
  /** On a card of its own. */
  readonly card?: boolean
  readonly children: ReactNode
}

/** A part of a page with its own heading. */
export function Section({ title, action, card = false, children }: SectionProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.section, card && styles.card)}>
      <div className={styles.sectionHead}>
        <h2 id={id} className={styles.sectionTitle}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
