import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { dayAt } from '#features/plan/domain/rollout-day.ts'
import { changeDraft, planToChange, type PlanServices } from '#features/plan/server/actions.ts'
import { plannedTrainings } from '#features/training/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { InvalidInput, NotFound, Refused } from '#platform/errors.ts'
import type { MoveGround } from '../contract/waves.ts'
import { waveOf, wavesInTurn } from '../domain/mails/waves.ts'
import { movedWave, type WaveMove } from '../domain/moving/move-wave.ts'
import { countSends } from './store/wave-sends.ts'
import { writtenMails } from './store/wave-mails.ts'
import { insertMove } from './store/waves.ts'
import { tellOfRollout } from './tell.ts'

/** What moving a wave is judged by: in the browser while somebody tries days, so that what breaks is seen before anything is done. */
export async function moveGround(tx: Tx, services: PlanServices): Promise<MoveGround> {
  const found = await planToChange(tx, services)
  if (!found) throw new Refused({ code: 'no-published-plan' })
  const { document: plan } = found
  const courseOf = (key: string) => plan.training.courses.find((course) => course.key === key)
  return {
    ...found,
    document: plan,
    today: dayAt(plan, tx.now),
    trainings: (await plannedTrainings(tx)).map(({ course, startsAt }) => ({
      name: courseOf(course)?.name ?? { nl: course, en: course },
      day: dayAt(plan, startsAt),
      tier: courseOf(course)?.tier ?? null,
    })),
    mails: await mailsOf(tx, plan),
  }
}

async function mailsOf(tx: Tx, plan: SupportPlan): Promise<MoveGround['mails']> {
  const waves = wavesInTurn(plan).map(({ wave }) => wave)
  const written = await writtenMails(
    tx,
    waves.map(({ key }) => key),
  )
  const mails: MoveGround['mails'] = []
  for (const wave of waves) {
    const own = written.filter((mail) => mail.wave === wave.key)
    if (own.length === 0) continue
    const sends = await countSends(tx, wave.key, wave)
    for (const { kind, approved } of own) {
      const sent = sends.filter((send) => send.kind === kind).reduce((sum, send) => sum + Number(send.count), 0)
      mails.push({ wave: wave.key, approved: approved !== null, sent })
    }
  }
  return mails
}

export type GivenMove = WaveMove & { readonly note: string; readonly revision: number | null }

/** Writes the move into the draft, with why. The plan in force stays as it is until the draft is published. */
export async function moveWave(
  tx: Tx,
  by: string,
  key: string,
  { note, revision, ...move }: GivenMove,
): Promise<{ readonly number: number; readonly revision: number }> {
  if (move.ends < move.starts) throw new InvalidInput([{ path: 'ends', code: 'ends-before-it-starts' }])
  const from = { starts: '', ends: '' }
  const changed = await changeDraft(tx, by, revision, (plan) => {
    const wave = waveOf(plan, key)?.wave
    const moved = movedWave(plan, key, move)
    if (!wave || !moved) throw new NotFound('The draft has no such wave')
    Object.assign(from, { starts: wave.starts, ends: wave.ends })
    return moved
  })
  if (from.starts === move.starts && from.ends === move.ends) throw new Refused({ code: 'wave-not-moved' })
  const to = { starts: move.starts, ends: move.ends }
  await insertMove(tx, { wave: key, planNumber: changed.number, from, to, note, by })
  await tellOfRollout(tx, key)
  return changed
}
