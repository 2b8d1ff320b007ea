/**
 * Who may know whom. An edge between features is a decision: it needs a page in docs/decisions.
 * Read by tests/architecture/imports.test.ts, which also shows that each rule here refuses what it should.
 */
const graph = {
  people: [],
  notices: ['people'],
  plan: ['people'],
  knowledge: ['notices', 'people'],
  tenant: ['people'],
  devices: ['tenant', 'notices', 'people', 'plan'],
  tickets: ['notices', 'people', 'plan', 'knowledge', 'devices'],
  invitations: ['people'],
  mailboxes: ['tickets', 'plan', 'people', 'invitations', 'tenant'],
  triage: ['tickets', 'knowledge', 'devices', 'plan', 'notices', 'people'],
  'vendor-cases': ['tickets', 'knowledge', 'devices', 'tenant', 'mailboxes', 'plan', 'notices', 'people'],
  bridges: ['tickets', 'triage', 'knowledge', 'tenant', 'plan', 'notices', 'people', 'invitations'],
  training: ['tickets', 'plan', 'knowledge', 'notices', 'people', 'invitations'],
  rollout: [
    'plan',
    'training',
    'tickets',
    'bridges',
    'tenant',
    'devices',
    'notices',
    'people',
    'forecast',
    'mailboxes',
  ],
  forecast: ['plan', 'tickets', 'people'],
  portal: ['tickets', 'plan', 'knowledge', 'people'],
  insights: [
    'people',
    'notices',
    'plan',
    'tenant',
    'knowledge',
    'devices',
    'invitations',
    'tickets',
    'mailboxes',
    'vendor-cases',
    'triage',
    'bridges',
    'training',
    'rollout',
    'forecast',
    'portal',
  ],
}

/** Tests, what only tests use (`testing/`), and settings of tools. */
const test = '[.](?:test|config)[.]tsx?$|/testing/'
const npm = 'node_modules/'
const typesAlone = ['type-only', 'type-import']

/** A regular expression for these parts (`domain`, `contract.ts`) of these features. */
function parts(features, names) {
  const inside = names.map((name) => (name.endsWith('.ts') ? `${name.replace('.', '[.]')}$` : `${name}/`))
  return `^src/features/(?:${features.join('|')})/(?:${inside.join('|')})`
}

function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: test },
    to: { pathNot: allowed, dependencyTypesNot: ['core'] },
  }
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from: { pathNot: test, ...from }, to }
}

/** Every actions file of a feature: `server/actions.ts` or, once split, `server/actions/…`. */
const actions = (features) => `^src/features/(?:${features.join('|')})/server/actions(?:[.]ts$|/)`

/** What one feature may do that others may not, each decided in docs/decisions. */
const exceptions = [
  // The plan's shape is its schema (0005).
  {
    name: 'zod-shapes-the-plan',
    comment: 'In the rules of the plan, zod is for the document alone; others may take its types.',
    severity: 'error',
    from: { path: '^src/features/plan/domain/(?!document/)', pathNot: test },
    to: { path: `${npm}zod/`, dependencyTypesNot: typesAlone },
  },
]

const perFeature = Object.entries(graph).flatMap(([feature, known]) => [
  only(
    `domain-is-pure:${feature}`,
    'Rules know the rules of allowed features and Temporal, nothing else.',
    parts([feature], ['domain']),
    [
      parts([feature, ...known], ['domain']),
      `${npm}temporal-polyfill/`,
      ...(feature === 'plan' ? [`${npm}zod/`] : []),
    ],
  ),
  only(
    `contract-is-thin:${feature}`,
    'A contract knows domains, contracts and zod.',
    parts([feature], ['contract.ts', 'contract']),
    [parts([feature, ...known], ['domain', 'contract.ts', 'contract']), `${npm}zod/`],
  ),
  only(
    `server-uses-actions:${feature}`,
    "A server knows its own feature, platform, integrations and others' domain, contract and actions: never their store, routes or jobs.",
    parts([feature], ['server']),
    [
      parts([feature], ['server', 'domain', 'contract.ts', 'contract', 'i18n']),
      '^src/(?:platform|integrations)/',
      ...(known.length > 0 ? [parts(known, ['domain', 'contract.ts', 'contract']), actions(known)] : []),
      npm,
    ],
  ),
  only(
    `web-knows-no-server:${feature}`,
    'Pages know pages, contracts, domains and the design system.',
    parts([feature], ['web']),
    [
      parts([feature], ['web', 'domain', 'contract.ts', 'contract', 'i18n']),
      '^src/ui/',
      ...(known.length > 0 ? [parts(known, ['web', 'domain', 'contract.ts', 'contract'])] : []),
      npm,
    ],
  ),
])

module.exports = {
  graph,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      importsFields: ['imports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
  forbidden: [
    ...perFeature,
    ...exceptions,
    never(
      'domain-knows-no-node',
      'Rules run in the browser too.',
      { path: '^src/features/[^/]+/(?:domain/|contract)' },
      { dependencyTypes: ['core'] },
    ),
    only('platform-knows-no-feature', 'The platform knows itself and npm.', '^src/platform/', [
      '^src/platform/',
      npm,
    ]),
    only('ui-knows-no-feature', 'The design system knows itself and npm.', '^src/ui/', ['^src/ui/', npm]),
    only(
      'integrations-know-no-feature',
      'Integrations know themselves, the platform and npm.',
      '^src/integrations/',
      ['^src/(?:integrations|platform)/', npm],
    ),
    never(
      'browser-knows-no-node',
      'Pages run in a browser.',
      { path: '^src/(?:ui/|app/web/|features/[^/]+/web/)' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'browser-takes-types-of-contracts',
      'zod stays out of the browser bundle.',
      { path: '^src/(?:ui/|app/web/|features/[^/]+/web/)' },
      { path: ['^src/features/[^/]+/contract', `${npm}zod/`], dependencyTypesNot: typesAlone },
    ),
    never(
      'app-is-imported-by-nobody',
      'Composition roots stand on top.',
      { path: '^src/', pathNot: [test, '^src/app/'] },
      { path: '^src/app/' },
    ),
    never(
      'tests-are-imported-by-nobody',
      'The product stands without its tests, benches and simulators.',
      { path: '^src/', pathNot: [test] },
      { path: '^(?:tests|bench)/|[.]test[.]tsx?$|/testing/' },
    ),
    never(
      'simulators-are-for-the-demo',
      'Only the composition roots may start a simulator.',
      { path: '^src/', pathNot: [test, '^src/app/'] },
      { path: '^simulators/' },
    ),
    never(
      'product-needs-no-dev-dependency',
      'What runs is declared in dependencies.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: typesAlone },
    ),
    never('no-cycle', 'No file reaches itself.', { path: '^src/' }, { circular: true }),
    never('resolves', 'Every import leads somewhere.', { path: '^src/', pathNot: [] }, { couldNotResolve: true }),
  ],
}
