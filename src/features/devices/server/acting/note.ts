import { actorOf, organisationOf, personById } from '#features/people/server/actions.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { DeviceActionAsked } from '../../domain/actions/action.ts'
import type { DeviceServices } from '../services.ts'

export type Noted = 'asked' | 'awaiting' | 'agreed' | 'declined' | 'withdrawn' | 'expired' | 'done' | 'failed'

/** What happens to a device stands on its ticket, for everybody who works on it; where a device is never does. */
export async function noteOn(
  platform: Platform,
  tx: Tx,
  { note }: DeviceServices,
  asked: DeviceActionAsked,
  what: Noted,
  words = '',
  files: readonly string[] = [],
): Promise<void> {
  const [{ language }, answered, actor] = await Promise.all([
    organisationOf(tx),
    asked.answeredBy === null ? null : personById(tx, asked.answeredBy),
    actorOf(tx, asked.askedBy),
  ])
  const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
    platform.translate(language, `devices:acting.note.${key}`, values)
  const lines = [
    say(what, {
      action: platform.translate(language, `devices:acting.action.${asked.action}`),
      device: asked.deviceName,
      colleague: answered?.name ?? '',
    }),
    ...(what === 'asked' || what === 'awaiting'
      ? [
          asked.caller === null
            ? ''
            : say('caller', { caller: platform.translate(language, `devices:acting.caller.${asked.caller}`) }),
          asked.purpose === null ? '' : say('purpose', { purpose: asked.purpose }),
        ]
      : []),
    what === 'failed' && asked.code !== null
      ? platform.translate(language, `devices:acting.code.${asked.code}`)
      : '',
    words,
  ]
  await note(platform, tx, actor, {
    ticketId: asked.subject,
    text: lines.filter((line) => line !== '').join('\n'),
    files,
  })
}
