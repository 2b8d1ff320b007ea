import { FluentProvider } from '@fluentui/react-components'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import type { ThemeChoice } from '../person/signed-in.tsx'
import { loadTheme, systemTheme, themeOf, watchSystemTheme } from './themes.ts'

/** Fluent's provider in the theme of this person; "system" follows the machine while the page is open. */
export function ThemeRoot({ choice, children }: { readonly choice: ThemeChoice; readonly children: ReactNode }) {
  const system = useSyncExternalStore(watchSystemTheme, systemTheme)
  const kind = choice === 'system' ? system : choice
  const [worn, setWorn] = useState(() => themeOf(kind))
  const theme = themeOf(kind) ?? worn

  useEffect(() => {
    let current = true
    void loadTheme(kind).then((next) => {
      if (current) setWorn(next)
    })
    return () => {
      current = false
    }
  }, [kind])

  useEffect(() => {
    if (!theme) return
    const root = document.documentElement
    root.dataset['theme'] = kind
    root.style.colorScheme = kind === 'light' ? 'light' : 'dark'
    root.style.backgroundColor = theme.colorNeutralBackground2
  }, [kind, theme])

  return (
    <FluentProvider {...(theme ? { theme } : {})} style={{ height: '100%', backgroundColor: 'transparent' }}>
      {children}
    </FluentProvider>
  )
}
