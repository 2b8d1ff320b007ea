import type { SupportPlan } from '../../document/support-plan.ts'
import type { Text } from '../../document/text.ts'
import type { Category, Edge, EvidenceItem } from '../../document/process.ts'
import {
  about,
  type At,
  bag,
  byKey,
  byName,
  change,
  chosen,
  type Differ,
  everything,
  field,
  inOrder,
  list,
  listOf,
  parts,
  plain,
  say,
  sentence,
  shortName,
  textOf,
} from './differ.ts'
import { categoryNamed, evidenceNamed } from './naming.ts'
import type { Word, Words } from './plan-change.ts'

export const platformWords = (platforms: readonly string[]) =>
  listOf(
    platforms.map((platform) => say(`platforms.${platform}`)),
    everything,
  )
const platforms = field<readonly string[]>('platforms', platformWords)

type AppliesTo = EvidenceItem['appliesTo']

/** Long lists of categories are counted: which they are stands in the plan. */
function categoryWords(categories: readonly string[], plan: SupportPlan): Word {
  return categories.length > 3
    ? say('changes.categories', { count: categories.length })
    : listOf(
        categories.map((key) => categoryNamed(key, plan)),
        everything,
      )
}

function where({ categories, platforms: only }: AppliesTo, plan: SupportPlan): Word | null {
  const both = [
    ...(only.length > 0 ? [platformWords(only)] : []),
    ...(categories.length > 0 ? [categoryWords(categories, plan)] : []),
  ]
  const [one, other] = both
  if (one && other) return say('changes.both', { one, other })
  return one ?? null
}

function edgeAt({ place, after }: At): { readonly from: number; readonly to: number } {
  const edge = after.process.edges[Number(place[place.indexOf('edges') + 1])]
  return { from: edge?.from ?? 0, to: edge?.to ?? 0 }
}

function asked(item: EvidenceItem, at: At): { readonly code: string; readonly values: Words } {
  const limit = where(item.appliesTo, at.after)
  const code = item.required ? 'evidence-required' : 'evidence-optional'
  const values = { ...edgeAt(at), name: { text: item.name } }
  return limit ? { code: `${code}-for`, values: { ...values, limit } } : { code, values }
}

const optionNamed = ({ name }: EvidenceItem['options'][number]) => about('option', { name: { text: name } })

const appliesTo: Differ<AppliesTo> = parts<AppliesTo>({
  platforms,
  categories: (before, after, at) => {
    // That a category is gone altogether is told once, where it was.
    const known = at.after.process.categories.map((category) => category.key)
    const gone = before.filter((key) => !after.includes(key) && known.includes(key))
    const more = after.filter((key) => !before.includes(key))
    // From or to “every category”, what it was and is says more than a list of differences.
    const reordered = after.length >= before.length && gone.length + more.length === 0
    if (before.length === 0 || after.length === 0 || reordered) {
      return field<readonly string[]>('categories', (keys) =>
        listOf(
          keys.map((key) => categoryNamed(key, at.after, at.before)),
          everything,
        ),
      )(before, after, at)
    }
    const told = (code: string, keys: readonly string[], plan: SupportPlan) =>
      keys.length === 0
        ? []
        : [
            change(code, at, {
              field: say('changes.fields.categories'),
              subject: at.subject,
              items: listOf(keys.map((key) => categoryNamed(key, plan))),
            }),
          ]
    return [...told('less', gone, at.before), ...told('more', more, at.after)]
  },
})

const evidenceItem: Differ<EvidenceItem> = parts<EvidenceItem>({
  key: shortName,
  name: textOf('name'),
  help: textOf('help'),
  kind: chosen('kind', 'evidenceKinds'),
  options: list({
    by: [byKey, byName],
    subject: optionNamed,
    item: parts<EvidenceItem['options'][number]>({ key: shortName, name: textOf('name') }),
    added: (option, at) => ({ code: 'option-more', values: { subject: at.subject, name: { text: option.name } } }),
    removed: (option, at) => ({
      code: 'option-less',
      values: { subject: at.subject, name: { text: option.name } },
    }),
  }),
  required: (_, required, at) => {
    const item = at.after.process.edges[Number(at.place[2])]?.evidence[Number(at.place[4])]
    if (!item) return []
    const { code, values } = asked(item, at)
    return [change(required ? code : 'evidence-no-longer-required', at, values)]
  },
  appliesTo,
  filledBy: field('filledBy', (value) => say(value === null ? 'changes.byHand' : `filledBy.${value}`)),
})

const evidence = list<EvidenceItem>({
  by: [byKey, byName],
  subject: ({ name }, at) => about('evidence', { name: { text: name }, ...edgeAt(at) }),
  item: evidenceItem,
  added: asked,
  removed: ({ name }, at) => ({ code: 'evidence-gone', values: { ...edgeAt(at), name: { text: name } } }),
})

const ends = ({ from, to }: Edge) => ({ from, to })

export const edges = list<Edge>({
  by: [({ from, to }) => `${from} ${to}`],
  subject: (edge) => about('edge', ends(edge)),
  item: parts<Edge>({ from: plain('fromTier'), to: plain('toTier'), evidence }),
  added: (edge) => ({ code: 'edge-added', values: { ...ends(edge), count: edge.evidence.length } }),
  removed: (edge) => ({ code: 'edge-gone', values: ends(edge) }),
})

const ask = (code: string) => (keys: readonly string[], at: At) =>
  keys.map((key) => ({
    code,
    values: {
      name: evidenceNamed(key, at.after, at.before),
      category: { text: at.after.process.categories[Number(at.place[2])]?.name ?? { nl: '', en: '' } },
    },
  }))

export const categories = list<Category>({
  by: [byKey, byName],
  subject: ({ name }) => about('category', { name: { text: name } }),
  item: parts<Category>({
    key: shortName,
    name: textOf('name'),
    help: textOf('help'),
    kind: chosen('kind', 'kinds'),
    impact: chosen('impact', 'levels'),
    urgency: chosen('urgency', 'levels'),
    platforms,
    asks: bag<string>({ more: ask('asks-more'), less: ask('asks-less'), order: (at) => inOrder('asks', at) }),
  }),
})

export const priorityCell = sentence<number>('cell', (before, after, at) => ({
  impact: say(`levels.${String(at.place.at(-2))}`),
  urgency: say(`levels.${String(at.place.at(-1))}`),
  before: priorityNamed(at.before, before),
  after: priorityNamed(at.after, after),
}))

function priorityNamed(plan: SupportPlan, priority: number): Word {
  const names: Partial<Record<number, Text>> = plan.process.priorityNames
  const name = names[priority]
  return name ? say('changes.priority', { priority, name: { text: name } }) : priority
}
