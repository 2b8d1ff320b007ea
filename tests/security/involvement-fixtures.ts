import { newId } from '#platform/database/id.ts'
import type { TestDesk } from '../support/test-desk.ts'
import type { World } from './world.ts'

/** Nobody has touched any commitment, in any organisation. */
export async function untouchedCommitments({ platform }: World): Promise<void> {
  for (const table of ['commitment_changes', 'commitment_files', 'commitments'])
    await platform.owner.query(`delete from ${table}`)
}

/** Nobody has touched any mail of a wave, in any organisation. */
export async function untouchedMails({ platform }: World): Promise<void> {
  for (const table of ['wave_lesson_uses', 'wave_mail_sends', 'wave_mail_changes', 'wave_mails'])
    await platform.owner.query(`delete from ${table}`)
}

/** Something that wave 1 taught. */
export function lessonOn({ within, people }: TestDesk): Promise<string> {
  const id = newId()
  return within(async (tx) => {
    await tx.db
      .insertInto('wave_lessons')
      .values({
        org_id: tx.orgId,
        id,
        wave: 'wave-1',
        happened: 'Kanarie',
        tell_nl: 'Zo',
        tell_en: 'So',
        written_at: tx.now,
        written_by: people.pia.id,
      })
      .execute()
    return id
  })
}

/** A row for each table of commitments, own devices and mails, for whoever fills every table. */
export function involvementTables(personId: string, fileId: string, at: string) {
  const kind = 'kick-off'
  const wave = 'wave-1'
  return {
    commitments: { key: 'trained', added: false, kind: 'other', state: 'open', changed_at: at },
    commitment_files: { commitment_key: 'trained', file_id: fileId },
    commitment_changes: { id: newId(), commitment_key: 'trained', at, what: 'begun' },
    commitment_reminders: { commitment_key: 'trained', due: '2027-06-01', mark: '7', person_id: personId, at },
    pilot_devices: {
      person_id: personId,
      platform: 'ios',
      outcome: 'enrolled',
      tried_on: '2026-11-20',
      trouble: 'Kanarie',
      changed_at: at,
    },
    pilot_cases: { person_id: personId, platform: 'ios', case_key: 'enroll', result: 'passed', at },
    wave_mails: {
      ...{ wave, kind, subject_nl: 'Kanarie', subject_en: 'Canary', body_nl: 'Kanarie', body_en: 'Canary' },
      ...{ counted_from: 'starts', days: -14, at_time: '10:00', changed_at: at, changed_by: personId },
    },
    wave_mail_changes: { id: newId(), wave, kind, at, by_person: personId, what: 'changed' },
    wave_mail_sends: {
      ...{ wave, kind, person_id: personId, at, mail_id: newId() },
      ...{ told_starts: '2026-12-07', told_ends: '2026-12-27' },
    },
    wave_lessons: { id: lesson, wave, happened: 'Kanarie', written_at: at, written_by: personId },
    wave_lesson_uses: { lesson_id: lesson, wave, kind, at, by_person: personId },
  }
}

const lesson = newId()
