import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const triagePages: FeaturePages = { words: 'triage', pages: [] }
