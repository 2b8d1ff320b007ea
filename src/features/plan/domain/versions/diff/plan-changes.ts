import { withLaterFields } from '../../document/later-fields.ts'
import type { SupportPlan } from '../../document/support-plan.ts'
import { about, bag, change, type Differ, list, parts, plain, say, textOf, toldElsewhere } from './differ.ts'
import { involvement } from './involvement.ts'
import type { PlanChange } from './plan-change.ts'
import { process } from './process.ts'
import { teams } from './teams.ts'
import { training } from './training.ts'

type Aim = SupportPlan['improves'][number]

const figure = ({ figure: name }: Aim) => say(`figures.${name}`)

const improves = list<Aim>({
  by: [(one) => JSON.stringify(one), ({ figure: name }) => name],
  subject: (aim) => about('aim', { figure: figure(aim) }),
  item: parts<Aim>({ figure: toldElsewhere, aim: textOf('aim') }),
  added: (aim) => ({ code: 'figure-more', values: { figure: figure(aim), aim: { text: aim.aim } } }),
  removed: (aim) => ({ code: 'figure-less', values: { figure: figure(aim) } }),
})

const language = (code: string) => (all: readonly string[]) =>
  all.map((one) => ({ code, values: { language: say(`languages.${one}`) } }))

const languages: Differ<SupportPlan['languages']> = bag<SupportPlan['languages'][number]>({
  more: language('language-more'),
  less: language('language-less'),
  order: (at) => ({
    code: 'language-first',
    values: { language: say(`languages.${at.after.languages[0] ?? 'en'}`) },
  }),
})

const whole: Differ<SupportPlan> = parts<SupportPlan>({
  format: (before, after, at) => [change('format', at, { before, after })],
  name: textOf('name'),
  languages,
  service: plain('service'),
  owner: plain('owner'),
  purpose: textOf('purpose'),
  improves,
  teams,
  process,
  training,
  involvement,
})

/** Everything by which the plan after differs from the plan before, in the order of its chapters. Drafts may be unfinished. */
export function planChanges(before: SupportPlan, after: SupportPlan): readonly PlanChange[] {
  const [old, now] = [withLaterFields(before), withLaterFields(after)]
  return whole(old, now, { place: [], subject: about('plan'), before: old, after: now })
}
