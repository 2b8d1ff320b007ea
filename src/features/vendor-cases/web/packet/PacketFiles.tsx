import { Checkbox, mergeClasses } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import type { PacketView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import type { PacketDraft } from './packet-draft.ts'

type Props = {
  readonly packet: PacketView
  readonly draft: PacketDraft
  readonly onChange: ((change: (before: PacketDraft) => PacketDraft) => void) | null
}

/** Which files of the ticket go along in the zip: none that nobody chose. */
export function PacketFiles({ packet, draft, onChange }: Props) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const size = (bytes: number) =>
    new Intl.NumberFormat(t.language === 'en' ? 'en-GB' : t.language, {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: 0,
    }).format(Math.max(1, bytes / 1024))
  return (
    <section className={styles.stack} aria-label={t('preview.files')}>
      <h3 className={styles.part}>{t('preview.files')}</h3>
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t(packet.files.length === 0 ? 'preview.filesNone' : 'preview.filesText')}
      </p>
      {packet.files.map((file) => (
        <Checkbox
          key={file.id}
          checked={draft.files.includes(file.id)}
          disabled={onChange === null}
          label={`${file.name} (${size(file.size)}, ${t(file.isText ? 'preview.fileRedacted' : 'preview.fileAsIs')})`}
          onChange={(_, { checked }) =>
            onChange?.((before) => ({
              ...before,
              files: checked === true ? [...before.files, file.id] : before.files.filter((id) => id !== file.id),
            }))
          }
        />
      ))}
    </section>
  )
}
