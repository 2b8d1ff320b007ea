import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons/svg/document'
import { useState } from 'react'
import { DropZone } from '#ui/files/DropZone.tsx'
import { usePlanWords } from '../words/plan-words.ts'

const useStyles = makeStyles({
  source: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  pasted: { fontFamily: tokens.fontFamilyMonospace },
  action: { alignSelf: 'start' },
})

export type GivenFile = { readonly name: string | null; readonly text: string }

type FileSourceProps = { readonly busy: boolean; readonly onFile: (file: GivenFile) => void }

/** Choose a file, drop it, or paste what is in it. */
export function FileSource({ busy, onFile }: FileSourceProps) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const [pasted, setPasted] = useState('')
  const take = async (file: File | undefined) => {
    if (file) onFile({ name: file.name, text: await file.text() })
  }
  return (
    <div className={styles.source}>
      <DropZone
        label={t('file.import.choose')}
        hint={t('file.import.drop')}
        icon={<DocumentRegular aria-hidden />}
        accept=".yaml,.yml,.json,text/yaml,application/yaml,application/json"
        main
        off={busy}
        onFiles={([file]) => void take(file)}
      />
      <Field label={t('file.import.paste')}>
        <Textarea
          value={pasted}
          rows={6}
          resize="vertical"
          textarea={{ className: styles.pasted, spellCheck: false }}
          onChange={(_, data) => setPasted(data.value)}
        />
      </Field>
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
