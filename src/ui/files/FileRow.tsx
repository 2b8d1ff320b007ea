import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { useProblemText } from '../page/problem-text.ts'
import { useWords } from '../words/words.ts'
import { readableSize } from './file-rules.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  picture: {
    width: '40px',
    height: '40px',
    objectFit: 'cover',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  icon: {
    display: 'flex',
    justifyContent: 'center',
    width: '40px',
    fontSize: '24px',
    color: tokens.colorNeutralForeground3,
  },
  texts: { flexGrow: 1, minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
})

/** A size in bytes as people read it. */
export function useFileSize(): (bytes: number) => string {
  const t = useWords('ui')
  return (bytes) => {
    const { unit, value } = readableSize(bytes)
    return t(`files.size.${unit}`, { size: value.toLocaleString(t.language) })
  }
}

export type FileRowProps = {
  readonly name: string
  readonly size: number
  readonly preview?: string | null
  /** While it is being sent: 0 to 1. */
  readonly share?: number
  readonly error?: unknown
  readonly onRetry?: () => void
  readonly onRemove?: () => void
  /** Where it can be fetched. */
  readonly href?: string
}

/** One attachment: sent, being sent, or failed. */
export function FileRow({ name, size, preview, share, error, onRetry, onRemove, href }: FileRowProps) {
  const t = useWords('ui')
  const styles = useStyles()
  const readable = useFileSize()
  const say = useProblemText()
  const failed = error !== undefined && error !== null
  const sending = share !== undefined && !failed
  return (
    <li className={styles.row}>
      {preview ? (
        <img className={styles.picture} src={preview} alt="" />
      ) : (
        <span className={styles.icon} aria-hidden>
          <DocumentRegular />
        </span>
      )}
      <div className={styles.texts}>
        <div className={styles.name} title={name}>
          {href ? (
            <a href={href} download>
              {name}
            </a>
          ) : (
            name
          )}
        </div>
        {failed ? (
          <div className={styles.problem} role="alert">
            {say(error).sentence}
          </div>
        ) : sending ? (
          <ProgressBar
            value={share}
            aria-label={t('files.uploading', { name, percent: Math.round(share * 100) })}
          />
        ) : (
          <div className={styles.detail}>{readable(size)}</div>
        )}
      </div>
      {failed && onRetry && (
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          aria-label={t('files.retry', { name })}
          onClick={onRetry}
        />
      )}
      {onRemove && (
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t('files.remove', { name })}
          onClick={onRemove}
        />
      )}
    </li>
  )
}
