import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const bridgePages: FeaturePages = { words: 'bridges', pages: [] }
