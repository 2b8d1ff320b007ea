import { Button, mergeClasses, Textarea } from '@fluentui/react-components'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useSettled } from '#ui/form/settled.ts'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { useWords } from '#ui/words/words.ts'
import type { CaseView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import { caseApi, useShowCase } from '../queries.ts'

/** How the vendor would read a mail, as it is being written. */
const mailPreview = (id: string, text: string) =>
  queryOptions({
    queryKey: ['vendor-mail-preview', id, text],
    queryFn: ({ signal }) =>
      caseApi('POST /api/v1/vendor-cases/:id/mails/preview', { params: { id }, body: { text }, signal }),
    enabled: text.trim() !== '',
  })

/** An answer to the vendor, with how it reads there; it leaves from the address of the case. */
export function WriteMail({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const show = useShowCase()
  const { attempt, working } = useAttempt(useRefusals('vendor-cases'))
  const draft = useDraft(`vendor-case.${view.case.id}.mail`, '')
  const { address } = view.contact
  const { supplier, id } = view.case
  const isWritten = draft.value.trim() !== ''
  const look = useQuery({
    ...mailPreview(id, useSettled(draft.value, 500)),
    placeholderData: keepPreviousData,
  }).data
  const send = () =>
    attempt(async () => {
      await show(
        await caseApi('POST /api/v1/vendor-cases/:id/mails', { params: { id }, body: { text: draft.value } }),
      )
      draft.clear()
    })
  return (
    <div className={styles.stack}>
      <h3 className={styles.part}>{t('write.title', { supplier })}</h3>
      {address === null ? (
        <p className={mergeClasses(styles.plain, styles.quiet)}>{t('write.noContact')}</p>
      ) : (
        <>
          <FormField label={t('write.label')} hint={`${t('write.to', { address })}. ${t('write.hint')}`}>
            <Textarea
              value={draft.value}
              rows={4}
              resize="vertical"
              lang="en"
              onChange={(_, { value }) => draft.change(value)}
            />
          </FormField>
          {isWritten && look && (
            <section className={styles.stack} aria-label={t('preview.text', { name: supplier })}>
              <h4 className={styles.heading}>{t('preview.text', { name: supplier })}</h4>
              {/* Scrolled by keyboard too. */}
              <pre className={styles.code} lang="en" tabIndex={0} role="region" aria-label={t('preview.title')}>
                {look.text}
              </pre>
              <p className={mergeClasses(styles.plain, styles.small, styles.quiet)}>
                {t('write.replaced', { count: look.hidden })}
              </p>
              {look.secrets > 0 && (
                <p className={mergeClasses(styles.plain, styles.missing)}>
                  {t('preview.secrets', { count: look.secrets })}
                </p>
              )}
            </section>
          )}
          <div>
            <Button disabledFocusable={working || !isWritten} onClick={() => isWritten && void send()}>
              {t('write.primary')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
