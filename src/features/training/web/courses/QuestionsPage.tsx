import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { useQuery } from '@tanstack/react-query'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useDialog } from '#ui/form/shown-dialog.ts'
import { Hidden } from '#ui/notice/announce.tsx'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Page, Section } from '#ui/page/Page.tsx'
import { usePathParams } from '#ui/pages/address.ts'
import { useWords } from '#ui/words/words.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import type { BankView } from '../../contract/courses.ts'
import { bank, trainingApi } from '../queries.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { useRefresh } from '../training-words.ts'
import { QuestionDialog } from './QuestionDialog.tsx'

type Entry = BankView['questions'][number]

/** The questions of a course's test, with their answers, by agenda item. */
export function QuestionsPage() {
  const t = useWords('training')
  const { key = '' } = usePathParams()
  const query = useQuery(bank(key))
  const editing = useDialog<Entry | 'new'>()
  return (
    <Page
      title={t('questions.title')}
      width="work"
      state={query.data && t('questions.state', { course: query.data.course.name[t.language] })}
      back={{ to: `/training/courses/${key}`, label: query.data?.course.name[t.language] ?? t('course.title') }}
      action={
        <Button appearance="primary" icon={<AddRegular aria-hidden />} onClick={() => editing.show('new')}>
          {t('questions.add')}
        </Button>
      }
    >
      <Loaded query={query}>
        {(shown) => (
          <>
            {shown.items.map((item) => (
              <Section key={item.key} title={item.name[t.language]} card>
                <Questions
                  courseKey={key}
                  entries={shown.questions.filter(({ question }) => question.item === item.key)}
                  onEdit={editing.show}
                />
              </Section>
            ))}
            {editing.of && (
              <QuestionDialog
                key={editing.turn}
                courseKey={key}
                items={shown.items}
                entry={editing.of === 'new' ? null : editing.of}
                open={editing.open}
                onClose={editing.hide}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

type QuestionsProps = {
  readonly courseKey: string
  readonly entries: readonly Entry[]
  readonly onEdit: (entry: Entry) => void
}

function Questions({ courseKey, entries, onEdit }: QuestionsProps) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  const refresh = useRefresh()
  const { attempt } = useAttempt(useRefusals('training'))
  const put = (entry: Entry, state: 'left-out' | 'ours') => {
    const params = { key: courseKey, question: entry.question.key }
    return attempt(
      () => trainingApi('PUT /api/v1/training/courses/:key/questions/:question', { params, body: { state } }),
      refresh,
    )
  }
  if (entries.length === 0) return <p className={styles.plain}>{t('questions.none')}</p>
  return (
    <ul className={styles.list}>
      {entries.map((entry) => {
        const { question, state, edited } = entry
        const name = question.text[t.language]
        return (
          <li key={question.key} className={styles.tight}>
            <div className={styles.row}>
              <strong className={styles.grow}>{name}</strong>
              {state !== 'ours' && <Badge appearance="outline">{t(`questions.state_.${state}`)}</Badge>}
              <Button size="small" aria-label={t('questions.changeOf', { name })} onClick={() => onEdit(entry)}>
                {t('questions.change')}
              </Button>
              {state === 'left-out' || state === 'changed' ? (
                <Button size="small" appearance="subtle" onClick={() => void put(entry, 'ours')}>
                  {t(state === 'left-out' ? 'questions.askAgain' : 'questions.toOurs')}
                </Button>
              ) : (
                <Button size="small" appearance="subtle" onClick={() => void put(entry, 'left-out')}>
                  {t(state === 'own' ? 'questions.remove' : 'questions.leaveOut')}
                </Button>
              )}
            </div>
            <ul className={mergeClasses(styles.plain)}>
              {question.options.map((option) => (
                <li key={option.key}>
                  {option.text[t.language]}{' '}
                  {option.right && (
                    <>
                      <CheckmarkRegular aria-hidden />
                      <Hidden>{t('questions.right')}</Hidden>
                    </>
                  )}
                </li>
              ))}
            </ul>
            {edited && (
              <span className={mergeClasses(styles.quiet, styles.small)}>
                {t('course.editedBy', { name: edited.by.name })}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
