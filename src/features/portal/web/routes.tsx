import { ChatHelpFilled, ChatHelpRegular } from '@fluentui/react-icons/svg/chat-help'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

export const portalPages: FeaturePages = {
  words: 'portal',
  pages: [
    {
      path: '/portal',
      frame: 'portal',
      load: () => import('./MyTicketsPage.tsx').then((module) => module.MyTicketsPage),
    },
    {
      path: '/portal/report',
      frame: 'portal',
      load: () => import('./report/ReportPage.tsx').then((module) => module.ReportPage),
    },
    {
      path: '/portal/tickets/$number',
      frame: 'portal',
      load: () => import('./MyTicketPage.tsx').then((module) => module.MyTicketPage),
    },
    {
      path: '/visit',
      frame: 'bare',
      access: 'anyone',
      load: () => import('./VisitPage.tsx').then((module) => module.VisitPage),
    },
  ],
  nav: [
    {
      to: '/portal',
      label: { in: 'app', key: 'nav.portal' },
      icon: ChatHelpRegular,
      iconFilled: ChatHelpFilled,
      order: 85,
    },
  ],
}
