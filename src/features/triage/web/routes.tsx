import type { FeaturePages } from '#ui/pages/feature-pages.ts'

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']

export const triagePages: FeaturePages = {
  words: 'triage',
  pages: [],
  fills: [
    {
      slot: 'tickets.aside',
      roles: staff,
      load: () => import('./candidates/TriageAside.tsx').then((module) => module.TriageAside),
    },
    {
      slot: 'tickets.knownIssue',
      roles: staff,
      load: () => import('./candidates/LinkedIssue.tsx').then((module) => module.LinkedIssue),
    },
    {
      slot: 'tickets.knownIssues',
      roles: staff,
      load: () => import('./candidates/CandidateChoice.tsx').then((module) => module.CandidateChoice),
    },
  ],
}
