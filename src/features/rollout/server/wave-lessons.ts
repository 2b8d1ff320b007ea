import type { PersonActor } from '#features/people/domain/actor.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { Conflict, NotFound, Refused } from '#platform/errors.ts'
import type { WaveMails } from '../contract/communication.ts'
import { withParagraph } from '../domain/mails/paragraphs.ts'
import { enterUse, findLesson, insertLesson, removeLesson, saveLesson } from './store/wave-lessons.ts'
import { tellOfRollout } from './tell.ts'
import { standingMail, type WaveAtHand, waveAtHand, waveMails } from './wave-mails.ts'
import { keepMail, type MailPlace } from './write-wave-mails.ts'

type Lesson = { readonly happened: string; readonly tell: { readonly nl: string; readonly en: string } }

export async function writeLesson(tx: Tx, actor: PersonActor, wave: string, given: Lesson): Promise<WaveMails> {
  await waveAtHand(tx, wave)
  await insertLesson(tx, wave, actor.personId, given)
  await tellOfRollout(tx, wave)
  return waveMails(tx, actor, wave)
}

export async function changeLesson(tx: Tx, id: string, { version, ...given }: Lesson & { version: number }) {
  const before = await findLesson(tx, id)
  if (!before) throw new NotFound('There is no such lesson')
  if (!(await saveLesson(tx, id, version, given))) throw new Conflict('lesson-changed')
  await tellOfRollout(tx, before.wave)
  const after = await findLesson(tx, id)
  if (!after) throw new NotFound('There is no such lesson')
  return { ...after, uses: [...after.uses] }
}

export async function takeLessonAway(tx: Tx, id: string): Promise<void> {
  const lesson = await findLesson(tx, id)
  if (!lesson) throw new NotFound('There is no such lesson')
  await removeLesson(tx, id)
  await tellOfRollout(tx, lesson.wave)
}

/** What a wave taught becomes a paragraph of a later wave's mail, in both languages; the mail has to be approved anew. */
export async function useLesson(tx: Tx, actor: PersonActor, id: string, place: MailPlace): Promise<WaveMails> {
  const lesson = await findLesson(tx, id)
  if (!lesson) throw new NotFound('There is no such lesson')
  const at = await waveAtHand(tx, place.wave)
  if (lesson.tell.nl === '' || lesson.tell.en === '') throw new Refused({ code: 'lesson-in-one-language' })
  if (!isLater(at, lesson.wave)) throw new Refused({ code: 'lesson-of-a-later-wave' })
  const { text, timing, row } = standingMail(at, place.kind)
  const body = {
    nl: withParagraph(text.body.nl, lesson.tell.nl),
    en: withParagraph(text.body.en, lesson.tell.en),
  }
  if (body.nl === text.body.nl && body.en === text.body.en) throw new Refused({ code: 'lesson-in-mail-already' })
  await keepMail(tx, actor, { ...place, text: { ...text, body }, timing }, row?.version ?? 0, 'lesson')
  await enterUse(tx, { lessonId: id, ...place, by: actor.personId })
  return waveMails(tx, actor, place.wave)
}

function isLater({ written }: WaveAtHand, wave: string): boolean {
  return written.some((one) => one.wave === wave)
}
