import { Badge, Button, mergeClasses } from '@fluentui/react-components'
import { FileRow } from '#ui/files/FileRow.tsx'
import { useAttempt } from '#ui/notice/attempt.ts'
import { useRefusals } from '#ui/page/refusals.ts'
import { PlainText } from '#ui/show/PlainText.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { CaseView, MailView } from '../../contract/answers.ts'
import { useCaseStyles } from '../case-styles.ts'
import { caseApi, useShowCase } from '../queries.ts'
import { WriteMail } from './WriteMail.tsx'

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
      {view.mayTend.refusal === null && <WriteMail view={view} />}
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
      {mail.direction === 'in' && mail.to !== '' && (
        <p className={mergeClasses(styles.plain, styles.small, styles.quiet)}>
          {t('mails.byNumber', { address: mail.to })}
        </p>
      )}
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
