import type { FeaturePages } from '#ui/pages/feature-pages.ts'

const workers = ['agent', 'lead'] as const

export const trainingPages: FeaturePages = {
  words: 'training',
  pages: [
    {
      path: '/training/practice',
      frame: 'desk',
      access: workers,
      load: () => import('./practice/PracticePage.tsx').then((module) => module.PracticePage),
    },
    {
      path: '/training/practice/$id',
      frame: 'desk',
      access: workers,
      load: () => import('./practice/ResultPage.tsx').then((module) => module.ResultPage),
    },
  ],
  whilePractising: { load: () => import('./practice/PracticeBanner.tsx').then((module) => module.PracticeBanner) },
  fills: [
    {
      slot: 'tickets.aside',
      roles: workers,
      load: () => import('./practice/PracticeAside.tsx').then((module) => module.PracticeAside),
    },
  ],
}
