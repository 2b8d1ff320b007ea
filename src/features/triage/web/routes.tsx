import type { FeaturePages } from '#ui/pages/feature-pages.ts'

declare module '#ui/pages/slots.tsx' {
  interface Slots {
    /** Among the answers to a burst of like tickets, for who decides what it is. */
    'triage.burst': { readonly tickets: readonly { readonly id: string; readonly number: number }[] }
  }
}

const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor']

export const triagePages: FeaturePages = {
  words: 'triage',
  pages: [
    {
      path: '/desk/findings',
      frame: 'desk',
      access: staff,
      load: () => import('./findings/FindingsPage.tsx').then((module) => module.FindingsPage),
    },
    {
      path: '/causes',
      frame: 'desk',
      access: staff,
      load: () => import('./causes/CausesPage.tsx').then((module) => module.CausesPage),
    },
    {
      path: '/causes/shift-left',
      frame: 'desk',
      access: staff,
      load: () => import('./shift-left/ShiftLeftPage.tsx').then((module) => module.ShiftLeftPage),
    },
    {
      path: '/causes/$id',
      frame: 'desk',
      access: staff,
      load: () => import('./causes/CausePage.tsx').then((module) => module.CausePage),
    },
  ],
  fills: [
    {
      slot: 'tickets.today',
      roles: staff,
      shows: ['devices.findings'],
      load: () => import('./findings/TodayFindings.tsx').then((module) => module.TodayFindings),
    },
    {
      slot: 'tickets.today',
      roles: staff,
      shows: ['triage.burst'],
      load: () => import('./causes/TodayBursts.tsx').then((module) => module.TodayBursts),
    },
    {
      slot: 'tickets.aside',
      roles: staff,
      load: () => import('./candidates/TriageAside.tsx').then((module) => module.TriageAside),
    },
    {
      slot: 'tickets.aside',
      roles: staff,
      load: () => import('./similar/SimilarAside.tsx').then((module) => module.SimilarAside),
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
