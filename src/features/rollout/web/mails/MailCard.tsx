import { mergeClasses, ProgressBar } from '@fluentui/react-components'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { ButtonLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import type { WaveMails, WaveMailView } from '../../contract/communication.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { MailState } from './MailState.tsx'
import { useOriginWords, useSendWords, useWhen } from './mail-words.ts'

type MailCardProps = { readonly mail: WaveMailView; readonly view: WaveMails }

/** One of the four mails: when it goes, whether it may, and how far it is. */
export function MailCard({ mail, view: { wave, people, mayWrite, timeZone } }: MailCardProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text } = usePlanWords()
  const when = useWhen(timeZone)
  const origin = useOriginWords()
  const sends = useSendWords()
  const reached = mail.sends.sent ?? 0
  const begun = Object.keys(mail.sends).length > 0
  return (
    <>
      <div className={styles.apart}>
        <h3 className={styles.heading}>{t(`mails.kinds.${mail.kind}`)}</h3>
        <MailState mail={mail} />
      </div>
      <span>{when(mail.moment)}</span>
      <span className={mergeClasses(styles.quiet, styles.small)}>{origin(mail, text)}</span>
      {begun && (
        <>
          <ProgressBar
            value={people === 0 ? 1 : Math.min(reached / people, 1)}
            aria-label={t('mails.progress', { kind: t(`mails.kinds.${mail.kind}`) })}
          />
          <span className={styles.small}>{sends(mail.sends, people)}</span>
        </>
      )}
      {mail.overtaken && !begun && (
        <span className={mergeClasses(styles.quiet, styles.small)}>{t('mails.overtaken')}</span>
      )}
      <div>
        <ButtonLink to={`/rollout/waves/${wave.key}/mails/${mail.kind}`} size="small">
          {t(mayWrite ? 'mails.open' : 'mails.read', { kind: t(`mails.kinds.${mail.kind}`) })}
        </ButtonLink>
      </div>
    </>
  )
}
