import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/words.ts'
import type { DeskTicket } from '../../contract/ticket-view.ts'
import { reachOf } from '../queries.ts'

const useStyles = makeStyles({
  hint: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    minHeight: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  warning: { color: tokens.colorStatusWarningForeground3 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
})

/** Before anything is sent: whether it goes by mail, to which address and in which language, or only to the portal. */
export function ReachHint({ shown, id }: { readonly shown: DeskTicket; readonly id?: string }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const reach = useQuery(reachOf(shown.ticket.id)).data
  const name = shown.people[shown.ticket.requesterId]?.name ?? ''
  const sends = reach?.byMail === 'sends' || reach?.byMail === 'own-words'
  const Icon = sends ? MailRegular : WarningRegular
  return (
    <p id={id} className={mergeClasses(styles.hint, reach && !sends && styles.warning)}>
      {reach && (
        <>
          <Icon className={styles.icon} aria-hidden />
          <span>
            {t.any(`composer.reach.${reach.byMail}`, {
              name,
              email: reach.email,
              language: t.any(`composer.languages.${reach.language}`),
            })}
          </span>
        </>
      )}
    </p>
  )
}
