import { Badge, Button, Input, mergeClasses } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import type { HiddenView, PacketView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import type { PacketDraft } from './packet-draft.ts'

type Change = ((change: (before: PacketDraft) => PacketDraft) => void) | null
type Props = { readonly packet: PacketView; readonly draft: PacketDraft; readonly onChange: Change }

/** What was taken out, with what stands in its place; each can be shown on purpose, with a reason. */
export function HiddenList({ packet, draft, onChange }: Props) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  return (
    <section className={styles.stack} aria-label={t('preview.hidden')}>
      <h3 className={styles.part}>{t('preview.hidden')}</h3>
      <p className={mergeClasses(styles.plain, styles.quiet)}>
        {t(packet.hidden.length === 0 ? 'preview.hiddenNone' : 'preview.hiddenText')}
      </p>
      {packet.secrets > 0 && (
        <p className={mergeClasses(styles.plain, styles.missing)}>
          {t('preview.secrets', { count: packet.secrets })}
        </p>
      )}
      <ul className={styles.list}>
        {packet.hidden.map((one) => (
          <HiddenOne key={one.print} one={one} draft={draft} onChange={onChange} />
        ))}
      </ul>
    </section>
  )
}

type OneProps = { readonly one: HiddenView; readonly draft: PacketDraft; readonly onChange: Change }

function HiddenOne({ one, draft, onChange }: OneProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const isShown = one.print in draft.shown
  const setShown = (why: string | null) =>
    onChange?.((before) => {
      const { [one.print]: _, ...others } = before.shown
      return { ...before, shown: why === null ? others : { ...others, [one.print]: why } }
    })
  return (
    <li className={styles.item}>
      <div className={mergeClasses(styles.row, styles.between)}>
        <span className={styles.row}>
          <Badge appearance="outline" color="informative">
            {one.standIn}
          </Badge>
          <span className={styles.words} dir="auto">
            {one.written}
          </span>
          <span className={mergeClasses(styles.small, styles.quiet)}>
            {t(`kinds.${one.kind}`)} · {t('preview.times', { count: one.times })}
          </span>
          {isShown && (
            <Badge appearance="tint" color="warning">
              {t('preview.shown')}
            </Badge>
          )}
        </span>
        {onChange && (
          <Button
            size="small"
            appearance="subtle"
            {...(isShown ? {} : { 'aria-expanded': asking })}
            onClick={() => (isShown ? setShown(null) : setAsking(!asking))}
          >
            {t(isShown ? 'preview.hide' : 'preview.show', { name: one.standIn })}
          </Button>
        )}
      </div>
      {asking && !isShown && (
        <div className={styles.row}>
          <FormField label={t('preview.why')} required>
            <Input value={reason} maxLength={300} onChange={(_, { value }) => setReason(value)} />
          </FormField>
          <Button
            size="small"
            disabledFocusable={reason.trim() === ''}
            onClick={() => {
              if (reason.trim() === '') return
              setShown(reason.trim())
              setAsking(false)
            }}
          >
            {t('preview.showPrimary')}
          </Button>
        </div>
      )}
    </li>
  )
}
