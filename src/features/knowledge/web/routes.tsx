import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const knowledgePages: FeaturePages = { words: 'knowledge', pages: [] }
