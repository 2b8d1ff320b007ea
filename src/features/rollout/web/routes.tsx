import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const rolloutPages: FeaturePages = { words: 'rollout', pages: [] }
