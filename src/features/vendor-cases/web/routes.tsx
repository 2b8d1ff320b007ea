import { CloudArrowUpFilled, CloudArrowUpRegular } from '@fluentui/react-icons/svg/cloud-arrow-up'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

/** Who works on support; requesters know nothing of cases. */
const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const

export const vendorCasePages: FeaturePages = {
  words: 'vendor-cases',
  pages: [
    {
      path: '/cases',
      frame: 'desk',
      access: staff,
      load: () => import('./CasesPage.tsx').then((module) => module.CasesPage),
    },
    {
      path: '/cases/$id',
      frame: 'desk',
      access: staff,
      load: () => import('./one/CasePage.tsx').then((module) => module.CasePage),
    },
  ],
  nav: [
    {
      to: '/cases',
      label: { in: 'app', key: 'nav.vendor' },
      icon: CloudArrowUpRegular,
      iconFilled: CloudArrowUpFilled,
      order: 25,
      roles: staff,
      key: 'v',
    },
  ],
  fills: [
    {
      slot: 'tickets.aside',
      roles: staff,
      load: () => import('./TicketCase.tsx').then((module) => module.TicketCase),
    },
    {
      slot: 'tickets.vendorCase',
      roles: staff,
      load: () => import('./OpenCaseDialog.tsx').then((module) => module.OpenCaseDialog),
    },
    {
      slot: 'tickets.today',
      roles: staff,
      shows: ['vendor-cases'],
      load: () => import('./TodayCases.tsx').then((module) => module.TodayCases),
    },
  ],
}
