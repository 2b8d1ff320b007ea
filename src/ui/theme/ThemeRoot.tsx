import { FluentProvider } from '@fluentui/react-components'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { ThemeChoice } from '../person/signed-in.tsx'
import { type ThemeKind, themes } from './themes.ts'

const darkQuery = '(prefers-color-scheme: dark)'
const contrastQuery = '(forced-colors: active)'

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(darkQuery), matchMedia(contrastQuery)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

function systemTheme(): ThemeKind {
  if (matchMedia(contrastQuery).matches) return 'high-contrast'
  return matchMedia(darkQuery).matches ? 'dark' : 'light'
}

/** Fluent's provider in the theme of this person; "system" follows the machine while the page is open. */
export function ThemeRoot({ choice, children }: { readonly choice: ThemeChoice; readonly children: ReactNode }) {
  const system = useSyncExternalStore(subscribe, systemTheme)
  const kind = choice === 'system' ? system : choice
  const theme = themes[kind]

  useEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = kind
    root.style.colorScheme = kind === 'light' ? 'light' : 'dark'
    root.style.backgroundColor = theme.colorNeutralBackground2
  }, [kind, theme])

  return (
    <FluentProvider theme={theme} style={{ height: '100%', backgroundColor: 'transparent' }}>
      {children}
    </FluentProvider>
  )
}
