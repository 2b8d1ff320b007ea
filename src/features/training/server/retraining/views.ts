import type { PersonActor } from '#features/people/domain/actor.ts'
import { hasRole } from '#features/people/domain/actor.ts'
import { personsByIds, staffOf } from '#features/people/server/actions.ts'
import { changeSentence } from '#features/plan/domain/versions/diff/change-sentence.ts'
import { planChanges } from '#features/plan/domain/versions/diff/plan-changes.ts'
import { planToRead, planVersion, publishedPlan } from '#features/plan/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Refused } from '#platform/errors.ts'
import type { Platform } from '#platform/platform.ts'
import type { RetrainingDuty, RetrainingOverview, RetrainingPreview } from '../../contract/retraining.ts'
import { courseOf } from '../../domain/course.ts'
import { timed } from '../../domain/content/page.ts'
import type { Retraining } from '../../domain/retraining/who-retrains.ts'
import { kindOf, tiersTouched } from '../../domain/retraining/touched.ts'
import { mendingFor } from '../actions.ts'
import { itemPages } from '../courses.ts'
import { found, why } from '../must.ts'
import { courseNames } from '../plan.ts'
import { attemptView, drawAttempt } from '../tests.ts'
import { findAttempt, openAttempt } from '../store/attempts.ts'
import { retrainingBetween } from './ask.ts'
import { mayTryAgain } from './try-again.ts'
import { doneDuties, type DutyRow, findDuty, openDuties } from './store.ts'

export async function retrainingOverview(tx: Tx, actor: PersonActor): Promise<RetrainingOverview> {
  const { personId } = actor
  const open = await openDuties(tx)
  const led = await teamsSeen(tx, actor)
  const staff = await staffOf(tx)
  const inTeams = new Set(
    staff.persons.filter(({ teams }) => teams.some(({ team }) => led.includes(team))).map(({ id }) => id),
  )
  const current = staff.persons.flatMap(({ id, name, certifications }) =>
    certifications
      .filter(({ override, from }) => override !== null && from <= tx.now && inTeams.has(id))
      .map(({ tier, until, override }) => ({ person: { id, name }, tier, until, override })),
  )
  const givers = await personsByIds(
    tx,
    current.flatMap(({ override }) => (override ? [override.by] : [])),
  )
  const view = await dutyViews(tx)
  return {
    mine: await view(open.filter((duty) => duty.personId === personId)),
    done: await view(await doneDuties(tx, personId)),
    team: await view(open.filter((duty) => duty.personId !== personId && inTeams.has(duty.personId))),
    overrides: current.flatMap(({ override, ...one }) =>
      override
        ? [{ ...one, reason: override.reason, by: { id: override.by, name: givers.get(override.by)?.name ?? '' } }]
        : [],
    ),
    leads: led.length > 0,
  }
}

/** The teams whose retraining somebody sees: those they lead; who keeps the plan or administers sees all. */
async function teamsSeen(tx: Tx, actor: PersonActor): Promise<readonly string[]> {
  const plan = (await publishedPlan(tx))?.document
  const teams = [...new Set((plan?.teams.tiers ?? []).map(({ team }) => team))]
  const all = hasRole(actor, 'plan-owner') || hasRole(actor, 'administrator')
  return teams.filter((team) => all || actor.leads.includes(team))
}

/** Somebody's own duty, or that of somebody they lead; another is not there. */
export async function retrainingView(platform: Platform, tx: Tx, actor: PersonActor, id: string) {
  const duty = await ownOrLed(tx, actor, id)
  const inForce = found(await publishedPlan(tx))
  const course = courseOf(inForce.document, duty.courseKey)
  const item = course?.agenda.find(({ key }) => key === duty.itemKey)
  const pages = course ? await itemPages(tx, inForce.document, course, duty.itemKey) : []
  const open = await openAttempt(tx, duty.personId, duty.courseKey, duty.itemKey)
  const [view] = await (await dutyViews(tx))([duty])
  return {
    duty: found(view),
    changes: await changesOf(platform, tx, duty),
    pages: timed(pages, item?.minutes ?? 0).map((page) => ({
      ...page,
      title: { ...page.title },
      body: { ...page.body },
      notes: { ...page.notes },
      sources: [...page.sources],
    })),
    passPercent: course?.passPercent ?? 100,
    openTest: open?.id ?? null,
    testRefusal: open ? null : why(await mayTryAgain(tx, duty)),
    mine: duty.personId === actor.personId,
  }
}

