import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add'
import { useState } from 'react'
import { languages, type Language } from '#features/people/domain/person.ts'
import { useAnnounce } from '#ui/notice/announce.tsx'
import { Alert } from '#ui/notice/Alert.tsx'
import { useProblemText } from '#ui/page/problem-text.ts'
import { type DocumentFormat, documentFormats } from '../../domain/versions/documents.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { useMakeDocument } from './document-queries.ts'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM, justifyItems: 'start' },
})

type DocumentFormProps = {
  readonly number: number
  /** It is not in force, and the document says so on every page. */
  readonly draft: boolean
}

export function DocumentForm({ number, draft }: DocumentFormProps) {
  const { t } = usePlanWords()
  const styles = useStyles()
  const plain = usePlanStyles()
  const announce = useAnnounce()
  const say = useProblemText()
  const [language, setLanguage] = useState<Language>(t.language)
  const [format, setFormat] = useState<DocumentFormat>('pdf')
  const make = useMakeDocument(number)
  const ask = () => {
    make.mutate(
      { language, format },
      {
        onSuccess: ({ state }) => announce(t(state === 'made' ? 'documents.already' : 'documents.begun')),
      },
    )
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <Field label={t('documents.format')}>
        <RadioGroup value={format} onChange={(_, data) => setFormat(data.value as DocumentFormat)}>
          {documentFormats.map((one) => (
            <Radio
              key={one}
              value={one}
              label={
                <>
                  {t(`documents.formats.${one}`)}
                  <span className={plain.quiet}> · {t(`documents.uses.${one}`)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('documents.language')}>
        <RadioGroup
          layout="horizontal"
          value={language}
          onChange={(_, data) => setLanguage(data.value as Language)}
        >
          {languages.map((one) => (
            <Radio key={one} value={one} label={t(`languages.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      {draft && <p className={plain.plain}>{t('documents.draftText')}</p>}
      {make.error && <Alert>{say(make.error).sentence}</Alert>}
      <Button
        type="submit"
        appearance="primary"
        icon={<DocumentAddRegular aria-hidden />}
        disabledFocusable={make.isPending}
      >
        {t('documents.ask')}
      </Button>
    </form>
  )
}
