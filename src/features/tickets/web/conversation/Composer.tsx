import { Button, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import { useId, useRef, useState } from 'react'
import { FileDrop } from '#ui/files/FileDrop.tsx'
import type { UploadedFile } from '#ui/files/upload.ts'
import { useDraft } from '#ui/form/draft.ts'
import { useKeys } from '#ui/keys/keys.tsx'
import { useToast, useUndo } from '#ui/notice/Notices.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { useMoveRefusals, useWhyNot } from '../moves/move-refusals.ts'
import type { GivenMove } from '../queries.ts'
import { ReachHint } from './ReachHint.tsx'

const useStyles = makeStyles({
  box: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  note: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px dashed ${tokens.colorStatusWarningBorder1}`,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  noteButton: {
    backgroundColor: tokens.colorStatusWarningForeground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorStatusWarningForeground1 },
  },
})

type Draft = { readonly text: string; readonly files: readonly UploadedFile[] }
const empty: Draft = { text: '', files: [] }

type Props = {
  readonly shown: DeskTicket
  readonly make: (move: GivenMove) => Promise<void>
  readonly mode: 'reply' | 'note'
  readonly onMode: (mode: 'reply' | 'note') => void
}

/**
 * A reply to the requester, or a note for us: they differ in place, colour, label and button, and keep their own drafts, so that
 * nobody sends the one for the other. Sending can be undone for ten seconds.
 */
export function Composer({ shown, make, mode, onMode }: Props) {
  const t = useWords('tickets')
  const styles = useStyles()
  const whyNot = useWhyNot()
  const say = useProblemText(useMoveRefusals(shown))
  const undo = useUndo()
  const toast = useToast()
  const field = useRef<HTMLTextAreaElement>(null)
  const reachId = useId()
  const reply = useDraft(`ticket.${shown.number}.reply`, empty)
  const note = useDraft(`ticket.${shown.number}.note`, empty)
  const draft = mode === 'reply' ? reply : note
  const { text, files } = draft.value
  const requester = shown.people[shown.ticket.requesterId]?.name ?? ''
  const refusal = whyNot(shown.allowedMoves.find((one) => one.move === mode)?.refusal)
  const [uploading, setUploading] = useState(false)
  const canSend = refusal === null && !uploading && (text.trim() !== '' || files.length > 0)

  const focus = (wanted: 'reply' | 'note') => {
    onMode(wanted)
    requestAnimationFrame(() => field.current?.focus())
  }
  useKeys(t('keys.ticket'), [
    { keys: 'r', label: t('keys.reply'), run: () => focus('reply') },
    { keys: 'n', label: t('keys.note'), run: () => focus('note') },
  ])

  const send = () => {
    if (!canSend) return
    const sent = draft.value
    draft.clear()
    undo({
      text: mode === 'reply' ? t('composer.sending', { name: requester }) : t('composer.noting'),
      undo: () => draft.change(sent),
      commit: () => {
        make({ move: mode, text: sent.text, files: sent.files.map((file) => file.id) }).catch((error: unknown) => {
          draft.change(sent)
          toast({ text: say(error).sentence, tone: 'error' })
        })
      },
    })
  }

  return (
    <section className={mergeClasses(styles.box, mode === 'note' && styles.note)} aria-label={t('composer.label')}>
      <Tabs
        size="small"
        label={t('composer.label')}
        value={mode}
        onChange={onMode}
        tabs={[
          { value: 'reply', text: t('composer.reply', { name: requester }) },
          { value: 'note', text: t('composer.note'), icon: <LockClosedRegular aria-hidden /> },
        ]}
      />
      <Textarea
        textarea={{ ref: field }}
        aria-label={mode === 'reply' ? t('composer.reply', { name: requester }) : t('composer.note')}
        placeholder={mode === 'reply' ? t('composer.replyHint', { name: requester }) : t('composer.noteHint')}
        value={text}
        onChange={(_, { value }) => draft.change((before) => ({ ...before, text: value }))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
        }}
        rows={4}
        resize="vertical"
        disabled={refusal !== null}
        aria-describedby={mode === 'reply' ? reachId : undefined}
      />
      {mode === 'reply' && refusal === null && <ReachHint id={reachId} shown={shown} />}
      {refusal === null && (
        <FileDrop
          files={files}
          onChange={(changed) => draft.change((before) => ({ ...before, files: changed }))}
          onBusy={setUploading}
        />
      )}
      <div className={styles.row}>
        <Button
          appearance="primary"
          className={mode === 'note' && canSend ? styles.noteButton : undefined}
          icon={mode === 'note' ? <LockClosedRegular aria-hidden /> : <SendRegular aria-hidden />}
          disabledFocusable={!canSend}
          onClick={send}
        >
          {mode === 'reply' ? t('composer.sendReply', { name: requester }) : t('composer.saveNote')}
        </Button>
        <span className={styles.why}>{refusal ?? ''}</span>
      </div>
    </section>
  )
}
