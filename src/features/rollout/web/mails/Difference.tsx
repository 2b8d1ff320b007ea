import { mergeClasses } from '@fluentui/react-components'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { Hidden } from '#ui/notice/announce.tsx'
import { useWords } from '#ui/words/words.ts'
import type { MailLanguage, MailText } from '../../domain/mails/mail.ts'
import { differences } from '../../domain/mails/paragraphs.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import type { OneMail } from './use-mail-actions.ts'

type DifferenceProps = {
  readonly before: OneMail['before']
  readonly after: MailText
  readonly language: MailLanguage
}

/** What this mail says otherwise than the wave before, or than what Tierwise brings. */
export function Difference({ before, after, language }: DifferenceProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const changed = [
    ...differences(before.subject[language], after.subject[language]),
    ...differences(before.body[language], after.body[language]),
  ].filter(({ kind }) => kind !== 'same')
  const than = before.from ? t('mails.thanWave', { wave: text(before.from.name) }) : t('mails.thanReady')
  if (changed.length === 0) return <p className={styles.plain}>{t('mails.same', { than })}</p>
  return (
    <>
      <p className={styles.plain}>{t('mails.otherwise', { than })}</p>
      <ul className={styles.list} lang={language}>
        {changed.map(({ kind, text: words }, index) => (
          <li
            key={`${index} ${kind}`}
            className={mergeClasses(styles.quote, kind === 'added' ? styles.added : styles.removed)}
          >
            <Hidden>{t(kind === 'added' ? 'mails.added' : 'mails.removed')}</Hidden>
            <span aria-hidden>{kind === 'added' ? '+ ' : '− '}</span>
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}
