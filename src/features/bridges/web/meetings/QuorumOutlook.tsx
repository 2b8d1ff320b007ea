import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { MeetingDetail, TierOutlookView } from '../../contract/meetings.ts'
import { useBridgeStyles } from '../bridge-styles.ts'

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '18px', verticalAlign: 'text-bottom' },
  holds: { color: tokens.colorPaletteGreenForeground1 },
  likely: { color: tokens.colorNeutralForeground3 },
  fails: { color: tokens.colorPaletteRedForeground1 },
  tiers: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
  },
  outlook: { display: 'grid', rowGap: tokens.spacingVerticalS },
  people: { marginBlockStart: tokens.spacingVerticalS, '& summary': { cursor: 'pointer', minHeight: '24px' } },
})
const icons = { holds: CheckmarkCircleFilled, likely: QuestionCircleFilled, fails: ErrorCircleFilled }

/** A sign that differs in form too; the words beside it say the same. */
export function OutlookSign({ outlook }: { readonly outlook: TierOutlookView['outlook'] }) {
  const styles = useStyles()
  const Icon = icons[outlook]
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[outlook])} />
}

/** Whether the bridge will be able to decide: per tier what people answered, and who is away. */
export function QuorumOutlook({ detail }: { readonly detail: MeetingDetail }) {
  const t = useWords('bridges')
  const styles = useStyles()
  const text = useBridgeStyles()
  return (
    <div className={text.gap}>
      <div className={styles.outlook}>
        <h3 className={`${text.plain} ${text.quiet} ${text.small}`}>{t('quorum.title')}</h3>
        <ul className={mergeClasses(text.list, styles.tiers)}>
          {detail.tiers.map((tier) => (
            <li key={tier.tier} className={text.row}>
              <TierBadge tier={tier.tier} name={tier.name?.[t.language] ?? ''} />
              <span>
                <OutlookSign outlook={tier.outlook} /> {useless(tier) ? t('quorum.notNeeded') : sentence(tier)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <details className={styles.people}>
        <summary>{t('quorum.people')}</summary>
        {detail.people.length === 0 ? (
          <p className={text.plain}>{t('quorum.none')}</p>
        ) : (
          <ul className={text.list}>
            {detail.people.map((person) => (
              <li key={person.id} className={text.row}>
                <span className={text.wrap}>{person.name}</span>
                {person.tiers.map((tier) => (
                  <TierBadge key={tier} tier={tier} size="small" />
                ))}
                <span className={text.quiet}>
                  {t.any(`quorum.answer.${person.absent ? 'absent' : (person.answer ?? 'none')}`)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </div>
  )

  function sentence({ outlook, accepted, needed, open, declined, absent }: TierOutlookView): string {
    return [
      t.any(`quorum.tier.${outlook}`, { accepted, needed, open, can: accepted + open }),
      ...(declined > 0 ? [t('quorum.declined', { count: declined })] : []),
      ...(absent > 0 ? [t('quorum.absent', { count: absent })] : []),
    ].join(' · ')
  }
}

const useless = ({ needed }: TierOutlookView) => needed === 0
