import { Button, Input, Label, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { FileDrop } from '#ui/files/FileDrop.tsx'
import type { UploadedFile } from '#ui/files/upload.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useWords } from '#ui/words/words.ts'
import type { EvidenceItem } from '#features/plan/domain/document/process.ts'
import type { FoundItem } from '../../contract/evidence-found.ts'
import { Origin } from './Origin.tsx'

/** What is being filled in for one evidence item. */
export type EvidenceDraft = { readonly value: string; readonly files: readonly UploadedFile[] }
export type EvidenceDrafts = Readonly<Record<string, EvidenceDraft>>
export const emptyEvidence: EvidenceDraft = { value: '', files: [] }

type Props = {
  readonly items: readonly EvidenceItem[]
  readonly value: EvidenceDrafts
  readonly onChange: (value: EvidenceDrafts) => void
  /** What is on the ticket already, such as what the requester sent: it need not be uploaded again. */
  readonly onTicket?: readonly UploadedFile[]
  /** Where answers come from that nobody typed. */
  readonly origins?: Readonly<Record<string, FoundItem>>
}

const useStyles = makeStyles({
  offered: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlock: tokens.spacingVerticalXS,
  },
  help: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

/** The evidence that is still missing, each item asked in its own way. */
export function EvidenceFields({ items, value, onChange, onTicket = [], origins = {} }: Props) {
  const t = useWords('tickets')
  const styles = useStyles()
  const { language } = t
  return items.map((item) => {
    const draft = value[item.key] ?? emptyEvidence
    const change = (part: Partial<EvidenceDraft>) => onChange({ ...value, [item.key]: { ...draft, ...part } })
    if (item.kind === 'screenshot' || item.kind === 'log') {
      const chosen = draft.files.map(({ id }) => id)
      const offered = onTicket.filter(
        ({ id, type }) => !chosen.includes(id) && (item.kind === 'log' || type.startsWith('image/')),
      )
      return (
        <div key={item.key}>
          <Label required={item.required}>
            {item.required ? item.name[language] : t('moves.notRequired', { name: item.name[language] })}
          </Label>
          <FileDrop
            label={item.name[language]}
            files={draft.files}
            onChange={(files) => change({ files })}
            {...(item.kind === 'screenshot' ? { accept: 'image/*' } : { pastes: false })}
          />
          {offered.length > 0 && (
            <div className={styles.offered}>
              {offered.map((file) => (
                <Button key={file.id} size="small" onClick={() => change({ files: [...draft.files, file] })}>
                  {t('moves.useFile', { name: file.name })}
                </Button>
              ))}
            </div>
          )}
          <p className={styles.help}>{item.help[language]}</p>
        </div>
      )
    }
    const origin = origins[item.key]
    return (
      <div key={item.key}>
        <FormField label={item.name[language]} hint={item.help[language]} required={item.required}>
          {item.kind === 'choice' ? (
            <Select value={draft.value} onChange={(_, { value: chosen }) => change({ value: chosen })}>
              <option value="">{t('open.notChosen')}</option>
              {item.options.map((option) => (
                <option key={option.key} value={option.key}>
                  {option.name[language]}
                </option>
              ))}
            </Select>
          ) : item.kind === 'code' ? (
            <Input value={draft.value} onChange={(_, { value: typed }) => change({ value: typed })} />
          ) : (
            <Textarea
              value={draft.value}
              onChange={(_, { value: typed }) => change({ value: typed })}
              rows={Math.min(8, Math.max(2, draft.value.split('\n').length))}
              resize="vertical"
            />
          )}
        </FormField>
        {origin && <Origin found={origin} />}
      </div>
    )
  })
}

/** What somebody has changed: the rest is the machine's, and follows what it knows. */
export function changedIn(value: EvidenceDrafts, before: EvidenceDrafts): EvidenceDrafts {
  return Object.fromEntries(Object.entries(value).filter(([key, draft]) => draft !== before[key]))
}

/** What is given of these items, or of all. */
export function givenEvidence(drafts: EvidenceDrafts, items?: readonly EvidenceItem[]) {
  return Object.entries(drafts)
    .filter(([key]) => !items || items.some((item) => item.key === key))
    .filter(([, { value, files }]) => value.trim() !== '' || files.length > 0)
    .map(([key, { value, files }]) => ({ key, value, files: files.map((file) => file.id) }))
}

export function isGiven(item: EvidenceItem, drafts: EvidenceDrafts): boolean {
  const draft = drafts[item.key]
  if (!draft) return false
  return item.kind === 'screenshot' || item.kind === 'log' ? draft.files.length > 0 : draft.value.trim() !== ''
}
