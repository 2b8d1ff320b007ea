import { HatGraduationFilled, HatGraduationRegular } from '@fluentui/react-icons/svg/hat-graduation'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

const workers = ['agent', 'lead'] as const
const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const

export const trainingPages: FeaturePages = {
  words: 'training',
  pages: [
    {
      path: '/training',
      frame: 'desk',
      access: staff,
      load: () => import('./home/TrainingPage.tsx').then((module) => module.TrainingPage),
    },
    {
      path: '/training/courses/$key',
      frame: 'desk',
      access: staff,
      load: () => import('./courses/CoursePage.tsx').then((module) => module.CoursePage),
    },
    {
      path: '/training/courses/$key/questions',
      frame: 'desk',
      access: staff,
      load: () => import('./courses/QuestionsPage.tsx').then((module) => module.QuestionsPage),
    },
    {
      path: '/training/sessions/$id',
      frame: 'desk',
      access: staff,
      load: () => import('./sessions/SessionPage.tsx').then((module) => module.SessionPage),
    },
    {
      path: '/training/lineage',
      frame: 'desk',
      access: staff,
      load: () => import('./lineage/LineagePage.tsx').then((module) => module.LineagePage),
    },
    {
      path: '/training/tests/$id',
      frame: 'desk',
      access: staff,
      load: () => import('./tests/TestPage.tsx').then((module) => module.TestPage),
    },
    {
      path: '/training/attend',
      frame: 'desk',
      access: staff,
      load: () => import('./attend/AttendPage.tsx').then((module) => module.AttendPage),
    },
    {
      path: '/training/certificates/$number',
      frame: 'desk',
      access: staff,
      load: () => import('./certificates/CertificatePage.tsx').then((module) => module.CertificatePage),
    },
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
    {
      path: '/training/retraining',
      frame: 'desk',
      access: staff,
      load: () => import('./retraining/RetrainingPage.tsx').then((module) => module.RetrainingPage),
    },
    {
      path: '/training/retraining/$id',
      frame: 'desk',
      access: staff,
      load: () => import('./retraining/RetrainingItemPage.tsx').then((module) => module.RetrainingItemPage),
    },
  ],
  nav: [
    {
      to: '/training',
      label: { in: 'app', key: 'nav.training' },
      icon: HatGraduationRegular,
      iconFilled: HatGraduationFilled,
      order: 50,
      roles: staff,
      key: 'l',
    },
  ],
  whilePractising: { load: () => import('./practice/PracticeBanner.tsx').then((module) => module.PracticeBanner) },
  fills: [
    {
      slot: 'knowledge.resources',
      load: () => import('./resources/PlanResources.tsx').then((module) => module.PlanResources),
    },
    {
      slot: 'tickets.aside',
      roles: workers,
      load: () => import('./practice/PracticeAside.tsx').then((module) => module.PracticeAside),
    },
    {
      slot: 'tickets.refusal',
      roles: workers,
      load: () => import('./retraining/Mending.tsx').then((module) => module.Mending),
    },
    {
      slot: 'plan.publishing',
      load: () => import('./retraining/PublishingPreview.tsx').then((module) => module.PublishingPreview),
    },
  ],
}
