import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const tenantPages: FeaturePages = { words: 'tenant', pages: [] }
