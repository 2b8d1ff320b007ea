import { Button, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { type DragEvent, useRef, useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { usePlanWords } from '../words/plan-words.ts'

const useStyles = makeStyles({
  source: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  zone: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalXL,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorBrandBackground2, borderTopStyle: 'solid' },
  hint: { color: tokens.colorNeutralForeground2 },
  hidden: { display: 'none' },
  pasted: { fontFamily: tokens.fontFamilyMonospace },
  action: { alignSelf: 'start' },
})

export type GivenFile = { readonly name: string | null; readonly text: string }

type FileSourceProps = { readonly busy: boolean; readonly onFile: (file: GivenFile) => void }

/** Choose a file, drop it, or paste what is in it. */
export function FileSource({ busy, onFile }: FileSourceProps) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  const take = async (file: File | undefined) => {
    if (file) onFile({ name: file.name, text: await file.text() })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={styles.source}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is an extra way; the button does the same */}
      <div
        role="group"
        aria-label={t('file.import.choose')}
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <input
          ref={picker}
          type="file"
          accept=".yaml,.yml,.json,text/yaml,application/yaml,application/json"
          className={styles.hidden}
          aria-hidden
          tabIndex={-1}
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button
          appearance="primary"
          icon={<DocumentRegular aria-hidden />}
          disabledFocusable={busy}
          onClick={() => picker.current?.click()}
        >
          {t('file.import.choose')}
        </Button>
        <span className={styles.hint}>{t('file.import.drop')}</span>
      </div>
      <FormField label={t('file.import.paste')} required>
        <Textarea
          value={pasted}
          rows={6}
          resize="vertical"
          textarea={{ className: styles.pasted, spellCheck: false }}
          onChange={(_, data) => setPasted(data.value)}
        />
      </FormField>
      <Button
        className={styles.action}
        disabledFocusable={busy || pasted.trim() === ''}
        onClick={() => onFile({ name: null, text: pasted })}
      >
        {t('file.import.look')}
      </Button>
    </div>
  )
}
