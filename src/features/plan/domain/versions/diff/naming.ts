import type { SupportPlan } from '../../document/support-plan.ts'
import type { Text } from '../../document/text.ts'
import type { Word } from './plan-change.ts'

type Entry = { readonly key: string; readonly name: Text }

/** What sentences call an entry that others name by its key: as the first of these plans that has it, else by the key. */
function named(entries: (plan: SupportPlan) => readonly Entry[], { quoted }: { readonly quoted: boolean }) {
  return (key: string, ...plans: readonly SupportPlan[]): Word => {
    const found = plans.flatMap(entries).find((one) => one.key === key)
    if (quoted) return found ? { text: found.name, quoted } : { quote: key }
    return found ? { text: found.name } : key
  }
}

export const hoursNamed = named((plan) => plan.teams.supportHours, { quoted: true })
export const categoryNamed = named((plan) => plan.process.categories, { quoted: true })
export const evidenceNamed = named((plan) => plan.process.edges.flatMap((edge) => edge.evidence), {
  quoted: false,
})
export const courseNamed = named((plan) => plan.training.courses, { quoted: false })
export const phaseNamed = named((plan) => plan.involvement.phases, { quoted: true })
export const waveNamed = named((plan) => plan.involvement.phases.flatMap((phase) => phase.waves), { quoted: true })
export const resourceNamed = named((plan) => plan.involvement.resources, { quoted: true })
