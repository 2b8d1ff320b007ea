import { useDraft } from '#ui/form/draft.ts'
import type { IssueDetail } from '../../contract/issue-view.ts'
import { type IssueText, suppliedNews, type TextPart, withPart } from '../../domain/issue-text.ts'
import { formOf, type IssueForm, textOf } from './issue-form.ts'

type Text = IssueDetail['text']

/** What somebody typed, and the text that they typed it on: what others wrote since is not theirs to erase. */
type Draft = { readonly form: IssueForm; readonly reason: string; readonly from: Text }

/** As it would be sent without a change, so that only what somebody changed differs. */
const asSent = (text: Text): Text => ({ ...text, ...textOf(formOf(text), text.graphFailureCategory) })

/**
 * A new text of an issue while it is written. As long as nothing is typed the newest text is shown. From then on what others change is news
 * beside what is typed, decided about part by part, and only a text without news is based on the newest version.
 */
export function useEditing(newest: IssueDetail) {
  const draft = useDraft<Draft | null>(`knowledge.${newest.id}`, null, 2)
  const theirs = asSent(newest.latest)
  const begun: Draft = { form: formOf(newest.latest), reason: '', from: newest.latest }
  const { form, reason, from } = draft.value ?? begun
  const text: Text = { ...newest.latest, ...textOf(form, newest.latest.graphFailureCategory) }
  const change = (part: (before: Draft) => Partial<Draft>) =>
    draft.change((before) => ({ ...(before ?? begun), ...part(before ?? begun) }))
  const taken = (part: TextPart, to: Text) => formOf(withPart(text as IssueText, part, to as IssueText) as Text)
  const seen = (part: TextPart, before: Draft) =>
    withPart(before.from as IssueText, part, newest.latest as IssueText) as Text
  return {
    form,
    reason,
    text,
    theirs,
    news: suppliedNews(text as IssueText, asSent(from) as IssueText, theirs as IssueText),
    restored: draft.restored,
    clear: draft.clear,
    onForm: (part: Partial<IssueForm>) => change((before) => ({ form: { ...before.form, ...part } })),
    onReason: (words: string) => change(() => ({ reason: words })),
    /** A part of the supplied text in place of what is typed. */
    takeSupplied: (part: TextPart, supplied: Text) => change(() => ({ form: taken(part, supplied) })),
    take: (part: TextPart) => change((before) => ({ form: taken(part, theirs), from: seen(part, before) })),
    keep: (part: TextPart) => change((before) => ({ from: seen(part, before) })),
  }
}
