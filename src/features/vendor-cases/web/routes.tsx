import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const vendorCasePages: FeaturePages = { words: 'vendor-cases', pages: [] }
