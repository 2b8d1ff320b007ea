import { PeopleTeamFilled, PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

/** Who works on support; requesters know nothing of bridges. */
const staff = ['agent', 'lead', 'plan-owner', 'rollout-manager', 'administrator', 'auditor'] as const

export const bridgePages: FeaturePages = {
  words: 'bridges',
  pages: [
    {
      path: '/bridge',
      frame: 'desk',
      access: staff,
      load: () => import('./BridgePage.tsx').then((module) => module.BridgePage),
    },
    {
      path: '/bridge/figures',
      frame: 'desk',
      access: staff,
      load: () => import('./figures/FiguresPage.tsx').then((module) => module.FiguresPage),
    },
    {
      path: '/bridge/$id',
      frame: 'desk',
      access: staff,
      load: () => import('./room/RoomPage.tsx').then((module) => module.RoomPage),
    },
    {
      path: '/bridge/$id/minutes',
      frame: 'desk',
      access: staff,
      load: () => import('./minutes/MinutesPage.tsx').then((module) => module.MinutesPage),
    },
  ],
  nav: [
    {
      to: '/bridge',
      label: { in: 'app', key: 'nav.bridge' },
      icon: PeopleTeamRegular,
      iconFilled: PeopleTeamFilled,
      order: 30,
      roles: staff,
      key: 'b',
    },
  ],
  always: {
    roles: staff,
    load: () => import('./BridgeAlways.tsx').then((module) => module.BridgeAlways),
  },
  fills: [
    {
      slot: 'plan.proposals',
      roles: ['plan-owner', 'administrator'],
      load: () => import('./PlanProposals.tsx').then((module) => module.PlanProposals),
    },
    {
      slot: 'tickets.aside',
      roles: staff,
      load: () => import('./TicketBridge.tsx').then((module) => module.TicketBridge),
    },
    {
      slot: 'tickets.today',
      roles: staff,
      load: () => import('./TodayBridge.tsx').then((module) => module.TodayBridge),
    },
    {
      slot: 'triage.burst',
      roles: ['lead', 'plan-owner', 'administrator'],
      load: () => import('./BurstBridge.tsx').then((module) => module.BurstBridge),
    },
  ],
}
