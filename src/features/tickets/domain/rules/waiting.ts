import { happens, type Permit, permitted, type Rule, type Scene } from '../decision.ts'
import { requireTexts } from '../given.ts'
import { refuse } from '../refusals.ts'
import { during, notWithVendor, tierNow } from '../when.ts'
import { hold, isClock } from '../who.ts'

/** Some things take their time: a check-in, a delivery. The clock takes it up again. */
export const waitUntil: Rule<'wait-until'> = {
  permit: (scene) =>
    during(scene, 'investigating') ?? notWithVendor(scene) ?? hold(scene, tierNow(scene.plan, scene.ticket)),
  decide: ({ at }, { until, reason }) => {
    const blank = requireTexts({ reason })
    if (blank) return blank
    return until > at
      ? happens({ type: 'waiting', until, words: { reason } })
      : refuse({ code: 'moment-not-ahead' })
  },
}

/** The holder ends any waiting; the clock ends one whose time has come. */
export const resume: Rule<'resume'> = {
  permit: (scene) => {
    if (!scene.ticket.waiting) return refuse({ code: 'not-waiting' })
    return isClock(scene.actor) ? timeHasCome(scene) : hold(scene, tierNow(scene.plan, scene.ticket))
  },
  decide: () => happens({ type: 'resumed' }),
}

function timeHasCome({ ticket: { waiting }, at }: Scene): Permit {
  if (waiting?.for !== 'until') return refuse({ code: 'not-for-the-system' })
  return waiting.until <= at ? permitted : refuse({ code: 'not-yet', at: waiting.until })
}
