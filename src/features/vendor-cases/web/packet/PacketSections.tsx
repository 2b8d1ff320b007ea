import { Badge, Button, mergeClasses, Textarea } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import type { FieldView, PacketView } from '../../contract/answers.ts'
import { type Section, sections } from '../../domain/packet/sections.ts'
import { useCaseStyles } from '../case-styles.ts'
import type { PacketDraft } from './packet-draft.ts'

type Change = ((change: (before: PacketDraft) => PacketDraft) => void) | null
type Props = { readonly packet: PacketView; readonly draft: PacketDraft; readonly onChange: Change }

/** The twelve questions: what is there, and what is missing with whom to ask. */
export function PacketSections(props: Props) {
  const styles = useCaseStyles()
  return (
    <ol className={styles.list}>
      {sections.map((section, index) => (
        <OneSection key={section} section={section} number={index + 1} {...props} />
      ))}
    </ol>
  )
}

type OneProps = Props & { readonly section: Section; readonly number: number }

function OneSection({ section, number, packet, draft, onChange }: OneProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const gap = packet.missing.find((one) => one.section === section)
  const own = `own.${section}`
  const fields = packet.fields.filter(
    (field) => field.section === section && (onChange === null || field.key !== own),
  )
  const who = gap?.suppliers.map((one) => t(`suppliers.${one}`))
  const typed = draft.typed[own] ?? ''
  const [asked, setAsked] = useState(false)
  const isAsked = onChange !== null && (gap !== undefined || asked || typed !== '')
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <h4 className={styles.heading}>
          {t('preview.section', { number, name: t(`packet.sections.${section}`) })}
        </h4>
        {gap && who && (
          <Badge appearance="tint" color="warning">
            {t('completeness.who', { who: new Intl.ListFormat(t.language, { type: 'disjunction' }).format(who) })}
          </Badge>
        )}
        {onChange && !isAsked && (
          <Button size="small" appearance="subtle" onClick={() => setAsked(true)}>
            {t('preview.own')}
          </Button>
        )}
      </div>
      {fields.map((field) => (
        <OneField key={field.key} field={field} draft={draft} onChange={onChange} />
      ))}
      {fields.length === 0 && !isAsked && (
        <p className={mergeClasses(styles.plain, styles.quiet, styles.field)}>{t('preview.notKnown')}</p>
      )}
      {isAsked && (
        <FormField label={t(`packet.fields.own.${section}`)}>
          <Textarea
            value={typed}
            rows={2}
            resize="vertical"
            lang="en"
            onChange={(_, { value }) => onChange((before) => withTyped(before, own, value))}
          />
        </FormField>
      )}
    </li>
  )
}

type FieldProps = { readonly field: FieldView; readonly draft: PacketDraft; readonly onChange: Change }

function OneField({ field, draft, onChange }: FieldProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const [editing, setEditing] = useState(false)
  const isWhole = field.key === 'ever'
  const label = 'name' in field.label ? field.label.name : t.any(`packet.fields.${field.label.word}`)
  return (
    <div className={mergeClasses(styles.tight, styles.field)}>
      <div className={styles.row}>
        <span className={mergeClasses(styles.small, styles.quiet)}>
          {label} · {t(`sources.${field.source}`)}
        </span>
        {field.isDutch && (
          <Badge appearance="tint" color="warning" size="small">
            {t('completeness.isDutch')}
          </Badge>
        )}
        {field.asIs && (
          <Badge appearance="tint" color="informative" size="small">
            {t('preview.asIs')}
          </Badge>
        )}
        {onChange && !isWhole && (
          <Button
            size="small"
            appearance="subtle"
            icon={<EditRegular />}
            aria-expanded={editing}
            aria-label={t('preview.edit', { field: label })}
            title={t('preview.edit', { field: label })}
            onClick={() => setEditing(!editing)}
          />
        )}
      </div>
      {editing && onChange ? (
        <Textarea
          aria-label={t('preview.edit', { field: label })}
          value={draft.typed[field.key] ?? field.own}
          rows={3}
          resize="vertical"
          lang="en"
          onChange={(_, { value }) => onChange((before) => withTyped(before, field.key, value))}
        />
      ) : (
        !isWhole && (
          <p className={styles.words} dir="auto">
            {field.value}
          </p>
        )
      )}
    </div>
  )
}

function withTyped(before: PacketDraft, key: string, value: string): PacketDraft {
  return { ...before, typed: { ...before.typed, [key]: value } }
}
