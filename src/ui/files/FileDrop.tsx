import { makeStyles, tokens } from '@fluentui/react-components'
import { AttachRegular } from '@fluentui/react-icons/svg/attach'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { announce } from '../notice/announce.tsx'
import { clockTime } from '../time/format.ts'
import { useReader } from '../time/Time.tsx'
import { useWords } from '../words/words.ts'
import { DropZone } from './DropZone.tsx'
import { FileRow, useFileSize } from './FileRow.tsx'
import { acceptable, isPicture, type TurnedDown } from './file-rules.ts'
import type { UploadedFile } from './upload.ts'
import { useUploads } from './uploads.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
})

/** After a reload the browser no longer has the picture, but the server has. */
function pictureOf({ id, type }: UploadedFile): string | null {
  return isPicture(type) ? `/api/v1/files/${id}?show=true` : null
}

export type FileDropProps = {
  readonly files: readonly UploadedFile[]
  readonly onChange: (files: readonly UploadedFile[]) => void
  readonly label?: string
  /** As in `<input accept>`: `image/*`. */
  readonly accept?: string
  readonly most?: number
  /** Largest file in bytes. */
  readonly limit?: number
  /** Pastes anywhere on the page come here while no other field takes the files; true by default. */
  readonly pastes?: boolean
  /** Told while files are on their way, so that the form can wait. */
  readonly onBusy?: (busy: boolean) => void
}

/** Attachments: choose, drop, or paste a screenshot. Each is sent at once, with its progress. */
export function FileDrop(props: FileDropProps) {
  const { files, onChange, accept, most = 20, limit = 25_000_000, pastes = true, onBusy } = props
  const t = useWords('ui')
  const styles = useStyles()
  const reader = useReader()
  const size = useFileSize()
  const latest = useRef(files)
  useLayoutEffect(() => {
    latest.current = files
  })
  const [turnedDown, setTurnedDown] = useState<readonly TurnedDown[]>([])

  const uploads = useUploads((file) => {
    latest.current = [...latest.current, file]
    onChange(latest.current)
    announce(t('files.done', { name: file.name }))
  })
  const busy = uploads.sending.some((one) => one.error === null)
  useEffect(() => onBusy?.(busy), [busy, onBusy])

  const add = (chosen: readonly File[], pasted: boolean) => {
    const named = chosen.map((file, index) => ({
      file,
      size: file.size,
      name: pasted && file.name.startsWith('image.') ? pastedName(file, index) : file.name,
    }))
    const { accepted, turnedDown: no } = acceptable(named, files.length + uploads.sending.length, { limit, most })
    setTurnedDown(no)
    uploads.send(accepted)
  }
  const pastedName = (file: File, index: number) => {
    const time = clockTime(new Date().toISOString(), reader).replace(':', '.')
    return t('files.pasted', {
      time: index > 0 ? `${time} (${index + 1})` : time,
      type: file.type.split('/')[1] ?? 'png',
    })
  }

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const pasted = [...(event.clipboardData?.files ?? [])]
    if (pasted.length === 0 || event.defaultPrevented) return
    event.preventDefault()
    add(pasted, true)
  })
  useEffect(() => {
    if (!pastes) return undefined
    const listen = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [pastes])

  const remove = (file: UploadedFile) => {
    onChange(files.filter((one) => one.id !== file.id))
    announce(t('files.removed', { name: file.name }))
  }

  return (
    <DropZone
      label={props.label ?? t('files.add')}
      hint={t('files.hint')}
      icon={<AttachRegular />}
      accept={accept}
      multiple
      onFiles={(chosen) => add(chosen, false)}
    >
      {turnedDown.map((one) => (
        <div key={one.name} role="alert" className={styles.problem}>
          {one.why === 'too-large'
            ? t('files.tooLarge', { name: one.name, limit: size(limit) })
            : t('files.tooMany', { count: most })}
        </div>
      ))}
      {files.length + uploads.sending.length > 0 && (
        <ul className={styles.list}>
          {files.map((file) => (
            <FileRow
              key={file.id}
              name={file.name}
              size={file.size}
              preview={uploads.preview(file.id) ?? pictureOf(file)}
              onRemove={() => remove(file)}
            />
          ))}
          {uploads.sending.map((one) => (
            <FileRow
              key={one.key}
              name={one.name}
              size={one.size}
              preview={uploads.preview(one.key)}
              share={one.share}
              error={one.error}
              onRetry={() => uploads.retry(one.key)}
              onRemove={() => uploads.stop(one.key)}
            />
          ))}
        </ul>
      )}
    </DropZone>
  )
}
