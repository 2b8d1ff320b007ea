import type { ThemeChoice } from '#ui/person/signed-in.tsx'
import { asLanguage, type Language } from '#ui/words/words.ts'

const languageKey = 'tierwise.language'
const themeKey = 'tierwise.theme'
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'high-contrast']

/** What this browser remembers for the time before one is signed in. */
export const remembered = {
  language: (): Language => asLanguage(localStorage.getItem(languageKey) ?? navigator.language),
  setLanguage: (language: Language) => localStorage.setItem(languageKey, language),
  theme: (): ThemeChoice => choices.find((choice) => choice === localStorage.getItem(themeKey)) ?? 'system',
  setTheme: (theme: ThemeChoice) => localStorage.setItem(themeKey, theme),
}
