import type { Theme } from '@fluentui/react-components'
import type { ThemeChoice } from '../person/signed-in.tsx'

export type ThemeKind = 'light' | 'dark' | 'high-contrast'

const darkQuery = '(prefers-color-scheme: dark)'
const contrastQuery = '(forced-colors: active)'

/** What the machine asks for. */
export function systemTheme(): ThemeKind {
  if (matchMedia(contrastQuery).matches) return 'high-contrast'
  return matchMedia(darkQuery).matches ? 'dark' : 'light'
}

export function watchSystemTheme(changed: () => void): () => void {
  const queries = [matchMedia(darkQuery), matchMedia(contrastQuery)]
  for (const query of queries) query.addEventListener('change', changed)
  return () => {
    for (const query of queries) query.removeEventListener('change', changed)
  }
}

const loaded = new Map<ThemeKind, Theme>()
const loaders: Record<ThemeKind, () => Promise<Theme>> = {
  light: async () => (await import('./light.ts')).light,
  dark: async () => (await import('./dark.ts')).dark,
  'high-contrast': async () => (await import('./high-contrast.ts')).highContrast,
}

/** Fetches one theme; the first page needs only the one that is worn. */
export async function loadTheme(kind: ThemeKind): Promise<Theme> {
  const theme = loaded.get(kind) ?? (await loaders[kind]())
  loaded.set(kind, theme)
  return theme
}

/** A theme that was fetched before. */
export function themeOf(kind: ThemeKind): Theme | null {
  return loaded.get(kind) ?? null
}

/** Fetches what this choice shows now; the application does so before it renders. */
export async function prepareTheme(choice: ThemeChoice): Promise<void> {
  await loadTheme(choice === 'system' ? systemTheme() : choice)
}
