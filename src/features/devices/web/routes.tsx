import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const devicePages: FeaturePages = { words: 'devices', pages: [] }
