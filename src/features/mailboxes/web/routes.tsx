import { MailFilled, MailRegular } from '@fluentui/react-icons/svg/mail'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

const keepers = ['administrator', 'lead'] as const

export const mailboxPages: FeaturePages = {
  words: 'mailboxes',
  pages: [
    {
      path: '/mail',
      frame: 'desk',
      access: keepers,
      load: () => import('./aside/AsidePage.tsx').then((module) => module.AsidePage),
    },
    {
      path: '/mail/in/$id',
      frame: 'desk',
      access: keepers,
      load: () => import('./aside/InboundMailPage.tsx').then((module) => module.InboundMailPage),
    },
    {
      path: '/mail/sent',
      frame: 'desk',
      access: keepers,
      load: () => import('./sent/SentPage.tsx').then((module) => module.SentPage),
    },
    {
      path: '/mail/addresses',
      frame: 'desk',
      access: keepers,
      load: () => import('./sent/AddressesPage.tsx').then((module) => module.AddressesPage),
    },
    {
      path: '/mail/mailboxes',
      frame: 'desk',
      access: ['administrator'],
      load: () => import('./settings/MailboxesPage.tsx').then((module) => module.MailboxesPage),
    },
  ],
  nav: [
    {
      to: '/mail',
      label: { in: 'app', key: 'nav.mailboxes' },
      icon: MailRegular,
      iconFilled: MailFilled,
      order: 87,
      roles: keepers,
      key: 'm',
    },
  ],
}
