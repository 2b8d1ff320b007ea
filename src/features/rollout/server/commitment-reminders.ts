import {
  type KnownPerson,
  leadsOf,
  organisationIds,
  organisationOf,
  personById,
  personsWithRole,
} from '#features/people/server/actions.ts'
import { mailIsSetUp } from '#features/mailboxes/server/actions.ts'
import { zoneOf } from '#features/plan/domain/rollout-day.ts'
import { putMail } from '#integrations/mail/mail-to-send.ts'
import { inOrganisation, type Tx } from '#platform/database/transaction.ts'
import { announce } from '#platform/live/announce.ts'
import type { Platform } from '#platform/platform.ts'
import type { Commitment } from '../domain/commitment/commitment.ts'
import { isTimeToRemind, remindedOf, type ReminderMark, reminderOn } from '../domain/commitment/reminders.ts'
import { rolloutManagers } from '../domain/rollout-managers.ts'
import { loadCommitments } from './commitments.ts'
import { ringForCommitment } from './ring-for-commitments.ts'
import { enterReminder } from './store/commitments.ts'

/** Reminds people of what they promised, in every organisation; however often it runs, nobody hears twice. */
export async function remindOfCommitments(platform: Platform): Promise<void> {
  for (const orgId of await organisationIds(platform))
    await inOrganisation(platform, orgId, (tx) => remindInOrganisation(platform, tx))
}

export async function remindInOrganisation(platform: Platform, tx: Tx): Promise<void> {
  const loaded = await loadCommitments(tx)
  if (!loaded || !isTimeToRemind(tx.now, zoneOf(loaded.plan))) return
  for (const one of loaded.commitments) {
    const mark = one.state === 'open' || one.state === 'in-progress' ? reminderOn(one.due, loaded.today) : null
    if (mark === null) continue
    for (const person of await concerned(tx, one, mark)) {
      const isFirst = await enterReminder(tx, { key: one.key, due: one.due, mark, personId: person.id })
      if (isFirst) await remind(platform, tx, one, mark, person)
    }
  }
}

async function concerned(tx: Tx, { ownerId, team }: Commitment, mark: ReminderMark): Promise<KnownPerson[]> {
  const [owner, leads] = await Promise.all([ownerId === null ? null : personById(tx, ownerId), leadsOf(tx, team)])
  const active = owner?.disabledAt === null ? owner : null
  const keepers = leads.length > 0 || active ? [] : await keepersOf(tx)
  const everybody = new Map<string, KnownPerson>(
    [...(active ? [active] : []), ...leads, ...keepers].map((person) => [person.id, person]),
  )
  const ids = remindedOf(
    mark,
    { ownerId: active?.id ?? null, leads: leads.map(({ id }) => id) },
    keepers.map(({ id }) => id),
  )
  return ids.flatMap((id) => everybody.get(id) ?? [])
}

async function keepersOf(tx: Tx): Promise<KnownPerson[]> {
  const perRole = await Promise.all(rolloutManagers.map((role) => personsWithRole(tx, role)))
  return perRole.find((people) => people.length > 0) ?? []
}

async function remind(
  platform: Platform,
  tx: Tx,
  commitment: Commitment,
  mark: ReminderMark,
  person: KnownPerson,
): Promise<void> {
  const { key, what, due } = commitment
  await ringForCommitment(tx, commitment, mark, person.id)
  await announce(tx, {
    topic: 'rollout',
    subject: key,
    data: { part: 'reminder' },
    audience: { persons: [person.id] },
  })
  if (!(await mailIsSetUp(tx))) return
  const { name: organisation } = await organisationOf(tx)
  const { language, name, email } = person
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const say = (part: string) =>
    platform.translate(language, `rollout:reminder.${part}`, {
      name,
      organisation,
      what: what[language],
      due: day.format(new Date(`${due}T12:00:00.000Z`)),
    })
  await putMail(platform, tx, {
    to: { name, address: email },
    language,
    subject: say(mark === 'overdue' ? 'subjectOverdue' : 'subject'),
    text: [
      say('greeting'),
      say(mark === 'overdue' ? 'overdue' : 'coming'),
      `“${what[language]}”`,
      say('how'),
      say('closing'),
    ].join('\n\n'),
    links: [{ label: say('link'), url: `${platform.baseUrl}/rollout/commitments/${key}` }],
    automatic: true,
    ticketId: null,
    files: [],
  })
}
