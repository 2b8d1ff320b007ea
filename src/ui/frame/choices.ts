import type { ThemeChoice } from '../person/signed-in.tsx'
import type { Language } from '../words/words.ts'

export const languages: readonly Language[] = ['nl', 'en']
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'high-contrast']
