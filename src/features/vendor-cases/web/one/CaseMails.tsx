import { Badge, Button, mergeClasses, Textarea } from '@fluentui/react-components'
import { FileRow } from '#ui/files/FileRow.tsx'
import { useDraft } from '#ui/form/draft.ts'
import { FormField } from '#ui/form/FormField.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseView, MailView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import { caseApi, useShowCase } from '../queries.ts'

type Props = { readonly view: CaseView; readonly onAnswer: (mail: MailView) => void }

/** What was written, and what is written next. */
export function CaseMails({ view, onAnswer }: Props) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  return (
    <>
      {view.mails.length === 0 && <p className={mergeClasses(styles.plain, styles.quiet)}>{t('mails.none')}</p>}
      <ol className={styles.list}>
        {view.mails.map((mail) => (
          <OneMail key={mail.id} mail={mail} view={view} onAnswer={onAnswer} />
        ))}
      </ol>
      {view.mayTend.refusal === null && <Write view={view} />}
    </>
  )
}

type OneProps = Props & { readonly mail: MailView }

function OneMail({ mail, view, onAnswer }: OneProps) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const show = useShowCase()
  const { attempt, working } = useAttempt(useRefusals('vendor-cases'))
  const { supplier } = view.case
  const mayTend = view.mayTend.refusal === null
  const sender = [mail.from.name, mail.from.address].filter((part) => part !== '').join(' · ')
  const who =
    mail.direction === 'out'
      ? t('mails.out', { name: mail.by?.name ?? '', address: mail.to })
      : t('mails.in', { name: sender })
  const accept = () =>
    attempt(async () => {
      const { id } = view.case
      await show(
        await caseApi('POST /api/v1/vendor-cases/:id/addresses', {
          params: { id },
          body: { address: mail.from.address },
        }),
      )
    })
  return (
    <li className={styles.item}>
      <div className={mergeClasses(styles.row, styles.between)}>
        <span className={styles.row}>
          <strong className={styles.words}>{who}</strong>
          {mail.automatic && (
            <Badge appearance="tint" color="informative">
              {t('mails.automatic')}
            </Badge>
          )}
        </span>
        <span className={mergeClasses(styles.small, styles.quiet)}>
          <Time at={mail.at} form="both" />
        </span>
      </div>
      <span className={mergeClasses(styles.small, styles.quiet, styles.words)} dir="auto">
        {mail.subject}
      </span>
      {!mail.proven && (
        <div className={mergeClasses(styles.notice, styles.stack)}>
          <span>{t('mails.unproven', { supplier })}</span>
          {mayTend && mail.from.address !== '' && (
            <div>
              <Button size="small" disabledFocusable={working} onClick={() => void accept()}>
                {t('mails.accept', { address: mail.from.address, supplier })}
              </Button>
            </div>
          )}
        </div>
      )}
      <PlainText text={mail.text} />
      {mail.files.length > 0 && (
        <ul className={styles.list} aria-label={t('mails.files')}>
          {mail.files.map((file) => (
            <FileRow
              key={file.id}
              name={file.name}
              size={file.size}
              href={`/api/v1/vendor-cases/${view.case.id}/files/${file.id}`}
            />
          ))}
        </ul>
      )}
      {mail.direction === 'in' && mail.proven && mayTend && view.mayAnswer.refusal === null && (
        <div>
          <Button size="small" onClick={() => onAnswer(mail)}>
            {t('mails.use')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** An answer to the vendor; it leaves from the address of the case. */
function Write({ view }: { readonly view: CaseView }) {
  const t = useWords('vendor-cases')
  const styles = useCaseStyles()
  const show = useShowCase()
  const { attempt, working } = useAttempt(useRefusals('vendor-cases'))
  const draft = useDraft(`vendor-case.${view.case.id}.mail`, '')
  const { address } = view.contact
  const { supplier, id } = view.case
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
          <div>
            <Button
              disabledFocusable={working || draft.value.trim() === ''}
              onClick={() => draft.value.trim() !== '' && void send()}
            >
              {t('write.primary')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
