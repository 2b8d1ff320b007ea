import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Instant } from '#features/people/domain/instant.ts'
import { actorOf } from '#features/people/server/actions.ts'
import { addDays } from '#features/plan/domain/days.ts'
import { planTrainingSession } from '#features/training/server/sessions.ts'
import { evaluate, noteAttendance, signUpFor } from '#features/training/server/sign-ups.ts'
import { findAttempt } from '#features/training/server/store/attempts.ts'
import { answerTest, beginTest } from '#features/training/server/tests.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import type { Player } from './cast.ts'
import type { DemoDesk, DemoGround } from './desk.ts'
import { later, momentOn, timeZone, workday } from './moments.ts'
import type { Said } from './troubles.ts'

type Given = {
  readonly course: string
  readonly trainer: Player
  readonly people: readonly Player[]
  readonly day: string
  readonly time: string
  readonly room: string
  /** When it is planned: a lead has to be trained first. */
  readonly planned: Instant
}

/** Who cannot do it the first time, and repeats the test after a rest. */
const failsFirst = 'Daan Kuipers'
const minutes = 150
const moreCodes: Said = {
  nl: 'Graag nog meer oefenen met echte foutcodes.',
  en: 'I would like to practise more with real error codes.',
}

/**
 * Train the trainer before the pilot: the MDM team trains the leads, each lead trains their members in turns, so that the desk is never
 * empty. Everybody attends, takes the test, and says what they thought.
 */
export function trainings({ cast }: DemoGround, pilot: string): readonly Given[] {
  const [first, second, third] = cast.tiers
  if (!first || !second || !third) throw new RangeError('The demo has three tiers')
  const day = (days: number) => workday(addDays(pilot, days))
  const root = third.lead
  const half = Math.ceil(first.agents.length / 2)
  const room = 'Trainingsruimte 2.14'
  const [early, late] = [momentOn(day(-15), '09:00'), momentOn(day(-8), '09:00')]
  return [
    { course: 'tier-3', trainer: root, people: third.agents, day: day(-13), time: '09:30', room, planned: early },
    { course: 'tier-1', trainer: root, people: [first.lead], day: day(-12), time: '13:00', room, planned: early },
    { course: 'tier-2', trainer: root, people: [second.lead], day: day(-11), time: '13:00', room, planned: early },
    {
      course: 'tier-1',
      trainer: first.lead,
      people: first.agents.slice(0, half),
      day: day(-6),
      time: '09:30',
      room,
      planned: late,
    },
    {
      course: 'tier-1',
      trainer: first.lead,
      people: first.agents.slice(half),
      day: day(-5),
      time: '09:30',
      room,
      planned: late,
    },
    {
      course: 'tier-2',
      trainer: second.lead,
      people: second.agents,
      day: day(-5),
      time: '13:30',
      room,
      planned: late,
    },
  ]
}

/** One training session, from its planning to the last test. */
export async function* training(desk: DemoDesk, ground: DemoGround, given: Given): AsyncGenerator<Instant, void> {
  const { course, trainer, people, day, time, room } = given
  const startsAt = momentOn(day, time)
  const endsAt = later(startsAt, minutes * 60)
  const planned = await as(ground, trainer, (tx, actor) =>
    planTrainingSession(ground.platform, tx, actor, {
      courseKey: course,
      trainerId: trainer.id,
      personIds: [],
      startsAt,
      endsAt,
      timeZone,
      place: room,
      link: null,
      seats: 8,
      language: 'nl',
    }),
  )
  const { id } = planned.trainingSession
  for (const person of people) {
    yield later(desk.now(), 1_800)
    await as(ground, person, (tx, actor) => signUpFor(ground.platform, tx, actor, id, person.id))
  }
  yield later(startsAt, 300)
  for (const person of people)
    await as(ground, trainer, (tx, actor) =>
      noteAttendance(ground.platform, tx, actor, { id, personId: person.id, attended: true }),
    )
  yield later(endsAt, 120)
  for (const person of people) {
    await takeTest(ground, person, course, person.name !== failsFirst)
    await as(ground, person, (tx, actor) => evaluate(tx, actor, id, opinion(person)))
  }
  const again = people.filter(({ name }) => name === failsFirst)
  if (again.length === 0) return
  yield later(endsAt, 75 * 60)
  for (const person of again) await takeTest(ground, person, course, true)
}

/** By the answers that stand with the questions; who fails has read only the first half. */
async function takeTest(ground: DemoGround, player: Player, course: string, passes: boolean): Promise<void> {
  const { id } = await as(ground, player, (tx, actor) => beginTest(tx, actor, course))
  await handIn(ground, player, id, passes)
}

export async function handIn(ground: DemoGround, player: Player, id: string, passes: boolean): Promise<void> {
  await as(ground, player, async (tx, actor) => {
    const { questions } = (await findAttempt(tx, id)) ?? { questions: [] }
    const known = passes ? questions : questions.slice(0, Math.floor(questions.length / 2))
    const answers = Object.fromEntries(
      known.map(({ key, options }) => [key, options.filter(({ right }) => right).map((option) => option.key)]),
    )
    await answerTest(ground.platform, tx, actor, { id, answers })
  })
}

function opinion({ name, language }: Player) {
  const useful = name.length % 2 === 0 ? 5 : 4
  return {
    useful,
    pace: name.length % 3 === 0 ? 3 : 4,
    trainer: 5,
    remark: useful === 5 ? null : moreCodes[language],
  }
}

/** Does something in somebody's name, in a transaction of its own. */
export function as<Value>(
  { platform, orgId }: Pick<DemoGround, 'platform' | 'orgId'>,
  player: Pick<Player, 'id'>,
  work: (tx: Tx, actor: PersonActor) => Promise<Value>,
): Promise<Value> {
  return inOrganisation(platform, orgId, async (tx) => work(tx, await actorOf(tx, player.id)))
}
