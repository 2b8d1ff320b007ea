import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { RequesterTicket } from '#features/tickets/contract/ticket-view.ts'
import { FileDrop } from '#ui/files/FileDrop.tsx'
import type { UploadedFile } from '#ui/files/upload.ts'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import type { OwnMove } from '../queries.ts'
import { useMaking } from './making.tsx'

const useStyles = makeStyles({ section: { display: 'grid', rowGap: tokens.spacingVerticalM } })

type Props = {
  readonly shown: RequesterTicket
  readonly make: (move: OwnMove) => Promise<void>
  readonly mayAttach: boolean
}

/** Something to add, or the answer to a question. */
export function Answer({ shown, make, mayAttach }: Props) {
  const t = useWords('portal')
  const styles = useStyles()
  const draft = useDraft<{ text: string; files: readonly UploadedFile[] }>(`portal.${shown.number}`, {
    text: '',
    files: [],
  })
  const { text, files } = draft.value
  const [uploading, setUploading] = useState(false)
  const { working, problem, run } = useMaking(make)
  const send = async () => {
    const sent = await run({ move: 'answer', text, files: files.map((file) => file.id) })
    if (sent) draft.clear()
  }
  return (
    <section className={styles.section}>
      <FormField
        label={shown.state === 'waiting-for-you' ? t('answer.asked') : t('answer.label')}
        required
        size="large"
      >
        <Textarea
          value={text}
          onChange={(_, { value }) => draft.change((before) => ({ ...before, text: value }))}
          rows={4}
          resize="vertical"
        />
      </FormField>
      {mayAttach && (
        <FileDrop
          files={files}
          onChange={(changed) => draft.change((before) => ({ ...before, files: changed }))}
          onBusy={setUploading}
        />
      )}
      <div>
        <Button
          appearance="primary"
          size="large"
          disabled={working || uploading || text.trim() === ''}
          onClick={() => void send()}
        >
          {t('answer.send')}
        </Button>
      </div>
      {problem}
    </section>
  )
}
