import type { Instant } from '#features/people/domain/instant.ts'
import type { MovableClock } from '#platform/clock.ts'
import type { SimulatorControl } from '../../../simulators/microsoft-graph/control/client.ts'

/** Something that came to pass in the tenant, as the simulator takes it. */
export type Happened = { readonly at: Instant; readonly name: string; readonly given: Given }
type Given = Readonly<Record<string, unknown>>

export type Journal = {
  readonly happened: readonly Happened[]
  readonly happen: <Made>(name: string, given: Given) => Promise<Made>
}

/** What is made by chance: it is made the same again from what came out. */
const made: ReadonlySet<string> = new Set(['device', 'enrollment-failure', 'app-failure'])

/** Lets things happen, and keeps them, so that they can happen again in a tenant that is opened another time. */
export function journalOf(control: SimulatorControl, now: () => Instant): Journal {
  const happened: Happened[] = []
  return {
    happened,
    happen: async <Made>(name: string, given: Given) => {
      const at = now()
      const outcome = await control.happen<Made>(name, given)
      happened.push({ at, name, given: made.has(name) ? { ...given, fields: outcome } : given })
      return outcome
    },
  }
}

/** The same happens again, each at its moment; what was in touch then is in touch now. */
export async function happenAgain(
  control: SimulatorControl,
  happened: readonly Happened[],
  clock: MovableClock,
  now: Instant,
): Promise<void> {
  const inTouch = new Set<string>()
  for (const { at, name, given } of happened) {
    clock.set(at)
    const { id } = await control.happen<{ readonly id?: string }>(name, given)
    if (name === 'device' && given['offline'] !== true && id !== undefined) inTouch.add(id)
    if (name === 'remove-device') inTouch.delete(String(given['device']))
  }
  clock.set(now)
  for (const device of inTouch) await control.changeDevice({ device, silentHours: 1 })
}
