import { ProgressBar } from '@fluentui/react-components'
import { Table } from '#ui/show/Table.tsx'
import { Time } from '#ui/time/Time.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { useWords } from '#ui/words/words.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { useSendWords } from './mail-words.ts'
import type { OneMail } from './use-mail-actions.ts'

/** How far the mail is, and whom it did not reach with the reason. */
export function NotReached({ one: { mail, notReached } }: { readonly one: OneMail }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const sends = useSendWords()
  const all = Object.values(mail.sends).reduce((sum, count) => sum + count, 0)
  if (all === 0)
    return (
      <p className={styles.plain}>
        {t(mail.overtaken ? 'mails.overtaken' : mail.approved ? 'mails.notYet' : 'mails.notWithoutApproval')}
      </p>
    )
  return (
    <div className={styles.stack}>
      <div className={styles.tight}>
        <ProgressBar
          value={(mail.sends.sent ?? 0) / all}
          aria-label={t('mails.progress', { kind: t(`mails.kinds.${mail.kind}`) })}
        />
        <span>{sends(mail.sends, all)}</span>
      </div>
      {notReached.length > 0 && (
        <>
          <Table
            label={t('mails.notReached')}
            heads={[t('mails.person'), t('mails.address'), t('mails.why'), t('mails.lastTried')]}
          >
            {notReached.map(({ person, address, state, reason, at }) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{address}</td>
                <td>
                  {t(`mails.sendState.${state}`)}
                  {reason !== null && t.has(`mails.reasons.${reason}`) && ` · ${t.any(`mails.reasons.${reason}`)}`}
                </td>
                <td>
                  <Time at={at} quiet />
                </td>
              </tr>
            ))}
          </Table>
          <span>
            <PageLink to="/mail/sent">{t('mails.toSendLog')}</PageLink>
          </span>
        </>
      )}
    </div>
  )
}
