import type bridges from '#features/bridges/i18n/en.json'
import type forecast from '#features/forecast/i18n/en.json'
import type mailboxes from '#features/mailboxes/i18n/en.json'
import type notices from '#features/notices/i18n/en.json'
import type people from '#features/people/i18n/en.json'
import type plan from '#features/plan/i18n/en.json'
import type portal from '#features/portal/i18n/en.json'
import type rollout from '#features/rollout/i18n/en.json'
import type tickets from '#features/tickets/i18n/en.json'
import type training from '#features/training/i18n/en.json'
import type tenant from '#features/tenant/i18n/en.json'
import type devices from '#features/devices/i18n/en.json'
import type triage from '#features/triage/i18n/en.json'
import type vendorCaseWords from '#features/vendor-cases/i18n/en.json'
import type knowledge from '#features/knowledge/i18n/en.json'
import type { LoadCatalogue } from '#ui/words/words.ts'
import type app from './i18n/en.json'

// A feature adds its catalogue here (`import type tickets from '#features/tickets/i18n/en.json'`),
// so that `useWords('tickets')` knows its keys.
declare module '#ui/words/words.ts' {
  interface Catalogues {
    app: typeof app
    plan: typeof plan
    forecast: typeof forecast
    people: typeof people
    notices: typeof notices
    tickets: typeof tickets
    mailboxes: typeof mailboxes
    portal: typeof portal
    bridges: typeof bridges
    training: typeof training
    rollout: typeof rollout
    knowledge: typeof knowledge
    'vendor-cases': typeof vendorCaseWords
    triage: typeof triage
    devices: typeof devices
    tenant: typeof tenant
  }
}

type Catalogue = Record<string, unknown>
const files = {
  ...import.meta.glob<Catalogue>('../../features/*/i18n/*.json', { import: 'default' }),
  ...import.meta.glob<Catalogue>('../../ui/i18n/*.json', { import: 'default' }),
  ...import.meta.glob<Catalogue>('./i18n/*.json', { import: 'default' }),
}

function folderOf(namespace: string): string {
  if (namespace === 'ui') return '../../ui'
  if (namespace === 'app') return '.'
  return `../../features/${namespace}`
}

/** Loads one catalogue: a chunk per feature and language. */
export const loadCatalogue: LoadCatalogue = async (language, namespace) => {
  const load = files[`${folderOf(namespace)}/i18n/${language}.json`]
  if (!load) throw new Error(`There is no catalogue ${namespace} in ${language}`)
  return load()
}
