import type { FeaturePages } from '#ui/pages/feature-pages.ts'

/** Who works at the desk has a bell. */
const deskRoles = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']

export const noticePages: FeaturePages = {
  words: 'notices',
  pages: [],
  topBar: { roles: deskRoles, load: () => import('./Bell.tsx').then((module) => module.Bell) },
}
