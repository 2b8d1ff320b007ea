import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { hasAnyRole, useSignedIn } from '#ui/person/signed-in.tsx'
import { Time } from '#ui/time/Time.tsx'
import { useWords } from '#ui/words/words.ts'
import type { ProposalView } from '../../contract/meetings.ts'
import { useBurstWords } from '../agenda/why-words.ts'
import { useBridgeStyles } from '../bridge-styles.ts'
import { useProposalAnswer } from './proposal-answer.ts'

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
})

/** An ad hoc bridge that the desk thinks is needed: a lead calls it or lets it be. */
export function ProposalCard({ proposal }: { readonly proposal: ProposalView }) {
  const t = useWords('bridges')
  const styles = useStyles()
  const text = useBridgeStyles()
  const burst = useBurstWords()
  const mayAnswer = hasAnyRole(useSignedIn(), ['lead', 'plan-owner', 'administrator'])
  const answer = useProposalAnswer(proposal.id)
  return (
    <li className={styles.card}>
      <h2 className={styles.title}>
        <WarningRegular aria-hidden /> {t('proposals.title')}
      </h2>
      <p className={`${text.plain} ${text.wrap}`}>
        {proposal.reason === 'burst'
          ? burst(proposal.why)
          : t('proposals.bounce-cap', {
              number: Number(proposal.why['number'] ?? 0),
              bounces: Number(proposal.why['bounces'] ?? 0),
            })}
      </p>
      <ul className={text.list}>
        {proposal.tickets.slice(0, 5).map((ticket) => (
          <li key={ticket.id}>
            <PageLink to={`/tickets/${ticket.number}`} className={text.wrap}>
              {`T-${ticket.number} ${ticket.subject}`}
            </PageLink>
          </li>
        ))}
      </ul>
      <p className={`${text.plain} ${text.quiet} ${text.small}`}>
        <Time at={proposal.proposedAt} form="both" />
      </p>
      {mayAnswer && (
        <div className={text.buttons}>
          <Button onClick={() => void answer(true)}>{t('proposals.call')}</Button>
          <Button appearance="subtle" onClick={() => void answer(false)}>
            {t('proposals.letBe')}
          </Button>
        </div>
      )}
    </li>
  )
}
