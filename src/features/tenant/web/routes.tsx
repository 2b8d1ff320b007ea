import { PlugConnectedFilled, PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

const readers = ['administrator', 'auditor'] as const

export const tenantPages: FeaturePages = {
  words: 'tenant',
  pages: [
    {
      path: '/settings/intune',
      frame: 'desk',
      access: readers,
      load: () => import('./TenantPage.tsx').then((module) => module.TenantPage),
    },
  ],
  nav: [
    {
      to: '/settings/intune',
      label: { in: 'app', key: 'nav.tenant' },
      icon: PlugConnectedRegular,
      iconFilled: PlugConnectedFilled,
      order: 92,
      roles: readers,
      key: 'i',
    },
  ],
}
