import { Button, Checkbox, Input, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { BankView } from '../../contract/courses.ts'
import { isAnswerable, mostOptions } from '../../domain/test/question.ts'
import { trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'

type Question = BankView['questions'][number]['question']

type QuestionDialogProps = {
  readonly courseKey: string
  readonly items: BankView['items']
  readonly entry: BankView['questions'][number] | null
  readonly open: boolean
  readonly onClose: () => void
}

const nothing = () => ({ nl: '', en: '' })
const filled = ({ nl, en }: { readonly nl: string; readonly en: string }) => nl.trim() !== '' && en.trim() !== ''

/** A question in both languages: what is asked, the options, which are right, and why. */
export function QuestionDialog({ courseKey, items, entry, open, onClose }: QuestionDialogProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const [language, setLanguage] = useState<'nl' | 'en'>(t.language)
  const [question, setQuestion] = useState<Question>(
    () =>
      entry?.question ?? {
        key: `own-${crypto.randomUUID().slice(0, 8)}`,
        item: items[0]?.key ?? '',
        text: nothing(),
        options: ['a', 'b', 'c'].map((key, index) => ({ key, text: nothing(), right: index === 0 })),
        explanation: nothing(),
        source: null,
      },
  )
  const put = (part: Partial<Question>) => setQuestion((before) => ({ ...before, ...part }))
  const putOption = (key: string, part: Partial<Question['options'][number]>) =>
    put({ options: question.options.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const isComplete =
    filled(question.text) &&
    filled(question.explanation) &&
    question.options.every(({ text }) => filled(text)) &&
    isAnswerable(question)

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t(entry ? 'question.change' : 'questions.add')}
      primary={t('question.save')}
      canSubmit={isComplete}
      why={t('question.missing')}
      refusalWords={refusalWords}
      size="large"
      onSubmit={async () => {
        const { key, ...body } = question
        await trainingApi('PUT /api/v1/training/courses/:key/questions/:question', {
          params: { key: courseKey, question: key },
          body: { state: 'changed', question: body },
        })
        await refresh()
      }}
    >
      <FormField label={t('question.item')} required>
        <Select value={question.item} onChange={(_, { value }) => put({ item: value })}>
          {items.map((item) => (
            <option key={item.key} value={item.key}>
              {item.name[t.language]}
            </option>
          ))}
        </Select>
      </FormField>
      <Tabs
        label={t('course.language')}
        size="small"
        tabs={(['nl', 'en'] as const).map((value) => ({ value, text: t(`languages.${value}`) }))}
        value={language}
        onChange={setLanguage}
      />
      <FormField label={t('question.text')} required>
        <Textarea
          lang={language}
          rows={2}
          maxLength={2000}
          value={question.text[language]}
          onChange={(_, { value }) => put({ text: { ...question.text, [language]: value } })}
        />
      </FormField>
      <fieldset className={styles.fieldset}>
        <legend>{t('question.options')}</legend>
        {question.options.map((option, index) => (
          <div key={option.key} className={styles.row}>
            <Checkbox
              checked={option.right}
              aria-label={t('question.isRight', { number: index + 1 })}
              onChange={(_, { checked }) => putOption(option.key, { right: checked === true })}
            />
            <Input
              className={styles.grow}
              lang={language}
              aria-label={t('question.option', { number: index + 1 })}
              value={option.text[language]}
              onChange={(_, { value }) => putOption(option.key, { text: { ...option.text, [language]: value } })}
            />
            {question.options.length > 2 && (
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('question.removeOption', { number: index + 1 })}
                onClick={() => put({ options: question.options.filter(({ key }) => key !== option.key) })}
              >
                {t('questions.remove')}
              </Button>
            )}
          </div>
        ))}
      </fieldset>
      {question.options.length < mostOptions && (
        <div>
          <Button
            size="small"
            onClick={() =>
              put({
                options: [
                  ...question.options,
                  { key: crypto.randomUUID().slice(0, 8), text: nothing(), right: false },
                ],
              })
            }
          >
            {t('question.addOption')}
          </Button>
        </div>
      )}
      <FormField label={t('question.explanation')} required>
        <Textarea
          lang={language}
          rows={3}
          maxLength={2000}
          value={question.explanation[language]}
          onChange={(_, { value }) => put({ explanation: { ...question.explanation, [language]: value } })}
        />
      </FormField>
    </MoveDialog>
  )
}
