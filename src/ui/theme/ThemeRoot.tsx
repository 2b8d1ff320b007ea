import { FluentProvider } from '@fluentui/react-components'
import { type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { onDemand } from '../pages/on-demand.ts'
import type { ThemeChoice } from '../person/signed-in.tsx'
import { loadTheme, systemTheme, themeOf, watchSystemTheme } from './themes.ts'

const FocusRules = onDemand(() => import('./FocusRules.tsx').then((module) => module.FocusRules))

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

  // After the page, and before any dialog can be asked for: the dialogs' scripts come later.
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true))
    return () => clearTimeout(timer)
  }, [])

  return (
    <FluentProvider {...(theme ? { theme } : {})} style={{ height: '100%', backgroundColor: 'transparent' }}>
      {children}
      <Suspense>{isPainted && <FocusRules />}</Suspense>
    </FluentProvider>
  )
}
