import { ClipboardTaskFilled, ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task'
import type { FeaturePages } from '#ui/pages/feature-pages.ts'
import type { SupportPlan } from '../domain/document/support-plan.ts'
import { planEditors, planReaders } from '../domain/versions/version.ts'

/** Beside a plan: how it is expected to hold. A feature above the plan says it. */
declare module '#ui/pages/slots.tsx' {
  interface Slots {
    'plan.outlook': { readonly document: SupportPlan; readonly plan: 'published' | 'draft' }
    /** Above the draft: what others propose that the plan should say. */
    'plan.proposals': object
    /** In the dialog that publishes the draft: what that asks of others. */
    'plan.publishing': { readonly number: number }
  }
}

export const planPages: FeaturePages = {
  words: 'plan',
  pages: [
    {
      path: '/plan',
      frame: 'desk',
      access: planReaders,
      load: () => import('./PlanPage.tsx').then((module) => module.PlanPage),
    },
    {
      path: '/plan/import',
      frame: 'desk',
      access: planEditors,
      load: () => import('./file/ImportPage.tsx').then((module) => module.ImportPage),
    },
    {
      path: '/plan/versions',
      frame: 'desk',
      access: planReaders,
      load: () => import('./versions/VersionsPage.tsx').then((module) => module.VersionsPage),
    },
    {
      path: '/plan/versions/compare',
      frame: 'desk',
      access: planReaders,
      load: () => import('./versions/ComparePage.tsx').then((module) => module.ComparePage),
    },
    {
      path: '/plan/versions/$number',
      frame: 'desk',
      access: planReaders,
      load: () => import('./versions/VersionPage.tsx').then((module) => module.VersionPage),
    },
    {
      path: '/plan/versions/$number/documents',
      frame: 'desk',
      access: planReaders,
      load: () => import('./documents/DocumentsPage.tsx').then((module) => module.DocumentsPage),
    },
    {
      path: '/plan/draft',
      frame: 'desk',
      access: planEditors,
      load: () => import('./edit/EditPage.tsx').then((module) => module.EditPage),
    },
  ],
  nav: [
    {
      to: '/plan',
      label: { in: 'app', key: 'nav.plan' },
      icon: ClipboardTaskRegular,
      iconFilled: ClipboardTaskFilled,
      order: 40,
      roles: planReaders,
      key: 'p',
    },
  ],
}
