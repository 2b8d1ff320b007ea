import { Textarea } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '#ui/api/problem.ts'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { MinutesView } from '../../contract/minutes.ts'
import { bridgeApi } from '../queries.ts'

type Props = { readonly view: MinutesView; readonly onKept: (view: MinutesView) => void }

/** What the scribe says of the meeting; kept once they stop typing. */
export function SummaryForm({ view, onKept }: Props) {
  const t = useWords('bridges')
  const say = useProblemText(useRefusals('bridges'))
  const { meetingId, version, revision, content } = view
  const draft = useDraft(`bridge.${meetingId}.minutes.${version}`, content.summary)
  const [failure, setFailure] = useState<string | null>(null)
  /** What somebody else wrote meanwhile. */
  const [other, setOther] = useState<string | null>(null)
  const settled = useSettled(draft.value, 700)
  const latest = useRef({ revision, summary: content.summary })
  latest.current = { revision, summary: content.summary }
  useEffect(() => {
    const { revision: seen, summary } = latest.current
    if (settled.trim() === summary.trim()) return
    bridgeApi('PUT /api/v1/bridges/meetings/:id/minutes', {
      params: { id: meetingId },
      body: { revision: seen, summary: settled },
    }).then(
      (kept) => {
        setFailure(null)
        setOther(null)
        onKept(kept)
      },
      async (error: unknown) => {
        setFailure(say(error).sentence)
        if (!(error instanceof ApiProblem) || error.code !== 'minutes-changed') return
        // From here on the next typing is kept on top of what the other wrote, which is shown beside it.
        const now = await bridgeApi('GET /api/v1/bridges/meetings/:id/minutes', { params: { id: meetingId } })
        setOther(now.content.summary)
        onKept(now)
      },
    )
    // oxlint-disable-next-line react/exhaustive-deps -- only what was typed asks to be kept
  }, [settled, meetingId])
  const isKept = draft.value.trim() === content.summary.trim()
  return (
    <>
      {failure && <Alert>{failure}</Alert>}
      {other !== null && (
        <div>
          <strong>{t('minutes.thereNow')}</strong>
          <PlainText text={other} />
        </div>
      )}
      <FormField label={t('minutes.summaryLabel')} hint={t(isKept ? 'minutes.kept' : 'minutes.keeping')}>
        <Textarea
          value={draft.value}
          maxLength={20_000}
          rows={6}
          resize="vertical"
          onChange={(_, { value }) => draft.change(value)}
        />
      </FormField>
    </>
  )
}
