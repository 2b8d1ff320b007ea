import { readFileSync } from 'node:fs'

export type Language = 'nl' | 'en'
/** The words of the catalogues, as the pages say them: `say('tickets', 'moves.escalate.label', { tier: 2 })`. */
export type Say = (catalogue: Catalogue, key: string, values?: Readonly<Record<string, string | number>>) => string

const catalogues = {
  app: '../../src/app/web/i18n/',
  ui: '../../src/ui/i18n/',
  bridges: '../../src/features/bridges/i18n/',
  mailboxes: '../../src/features/mailboxes/i18n/',
  people: '../../src/features/people/i18n/',
  notices: '../../src/features/notices/i18n/',
  plan: '../../src/features/plan/i18n/',
  portal: '../../src/features/portal/i18n/',
  rollout: '../../src/features/rollout/i18n/',
  tenant: '../../src/features/tenant/i18n/',
  tickets: '../../src/features/tickets/i18n/',
  devices: '../../src/features/devices/i18n/',
  training: '../../src/features/training/i18n/',
  knowledge: '../../src/features/knowledge/i18n/',
  triage: '../../src/features/triage/i18n/',
  'vendor-cases': '../../src/features/vendor-cases/i18n/',
} as const
export type Catalogue = keyof typeof catalogues

const read = new Map<string, unknown>()

function catalogueOf(catalogue: Catalogue, language: Language): unknown {
  const file = `${catalogues[catalogue]}${language}.json`
  if (!read.has(file)) read.set(file, JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))
  return read.get(file)
}

export function wordsOf(language: Language): Say {
  return (catalogue, key, values = {}) => {
    const plural = 'count' in values ? (values['count'] === 1 ? `${key}_one` : `${key}_other`) : key
    const found = key
      .split('.')
      .slice(0, -1)
      .reduce<unknown>((node, part) => property(node, part), catalogueOf(catalogue, language))
    const last = key.split('.').at(-1) ?? key
    const text = property(found, plural.slice(key.length - last.length)) ?? property(found, last)
    if (typeof text !== 'string') throw new Error(`${catalogue} has no words for ${key} in ${language}`)
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? `{{${name}}}`))
  }
}

function property(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : undefined
}
