/** A small tree for each import rule, in which one import breaks that rule. */
export type Violation = {
  readonly rule: string
  readonly file: string
  readonly imports: string
  /** Files that the tree holds beside `file`; each exports `x`. */
  readonly beside?: readonly string[]
}

export const violations: readonly Violation[] = [
  {
    rule: 'domain-is-pure:people',
    file: 'src/features/people/domain/person.ts',
    imports: "import { x } from '#features/tickets/domain/ticket.ts'",
    beside: ['src/features/tickets/domain/ticket.ts'],
  },
  {
    rule: 'domain-is-pure:tickets',
    file: 'src/features/tickets/domain/ticket.ts',
    imports: "import type { x } from '#features/tickets/server/store.ts'",
    beside: ['src/features/tickets/server/store.ts'],
  },
  {
    rule: 'domain-is-pure:rollout',
    file: 'src/features/rollout/domain/wave.ts',
    imports: "import { z as x } from 'zod'",
  },
  {
    rule: 'zod-shapes-the-plan',
    file: 'src/features/plan/domain/support-hours.ts',
    imports: "import { z as x } from 'zod'",
  },
  {
    rule: 'domain-knows-no-node',
    file: 'src/features/tickets/domain/ticket.ts',
    imports: "import { readFileSync as x } from 'node:fs'",
  },
  {
    rule: 'contract-is-thin:plan',
    file: 'src/features/plan/contract.ts',
    imports: "import type { x } from '#platform/errors.ts'",
    beside: ['src/platform/errors.ts'],
  },
  {
    rule: 'contract-is-thin:knowledge',
    file: 'src/features/knowledge/contract.ts',
    imports: "import type { x } from '#features/tickets/contract.ts'",
    beside: ['src/features/tickets/contract.ts'],
  },
  {
    rule: 'server-uses-actions:mailboxes',
    file: 'src/features/mailboxes/server/intake.ts',
    imports: "import { x } from '#features/tickets/server/store.ts'",
    beside: ['src/features/tickets/server/store.ts'],
  },
  {
    rule: 'server-uses-actions:portal',
    file: 'src/features/portal/server/routes.ts',
    imports: "import { x } from '#features/tickets/server/jobs.ts'",
    beside: ['src/features/tickets/server/jobs.ts'],
  },
  {
    rule: 'server-uses-actions:people',
    file: 'src/features/people/server/actions.ts',
    imports: "import { x } from '#features/plan/server/actions.ts'",
    beside: ['src/features/plan/server/actions.ts'],
  },
  {
    rule: 'server-uses-actions:tickets',
    file: 'src/features/tickets/server/mails.ts',
    imports: "import { x } from '#features/tickets/web/queries.ts'",
    beside: ['src/features/tickets/web/queries.ts'],
  },
  {
    rule: 'web-knows-no-server:tickets',
    file: 'src/features/tickets/web/TicketPage.tsx',
    imports: "import { x } from '#features/tickets/server/actions.ts'",
    beside: ['src/features/tickets/server/actions.ts'],
  },
  {
    rule: 'web-knows-no-server:plan',
    file: 'src/features/plan/web/PlanPage.tsx',
    imports: "import { x } from '#features/tickets/web/TicketList.tsx'",
    beside: ['src/features/tickets/web/TicketList.tsx'],
  },
  {
    rule: 'platform-knows-no-feature',
    file: 'src/platform/http/serve.ts',
    imports: "import type { x } from '#features/people/domain/person.ts'",
    beside: ['src/features/people/domain/person.ts'],
  },
  {
    rule: 'platform-knows-no-feature',
    file: 'src/platform/outbox/deliver.ts',
    imports: "import { x } from '#integrations/mail/send.ts'",
    beside: ['src/integrations/mail/send.ts'],
  },
  {
    rule: 'ui-knows-no-feature',
    file: 'src/ui/tier/TierBadge.tsx',
    imports: "import type { x } from '#features/plan/domain/tiers.ts'",
    beside: ['src/features/plan/domain/tiers.ts'],
  },
  {
    rule: 'integrations-know-no-feature',
    file: 'src/integrations/mail/parse.ts',
    imports: "import { x } from '#features/tickets/server/actions.ts'",
    beside: ['src/features/tickets/server/actions.ts'],
  },
  {
    rule: 'browser-knows-no-node',
    file: 'src/ui/time/clock.ts',
    imports: "import { performance as x } from 'node:perf_hooks'",
  },
  {
    rule: 'browser-takes-types-of-contracts',
    file: 'src/features/plan/web/queries.ts',
    imports: "import { x } from '#features/plan/contract.ts'",
    beside: ['src/features/plan/contract.ts'],
  },
  {
    rule: 'app-is-imported-by-nobody',
    file: 'src/features/insights/web/menu.ts',
    imports: "import { x } from '#app/features.ts'",
    beside: ['src/app/features.ts'],
  },
  {
    rule: 'tests-are-imported-by-nobody',
    file: 'src/app/demo.ts',
    imports: "import { x } from '../../tests/support/people.ts'",
    beside: ['tests/support/people.ts'],
  },
  {
    rule: 'tests-are-imported-by-nobody',
    file: 'src/features/tickets/domain/ticket.ts',
    imports: "import { x } from './testing/scenes.ts'",
    beside: ['src/features/tickets/domain/testing/scenes.ts'],
  },
  {
    rule: 'simulators-are-for-the-demo',
    file: 'src/integrations/microsoft-graph/client.ts',
    imports: "import { x } from '../../../simulators/microsoft-graph/tenant.ts'",
    beside: ['simulators/microsoft-graph/tenant.ts'],
  },
  {
    rule: 'product-needs-no-dev-dependency',
    file: 'src/platform/clock.ts',
    imports: "import fc, { x } from 'fast-check'",
  },
  {
    rule: 'no-cycle',
    file: 'src/features/tickets/domain/ticket.ts',
    imports: "import type { x } from './ticket.ts'",
  },
  {
    rule: 'resolves',
    file: 'src/app/cli.ts',
    imports: "import { x } from '#platform/nowhere.ts'",
  },
]