/** The questions of the item, under the plan in force. */
export async function beginRetraining(tx: Tx, actor: PersonActor, id: string) {
  const duty = await findDuty(tx, id)
  const own = found(duty?.personId === actor.personId ? duty : null)
  if (own.doneAt !== null) throw new Refused({ code: 'retraining-done' })
  const open = await openAttempt(tx, own.personId, own.courseKey, own.itemKey)
  if (open) return attemptView(tx, open)
  const may = await mayTryAgain(tx, own)
  if (!may.ok) throw new Refused({ code: may.refusal.code, ...may.refusal.data })
  const attemptId = await drawAttempt(tx, {
    personId: own.personId,
    courseKey: own.courseKey,
    item: own.itemKey,
    sessionId: null,
  })
  return attemptView(tx, found(await findAttempt(tx, attemptId)))
}

export async function retrainingPreview(tx: Tx): Promise<RetrainingPreview> {
  const [published, draft] = [await publishedPlan(tx), await planToRead(tx, 'draft')]
  if (!published || !draft) return { people: 0, withinDays: 0, items: [] }
  const asked = await retrainingBetween(tx, published.document, draft.document)
  const people = await personsByIds(
    tx,
    asked.map(({ personId }) => personId),
  )
  const groups = Map.groupBy(asked, (one) => `${one.tier} ${one.courseKey} ${one.itemKey}`)
  return {
    people: new Set(asked.map(({ personId }) => personId)).size,
    withinDays: draft.document.training.lineage.retrainWithinDays,
    items: [...groups.values()].toSorted(byTier).flatMap((group) => {
      const [first] = group
      if (!first) return []
      const course = courseOf(draft.document, first.courseKey)
      const item = course?.agenda.find(({ key }) => key === first.itemKey)
      return [
        {
          tier: first.tier,
          item: { ...(item?.name ?? { nl: first.itemKey, en: first.itemKey }) },
          kinds: [...first.kinds],
          people: group.map(({ personId }) => ({ id: personId, name: people.get(personId)?.name ?? '' })),
        },
      ]
    }),
  }
}

const byTier = ([one]: readonly Retraining[], [other]: readonly Retraining[]) =>
  (one?.tier ?? 0) - (other?.tier ?? 0)

/** What mends a missing certification: what is open from a change of the plan comes before a whole course. */
export async function mendingView(tx: Tx, actor: PersonActor, tier: number) {
  const open = (await openDuties(tx, actor.personId)).filter((duty) => duty.tier === tier)
  return {
    retraining: await (await dutyViews(tx))(open),
    courses: (await mendingFor(tx, actor, tier)).map(({ courseKey, name, minutes, next }) => ({
      key: courseKey,
      name: { ...name },
      minutes,
      next: next.map((one) => ({ ...one })),
    })),
  }
}

async function ownOrLed(tx: Tx, actor: PersonActor, id: string): Promise<DutyRow> {
  const duty = found(await findDuty(tx, id))
  if (duty.personId === actor.personId) return duty
  const led = await teamsSeen(tx, actor)
  const { persons } = await staffOf(tx)
  const theirs = persons.find((person) => person.id === duty.personId)?.teams ?? []
  return found(theirs.some(({ team }) => led.includes(team)) ? duty : null)
}

async function dutyViews(tx: Tx) {
  return async (rows: readonly DutyRow[]): Promise<RetrainingDuty[]> => {
    const people = await personsByIds(
      tx,
      rows.map(({ personId }) => personId),
    )
    const names = await courseNames(tx, rows)
    return Promise.all(
      rows.map(async (duty) => {
        const version = await planVersion(tx, duty.planVersionId)
        const item = courseOf(version.document, duty.courseKey)?.agenda.find(({ key }) => key === duty.itemKey)
        return {
          id: duty.id,
          person: { id: duty.personId, name: people.get(duty.personId)?.name ?? '' },
          tier: duty.tier,
          course: found(names.get(duty.courseKey)),
          item: { key: duty.itemKey, name: { ...(item?.name ?? { nl: duty.itemKey, en: duty.itemKey }) } },
          kinds: [...duty.kinds],
          planVersion: version.number,
          dueAt: duty.dueAt,
          doneAt: duty.doneAt,
          suspendedAt: duty.suspendedAt,
        }
      }),
    )
  }
}

/** What changed for this tier in the version that asks, in sentences. */
async function changesOf(platform: Platform, tx: Tx, duty: DutyRow) {
  const after = await planVersion(tx, duty.planVersionId)
  const before = await planToRead(tx, after.number - 1)
  if (!before) return []
  const plans = { before: before.document, after: after.document }
  const changes = planChanges(before.document, after.document).filter((change) => {
    const kind = kindOf(change)
    return kind !== null && duty.kinds.includes(kind) && tiersTouched(change, plans).includes(duty.tier)
  })
  const { teams } = await staffOf(tx)
  const sentence = (change: (typeof changes)[number], language: 'nl' | 'en') =>
    changeSentence(change, {
      language,
      say: (key, values) => platform.translate(language, `plan:${key}`, values),
      team: (key) => teams.find((team) => team.key === key)?.name[language] ?? null,
    })
  return changes.map((change) => ({ nl: sentence(change, 'nl'), en: sentence(change, 'en') }))
}
