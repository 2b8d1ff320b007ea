import { mergeClasses } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCommands } from '../commands/commands.tsx'
import { useKeys } from '../keys/keys.tsx'
import { Announcer } from '../notice/announce.tsx'
import { Notices } from '../notice/Notices.tsx'
import { LoadingState } from '../page/states.tsx'
import { useGo } from '../pages/address.ts'
import type { NavItem } from '../pages/feature-pages.ts'
import { usePersonActions } from '../person/signed-in.tsx'
import { type WordRef, useWordRefs, useWords } from '../words/words.ts'
import { useFrameStyles } from './frame-styles.ts'
import { usePlaces, useOften } from './nav.ts'
import { languages, themeChoices } from './choices.ts'
import { BottomBar, Rail } from './Places.tsx'
import { TopBar } from './TopBar.tsx'

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })))
const KeysDialog = lazy(() => import('./KeysDialog.tsx').then((module) => ({ default: module.KeysDialog })))
const MenuDrawer = lazy(() => import('./MenuDrawer.tsx').then((module) => ({ default: module.MenuDrawer })))

export type FrameProps = {
  readonly nav: readonly NavItem[]
  readonly profile?: { readonly to: string; readonly label: WordRef }
  readonly extra?: ReactNode
  /** Stands under the top bar, whatever page is shown. */
  readonly note?: ReactNode
  readonly children: ReactNode
}

type Open = 'palette' | 'keys' | 'menu' | null

/** The frame of those who work: top bar, rail (on a phone a bottom bar), palette and keys. */
export function DeskFrame({ nav, profile, extra, note, children }: FrameProps) {
  const t = useWords('ui')
  const styles = useFrameStyles()
  const go = useGo()
  const places = usePlaces(nav)
  const often = useOften(places)
  const say = useWordRefs(profile ? [profile.label] : [])
  const [open, setOpen] = useState<Open>(null)
  const [opened, setOpened] = useState<readonly Open[]>([])
  const close = () => setOpen(null)
  const show = (what: Open) => {
    // Once opened it stays rendered, so that it can close properly and open at once the next time.
    setOpened((before) => (before.includes(what) ? before : [...before, what]))
    setOpen(what)
  }

  useKeys(t('keys.everywhere'), [
    { keys: 'Ctrl+k', label: t('keys.palette'), run: () => show('palette') },
    { keys: '?', label: t('keys.help'), run: () => show('keys') },
  ])
  useKeys(
    t('keys.goTo'),
    places.flatMap((place) =>
      place.key ? [{ keys: `g ${place.key}`, label: place.text, run: () => go(place.to) }] : [],
    ),
  )
  usePersonCommands()

  return (
    <div className={styles.desk}>
      <SkipLink />
      <TopBar
        onSearch={() => show('palette')}
        onHelp={() => show('keys')}
        onMenu={() => show('menu')}
        extra={extra}
        {...(profile ? { profile: { to: profile.to, text: say(profile.label) } } : {})}
      />
      {note && <div className={styles.note}>{note}</div>}
      <Rail places={places} label={t('frame.navigation')} />
      <Main>{children}</Main>
      <BottomBar places={often} label={t('frame.often')} />
      <Announcer />
      <Notices />
      <Suspense>
        {opened.includes('palette') && <Palette open={open === 'palette'} places={places} onClose={close} />}
        {opened.includes('keys') && <KeysDialog open={open === 'keys'} onClose={close} />}
        {opened.includes('menu') && <MenuDrawer open={open === 'menu'} places={places} onClose={close} />}
      </Suspense>
    </div>
  )
}

/** The requester's frame: one column, nothing beside it. */
export function PortalFrame({ profile, extra, note, children }: Omit<FrameProps, 'nav'>) {
  const styles = useFrameStyles()
  const say = useWordRefs(profile ? [profile.label] : [])
  return (
    <div className={styles.plain}>
      <SkipLink />
      <TopBar extra={extra} {...(profile ? { profile: { to: profile.to, text: say(profile.label) } } : {})} />
      {note && <div className={styles.note}>{note}</div>}
      <Main>
        <div className={styles.column}>{children}</div>
      </Main>
      <Announcer />
      <Notices />
    </div>
  )
}

function Main({ children }: { readonly children: ReactNode }) {
  const styles = useFrameStyles()
  return (
    <main id="main" tabIndex={-1} className={mergeClasses(styles.main)} data-scroll-restoration-id="main">
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </main>
  )
}

function Waiting() {
  return (
    <div style={{ padding: '24px', maxWidth: '720px' }}>
      <LoadingState />
    </div>
  )
}

function SkipLink() {
  const t = useWords('ui')
  const styles = useFrameStyles()
  return (
    <a
      href="#main"
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('frame.skip')}
    </a>
  )
}

function usePersonCommands(): void {
  const t = useWords('ui')
  const { setLanguage, setTheme, signOut } = usePersonActions()
  useCommands([
    ...themeChoices.map((theme) => ({
      id: `theme.${theme}`,
      label: t('palette.theme', { theme: t(`theme.${theme}`) }),
      run: () => void setTheme(theme),
    })),
    ...languages.map((language) => ({
      id: `language.${language}`,
      label: t('palette.speak', { language: t(`language.${language}`) }),
      run: () => void setLanguage(language),
    })),
    { id: 'sign-out', label: t('frame.signOut'), run: () => void signOut() },
  ])
}
