import { LightbulbFilled, LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'
import { staffRoles } from '#features/people/domain/person.ts'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'

declare module '#ui/pages/slots.tsx' {
  interface Slots {
    /** Below the resources of a tier, or of everybody (null): what others know of. */
    'knowledge.resources': { readonly tier: number | null }
    /** Beside a known issue: the tickets that it came from and was of use in. */
    'knowledge.tickets': { readonly ticketIds: readonly string[] }
  }
}

const writers = ['agent', 'lead', 'plan-owner'] as const

export const knowledgePages: FeaturePages = {
  words: 'knowledge',
  pages: [
    {
      path: '/knowledge',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./list/KnowledgePage.tsx').then((module) => module.KnowledgePage),
    },
    {
      path: '/knowledge/new',
      frame: 'desk',
      access: writers,
      load: () => import('./edit/NewIssuePage.tsx').then((module) => module.NewIssuePage),
    },
    {
      path: '/knowledge/review',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./review/ReviewPage.tsx').then((module) => module.ReviewPage),
    },
    {
      path: '/knowledge/resources',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./resources/ResourcesPage.tsx').then((module) => module.ResourcesPage),
    },
    {
      path: '/knowledge/$id',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./issue/IssuePage.tsx').then((module) => module.IssuePage),
    },
    {
      path: '/knowledge/$id/edit',
      frame: 'desk',
      access: writers,
      load: () => import('./edit/EditIssuePage.tsx').then((module) => module.EditIssuePage),
    },
    {
      path: '/knowledge/$id/history',
      frame: 'desk',
      access: staffRoles,
      load: () => import('./review/HistoryPage.tsx').then((module) => module.HistoryPage),
    },
  ],
  nav: [
    {
      to: '/knowledge',
      label: { in: 'app', key: 'nav.knowledge' },
      icon: LightbulbRegular,
      iconFilled: LightbulbFilled,
      order: 40,
      roles: staffRoles,
      key: 'k',
    },
  ],
}
