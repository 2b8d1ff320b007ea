import { newId } from '#platform/database/id.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ContentPage } from '../../domain/content/page.ts'
import type { Question } from '../../domain/test/question.ts'
import type { QuestionEdit } from '../../domain/test/bank.ts'

export type Edited = { readonly by: { readonly id: string; readonly name: string }; readonly at: string }
export type ContentEdit = Edited & { readonly item: string; readonly pages: readonly ContentPage[] | null }

const contents = (tx: Tx, course: string) =>
  tx.db
    .selectFrom('course_contents as c')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'c.org_id').onRef('p.id', '=', 'c.changed_by'))
    .where('c.org_id', '=', tx.orgId)
    .where('c.course_key', '=', course)
    .select(['c.item_key', 'c.content', 'c.changed_at', 'p.id', 'p.name'])

type ContentRow = Awaited<ReturnType<ReturnType<typeof contents>['execute']>>[number]

const editOf = ({ item_key, content, changed_at, id, name }: ContentRow): ContentEdit => ({
  item: item_key,
  pages: content as readonly ContentPage[] | null,
  by: { id, name },
  at: changed_at,
})

/** What is in force of each agenda item that the organisation changed. */
export async function contentInForce(tx: Tx, course: string): Promise<readonly ContentEdit[]> {
  const rows = await contents(tx, course)
    .distinctOn('c.item_key')
    .orderBy('c.item_key')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map(editOf).filter(({ pages }) => pages !== null)
}

export async function contentVersions(tx: Tx, course: string, item: string): Promise<readonly ContentEdit[]> {
  const rows = await contents(tx, course)
    .where('c.item_key', '=', item)
    .orderBy('c.id', 'desc')
    .limit(50)
    .execute()
  return rows.map(editOf)
}

export async function addContent(
  tx: Tx,
  by: string,
  { course, item, pages }: { course: string; item: string; pages: readonly ContentPage[] | null },
): Promise<void> {
  await tx.db
    .insertInto('course_contents')
    .values({
      org_id: tx.orgId,
      id: newId(),
      course_key: course,
      item_key: item,
      content: pages === null ? null : JSON.stringify(pages),
      changed_at: tx.now,
      changed_by: by,
    })
    .execute()
}

/** The last that was said of each question. */
export async function questionEdits(
  tx: Tx,
  course: string,
): Promise<readonly (QuestionEdit & { readonly edited: Edited })[]> {
  const rows = await tx.db
    .selectFrom('course_questions as q')
    .innerJoin('persons as p', (on) => on.onRef('p.org_id', '=', 'q.org_id').onRef('p.id', '=', 'q.changed_by'))
    .where('q.org_id', '=', tx.orgId)
    .where('q.course_key', '=', course)
    .distinctOn('q.question_key')
    .select(['q.question_key', 'q.state', 'q.question', 'q.changed_at', 'p.id', 'p.name'])
    .orderBy('q.question_key')
    .orderBy('q.id', 'desc')
    .execute()
  return rows.map(({ question_key, state, question, changed_at, id, name }) => ({
    key: question_key,
    state,
    question: question as Question | null,
    edited: { by: { id, name }, at: changed_at },
  }))
}

export async function addQuestionEdit(tx: Tx, by: string, course: string, edit: QuestionEdit): Promise<void> {
  await tx.db
    .insertInto('course_questions')
    .values({
      org_id: tx.orgId,
      id: newId(),
      course_key: course,
      question_key: edit.key,
      state: edit.state,
      question: edit.question === null ? null : JSON.stringify(edit.question),
      changed_at: tx.now,
      changed_by: by,
    })
    .execute()
}
