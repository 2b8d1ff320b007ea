import { Button, Input, Textarea } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { MoveDialog } from '#ui/form/MoveDialog.tsx'
import { Tabs } from '#ui/page/Tabs.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useState } from 'react'
import type { CourseView } from '../../contract/courses.ts'
import { itemVersions, trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'

type Item = CourseView['agenda'][number]
type Page = Item['pages'][number]

const emptyPage: Page = {
  title: { nl: '', en: '' },
  minutes: 5,
  body: { nl: '', en: '' },
  notes: { nl: '', en: '' },
  sources: [],
}

type EditItemDialogProps = {
  readonly courseKey: string
  readonly item: Item
  readonly open: boolean
  readonly onClose: () => void
}

/** What an agenda item tells, page by page, in both languages; what was there before is kept, and ours comes back with one click. */
export function EditItemDialog({ courseKey, item, open, onClose }: EditItemDialogProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const refresh = useRefresh()
  const refusalWords = useRefusals('training')
  const [language, setLanguage] = useState<'nl' | 'en'>(t.language)
  const [at, setAt] = useState(0)
  const begun: readonly Page[] = item.pages.length > 0 ? item.pages : [emptyPage]
  const draft = useDraft<readonly Page[]>(`training.item.${courseKey}.${item.key}`, begun)
  const pages = draft.value
  const page = pages[at] ?? pages[0] ?? emptyPage
  const versions = useQuery(itemVersions(courseKey, item.key)).data?.versions ?? []
  const put = (part: Partial<Page>) =>
    draft.change(pages.map((one) => (one === page ? { ...page, ...part } : one)))
  const isComplete = pages.every(({ title }) => title.nl.trim() !== '' && title.en.trim() !== '')

  const save = async (wanted: readonly Page[] | null) => {
    await trainingApi('PUT /api/v1/training/courses/:key/items/:item', {
      params: { key: courseKey, item: item.key },
      body: {
        pages:
          wanted?.map((one) => ({ ...one, minutes: Math.max(1, one.minutes), sources: [...one.sources] })) ?? null,
      },
    })
    draft.clear()
    await refresh()
  }

  return (
    <MoveDialog
      open={open}
      onClose={onClose}
      title={t('course.editOf', { item: item.name[t.language] })}
      intro={t('edit.intro')}
      primary={t('edit.save')}
      onSubmit={() => save(pages)}
      canSubmit={isComplete}
      why={t('edit.missing')}
      refusalWords={refusalWords}
      size="large"
    >
      <div className={styles.row}>
        <Tabs
          label={t('edit.pages')}
          size="small"
          tabs={pages.map((_, index) => ({ value: String(index), text: String(index + 1) }))}
          value={String(Math.min(at, pages.length - 1))}
          onChange={(value) => setAt(Number(value))}
        />
        <Button
          size="small"
          onClick={() => {
            draft.change([...pages, emptyPage])
            setAt(pages.length)
          }}
        >
          {t('edit.addPage')}
        </Button>
        {pages.length > 1 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              draft.change(pages.filter((one) => one !== page))
              setAt(Math.max(0, at - 1))
            }}
          >
            {t('edit.removePage')}
          </Button>
        )}
      </div>
      <Tabs
        label={t('course.language')}
        size="small"
        tabs={(['nl', 'en'] as const).map((value) => ({ value, text: t(`languages.${value}`) }))}
        value={language}
        onChange={setLanguage}
      />
      <FormField label={t('edit.pageTitle')} required>
        <Input
          lang={language}
          value={page.title[language]}
          maxLength={200}
          onChange={(_, { value }) => put({ title: { ...page.title, [language]: value } })}
        />
      </FormField>
      <FormField label={t('edit.body')} hint={t('edit.bodyHint')}>
        <Textarea
          lang={language}
          rows={10}
          value={page.body[language]}
          onChange={(_, { value }) => put({ body: { ...page.body, [language]: value } })}
        />
      </FormField>
      <FormField label={t('course.notes')}>
        <Textarea
          lang={language}
          rows={3}
          value={page.notes[language]}
          onChange={(_, { value }) => put({ notes: { ...page.notes, [language]: value } })}
        />
      </FormField>
      {(item.edited || versions.length > 0) && (
        <details>
          <summary>{t('edit.earlier', { count: versions.length })}</summary>
          <ul className={styles.list}>
            {item.edited && item.hasOurs && (
              <li className={styles.row}>
                <span className={styles.grow}>{t('edit.ours')}</span>
                <Button size="small" onClick={() => void save(null).then(onClose)}>
                  {t('edit.toOurs')}
                </Button>
              </li>
            )}
            {versions.map((version) => (
              <li key={version.at} className={styles.row}>
                <span className={styles.grow}>
                  <Time at={version.at} /> · {version.by.name}
                  {version.pages === null && ` · ${t('edit.ours')}`}
                </span>
                {version.pages !== null && (
                  <Button
                    size="small"
                    onClick={() => {
                      draft.change(version.pages ?? pages)
                      setAt(0)
                    }}
                  >
                    {t('edit.takeBack')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </MoveDialog>
  )
}
