import { certificationFor } from '#features/people/domain/actor.ts'
import { repliesOf } from '#features/invitations/server/actions.ts'
import { absencesBetween, membersOf, type TeamMember } from '#features/people/server/actions.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { planVersion } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { type Invited, quorumOutlook, type TierOutlook } from '../domain/forecast-quorum.ts'
import type { Meeting } from '../domain/meeting.ts'
import { endOf, stretchesOf } from '../domain/schedule.ts'
import { seriesSubject } from '../domain/online-meetings.ts'

export type Expected = Invited & { readonly id: string; readonly name: string }
export type Outlook = { readonly people: readonly Expected[]; readonly tiers: readonly TierOutlook[] }

type Replies = Awaited<ReturnType<typeof repliesOf>>

/**
 * Who can come to each of these meetings, what they said of it, and what that makes of the quorum, by the id of the meeting. Asked for all at
 * once: teams, absences and answers are the same for most of them.
 */
export async function outlooksOf(tx: Tx, meetings: readonly Meeting[]): Promise<ReadonlyMap<string, Outlook>> {
  if (meetings.length === 0) return new Map()
  const plans = await plansOf(tx, meetings)
  const planOf = ({ planVersionId }: Meeting) => plans.get(planVersionId) ?? absurd()
  const teams = await byKey(
    [...plans.values()].flatMap((plan) => plan.teams.tiers.map(({ team }) => team)),
    (team) => membersOf(tx, team),
  )
  const replies = await byKey(
    meetings.map((meeting) => subjectOf(planOf(meeting), meeting)),
    (subject) => repliesOf(tx, 'bridge', subject),
  )
  const begins = meetings.map(({ startsAt }) => startsAt).toSorted()[0] ?? tx.now
  const ends = meetings.map(endOf).toSorted().at(-1) ?? tx.now
  const absences = await absencesBetween(
    tx,
    [...new Set([...teams.values()].flatMap((members) => members.map(({ id }) => id)))],
    begins,
    ends,
  )
  return new Map(
    meetings.map((meeting) => {
      const plan = planOf(meeting)
      const away = new Set(
        absences
          .filter(({ from, until }) => from <= meeting.startsAt && meeting.startsAt < until)
          .map(({ personId }) => personId),
      )
      const answers = answersTo(meeting, replies.get(subjectOf(plan, meeting)) ?? [])
      const people = membersAt(plan, teams, meeting).map(
        ({ id, name, tiers }): Expected => ({
          ...{ id, name, tiers },
          absent: away.has(id),
          answer: answers.get(id) ?? null,
        }),
      )
      return [meeting.id, { people, tiers: quorumOutlook(meeting.quorum, people) }]
    }),
  )
}

/** Members of the tiers' teams who may work in their tier when the meeting begins. */
function membersAt(
  plan: SupportPlan,
  teams: ReadonlyMap<string, readonly TeamMember[]>,
  { startsAt }: Meeting,
): readonly { readonly id: string; readonly name: string; readonly tiers: readonly number[] }[] {
  const found = new Map<string, { id: string; name: string; tiers: number[] }>()
  for (const { level, team } of plan.teams.tiers) {
    for (const { id, name, actor } of teams.get(team) ?? []) {
      if (!certificationFor(actor, level, startsAt)) continue
      const known = found.get(id)
      if (known) known.tiers.push(level)
      else found.set(id, { id, name, tiers: [level] })
    }
  }
  return [...found.values()]
}

/** What they said of this meeting, or else of the series that it belongs to. */
function answersTo(
  { plannedFor }: Meeting,
  replies: Replies,
): ReadonlyMap<string, NonNullable<Invited['answer']>> {
  return new Map(
    replies.flatMap(({ personId, answer, occurrences }) => {
      const own = occurrences.find(({ starts }) => starts === plannedFor)?.answer ?? answer
      return own === null ? [] : [[personId, own] as const]
    }),
  )
}

/** What people's calendars know the meeting by. */
function subjectOf(plan: SupportPlan, { id, standing }: Meeting): string {
  const bridge = plan.involvement.bridges.find(({ key }) => key === standing?.bridge)
  if (!standing || !bridge) return id
  const { day } = standing
  const index = stretchesOf(plan, bridge).findIndex(({ from, until }) => from <= day && day <= until)
  return seriesSubject({ bridge: bridge.key, number: index + 1 })
}

async function plansOf(tx: Tx, meetings: readonly Meeting[]): Promise<ReadonlyMap<string, SupportPlan>> {
  const versions = await byKey(
    meetings.map(({ planVersionId }) => planVersionId),
    (id) => planVersion(tx, id),
  )
  return new Map([...versions].map(([id, { document }]) => [id, document]))
}

async function byKey<Value>(
  keys: readonly string[],
  ask: (key: string) => Promise<Value>,
): Promise<ReadonlyMap<string, Value>> {
  const each = [...new Set(keys)]
  const values = await Promise.all(each.map(ask))
  return new Map(each.flatMap((key, index) => (index in values ? [[key, values[index] as Value] as const] : [])))
}

function absurd(): never {
  throw new Error('A meeting of a plan that was not read')
}
