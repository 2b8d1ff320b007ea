import type { FeaturePages } from '#ui/pages/feature-pages.ts'
import type { Device } from '../domain/context.ts'
import { contextReaders } from '../domain/readers.ts'

declare module '#ui/pages/slots.tsx' {
  interface Slots {
    /** On the card of a device beside a ticket: what may be done with it. */
    'devices.card': { readonly device: Device; readonly personId: string; readonly ticketId: string }
  }
}

export const devicePages: FeaturePages = {
  words: 'devices',
  pages: [
    {
      path: '/settings/intune/actions',
      frame: 'desk',
      access: ['administrator', 'auditor', 'lead'],
      load: () => import('./actions/ActionsPage.tsx').then((module) => module.ActionsPage),
    },
  ],
  fills: [
    {
      slot: 'devices.card',
      roles: contextReaders,
      load: () => import('./actions/DeviceActions.tsx').then((module) => module.DeviceActions),
    },
    {
      slot: 'tickets.aside',
      roles: contextReaders,
      load: () => import('./ContextAside.tsx').then((module) => module.ContextAside),
    },
  ],
}
