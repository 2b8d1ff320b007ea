import { checkPlan } from '#features/plan/domain/check/check-plan.ts'
import type { DeskFacts } from '#features/plan/domain/check/desk-facts.ts'
import type { Finding } from '#features/plan/domain/check/finding.ts'
import { addDays, weekdayOf } from '#features/plan/domain/days.ts'
import type { Text } from '#features/plan/domain/document/text.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { phaseAt } from '#features/plan/domain/lookup.ts'
import { waveOf } from '../mails/waves.ts'
import { waveStateOn } from '../waves/wave-state.ts'

/** What is planned around the waves, beside the plan itself. */
export type Around = {
  readonly today: string
  readonly trainings: readonly { readonly name: Text; readonly day: string; readonly tier: number | null }[]
  readonly mails: readonly { readonly wave: string; readonly approved: boolean; readonly sent: number }[]
}

/** What comes of moving a wave, beside what the check of the plan finds. */
export type Consequence =
  | { readonly code: 'begins-in-the-past' | 'runs-already' | 'was-over' }
  | { readonly code: 'training-too-late'; readonly name: Text; readonly day: string; readonly tier: number | null }
  | { readonly code: 'phase-differs'; readonly was: Text | null; readonly becomes: Text | null }
  | { readonly code: 'bridge-meetings'; readonly was: number; readonly becomes: number }
  | { readonly code: 'mails-move'; readonly count: number }
  | { readonly code: 'mails-told'; readonly count: number }

export type Consequences = {
  /** What the check finds then and does not find now, the gravest first. */
  readonly appears: readonly Finding[]
  readonly goes: readonly Finding[]
  readonly others: readonly Consequence[]
}

/** What moving one wave breaks, and what it mends. `after` is the plan in which it was moved. */
export function consequencesOf(
  before: SupportPlan,
  after: SupportPlan,
  key: string,
  facts: DeskFacts | null,
  around: Around,
): Consequences {
  const [was, becomes] = [checkPlan(before, facts), checkPlan(after, facts)]
  return {
    appears: missingIn(becomes, was).toSorted((one, other) => grave[one.severity] - grave[other.severity]),
    goes: missingIn(was, becomes),
    others: otherConsequences(before, after, key, around),
  }
}

const grave = { error: 0, warning: 1, hint: 2 } as const

/** The same thing about the same place is the same finding, also where it tells other days. */
function missingIn(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const count = new Map<string, number>()
  for (const one of others) count.set(nameOf(one), (count.get(nameOf(one)) ?? 0) + 1)
  return findings.filter((one) => {
    const left = count.get(nameOf(one)) ?? 0
    if (left > 0) count.set(nameOf(one), left - 1)
    return left === 0
  })
}

const nameOf = ({ code, place }: Finding) => `${code} ${place.join('.')}`

function otherConsequences(
  before: SupportPlan,
  after: SupportPlan,
  key: string,
  { today, trainings, mails }: Around,
): readonly Consequence[] {
  const [was, becomes] = [waveOf(before, key)?.wave, waveOf(after, key)?.wave]
  if (!was || !becomes) return []
  const found: Consequence[] = []
  const state = waveStateOn(was, today)
  if (state === 'running') found.push({ code: 'runs-already' })
  if (state === 'over') found.push({ code: 'was-over' })
  if (becomes.starts < today && becomes.starts !== was.starts) found.push({ code: 'begins-in-the-past' })
  for (const { name, day, tier } of trainings) {
    if (day >= becomes.starts && day < was.starts) found.push({ code: 'training-too-late', name, day, tier })
  }
  const [phaseWas, phaseBecomes] = [phaseAt(before, was.starts), phaseAt(after, becomes.starts)]
  if (phaseWas?.key !== phaseBecomes?.key)
    found.push({ code: 'phase-differs', was: phaseWas?.name ?? null, becomes: phaseBecomes?.name ?? null })
  const [meetingsWere, meetingsBecome] = [meetingsIn(before, was), meetingsIn(after, becomes)]
  if (meetingsWere !== meetingsBecome)
    found.push({ code: 'bridge-meetings', was: meetingsWere, becomes: meetingsBecome })
  const own = mails.filter(({ wave }) => wave === key)
  const approved = own.filter((mail) => mail.approved).length
  if (approved > 0) found.push({ code: 'mails-move', count: approved })
  const told = own.reduce((most, { sent }) => Math.max(most, sent), 0)
  if (told > 0) found.push({ code: 'mails-told', count: told })
  return found
}

/** Meetings of standing bridges on the days of a wave, as the plan has them; no wave is looked at for longer than two years. */
function meetingsIn(
  { involvement }: SupportPlan,
  { starts, ends }: { readonly starts: string; readonly ends: string },
): number {
  let meetings = 0
  const last = addDays(starts, 731)
  for (let day = starts; day <= ends && day <= last; day = addDays(day, 1)) {
    const phases = involvement.phases.filter((phase) => phase.starts <= day && day <= phase.ends)
    for (const bridge of involvement.bridges) {
      if (!phases.some(({ key }) => bridge.phases.includes(key))) continue
      meetings += bridge.weekly.filter((one) => one.day === weekdayOf(day)).length
    }
  }
  return meetings
}
