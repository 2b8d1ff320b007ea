import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const trainingPages: FeaturePages = { words: 'training', pages: [] }
