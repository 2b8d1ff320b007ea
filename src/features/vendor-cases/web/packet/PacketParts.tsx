import { mergeClasses } from '@fluentui/react-components'
import { useWords } from '#ui/words/words.ts'
import type { PacketView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import { HiddenList } from './HiddenList.tsx'
import { PacketFiles } from './PacketFiles.tsx'
import { PacketSections } from './PacketSections.tsx'
import type { PacketDraft } from './packet-draft.ts'

type Props = {
  readonly packet: PacketView
  readonly supplier: string
  readonly draft: PacketDraft
  /** Null: it is only looked at. */
  readonly onChange: ((change: (before: PacketDraft) => PacketDraft) => void) | null
}

/** What leaves: section by section, what is hidden, which files, and how it reads. */
export function PacketParts({ packet, supplier, draft, onChange }: Props) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const dutch = packet.fields.filter(({ isDutch }) => isDutch).length
  return (
    <>
      <section className={styles.stack} aria-label={t('completeness.title')}>
        <h3 className={styles.part}>{t('completeness.title')}</h3>
        <p className={mergeClasses(styles.plain, packet.missing.length > 0 && styles.missing)}>
          {packet.missing.length === 0
            ? t('completeness.complete')
            : t('completeness.missing', { count: packet.missing.length })}
        </p>
        {dutch > 0 && (
          <p className={mergeClasses(styles.plain, styles.missing)}>{t('completeness.dutch', { count: dutch })}</p>
        )}
        <PacketSections packet={packet} draft={draft} onChange={onChange} />
      </section>
      <HiddenList packet={packet} draft={draft} onChange={onChange} />
      <PacketFiles packet={packet} draft={draft} onChange={onChange} />
      <section className={styles.stack} aria-label={t('preview.text', { name: supplier })}>
        <h3 className={styles.part}>{t('preview.text', { name: supplier })}</h3>
        {/* Scrolled by keyboard too. */}
        <pre className={styles.code} lang="en" tabIndex={0} role="region" aria-label={t('preview.title')}>
          {packet.text}
        </pre>
      </section>
    </>
  )
}
