import { HomeFilled, HomeRegular } from '@fluentui/react-icons/svg/home'
import { MailInboxFilled, MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'
import { migrators } from '../domain/migrators.ts'
import type { PersonMoveName } from '../domain/moves.ts'
import type { ChosenIssue } from './moves/chosen-issue.ts'
import { deskRoles } from './desk-roles.ts'

declare module '#ui/pages/slots.tsx' {
  interface Slots {
    /** Beside a ticket, above what is known of it. */
    'tickets.aside': {
      readonly ticketId: string
      readonly number: number
      readonly requesterId: string
      /** Opens the dialog of a move; with a known issue, its cause and solution stand in it. */
      readonly begin: (move: PersonMoveName, known?: ChosenIssue) => void
    }
    /** Where a diagnosis is read that names a known issue: what to check and what helps. */
    'tickets.knownIssue': { readonly ticketId: string; readonly issueId: string }
    /** In the dialog that records a cause: the known issues that it may be. `chosen` is the one that is linked. */
    'tickets.knownIssues': {
      readonly ticketId: string
      readonly chosen: string | null
      readonly onChoose: (issue: ChosenIssue) => void
    }
    /** Where a ticket cannot be moved because a certification is missing: what mends that. */
    'tickets.refusal': { readonly tier: number }
    /** The dialog that turns to the vendor. */
    'tickets.vendorCase': {
      readonly ticketId: string
      readonly number: number
      readonly onClose: () => void
    }
    /** Beside the duties of today: what a person has to do besides tickets. */
    'tickets.today': object
  }
}

export const ticketPages: FeaturePages = {
  words: 'tickets',
  pages: [
    {
      path: '/today',
      frame: 'desk',
      access: deskRoles,
      load: () => import('./today/TodayPage.tsx').then((module) => module.TodayPage),
    },
    {
      path: '/desk',
      frame: 'desk',
      access: deskRoles,
      load: () => import('./desk/DeskPage.tsx').then((module) => module.DeskPage),
    },
    {
      path: '/plan/versions/tickets',
      frame: 'desk',
      access: deskRoles,
      load: () => import('./migration/VersionsInUsePage.tsx').then((module) => module.VersionsInUsePage),
    },
    {
      path: '/plan/versions/$number/tickets',
      frame: 'desk',
      access: migrators,
      load: () => import('./migration/MigrationPage.tsx').then((module) => module.MigrationPage),
    },
    {
      path: '/tickets/$number',
      frame: 'desk',
      access: deskRoles,
      load: () => import('./TicketPage.tsx').then((module) => module.TicketPage),
    },
  ],
  nav: [
    {
      to: '/today',
      label: { in: 'app', key: 'nav.today' },
      icon: HomeRegular,
      iconFilled: HomeFilled,
      order: 10,
      roles: deskRoles,
      key: 't',
    },
    {
      to: '/desk',
      label: { in: 'app', key: 'nav.desk' },
      icon: MailInboxRegular,
      iconFilled: MailInboxFilled,
      order: 20,
      roles: deskRoles,
      key: 'd',
    },
  ],
  fills: [
    {
      slot: 'knowledge.tickets',
      roles: deskRoles,
      load: () => import('./known-issue/IssueTickets.tsx').then((module) => module.IssueTickets),
    },
  ],
  always: {
    roles: deskRoles,
    load: () => import('./TicketAlways.tsx').then((module) => module.TicketAlways),
  },
}
