import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'
import { PlacePart } from './drawing-places.tsx'

const useStyles = makeStyles({
  chart: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  box: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    borderInlineStartWidth: '4px',
    borderInlineStartStyle: 'solid',
  },
  one: { backgroundColor: 'var(--tier-1-tint)', borderInlineStartColor: 'var(--tier-1-ink)' },
  two: { backgroundColor: 'var(--tier-2-tint)', borderInlineStartColor: 'var(--tier-2-ink)' },
  three: { backgroundColor: 'var(--tier-3-tint)', borderInlineStartColor: 'var(--tier-3-ink)' },
  four: { backgroundColor: 'var(--tier-4-tint)', borderInlineStartColor: 'var(--tier-4-ink)' },
  user: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
  },
  between: {
    height: '20px',
    marginInlineStart: '26px',
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStrokeAccessible,
  },
  vendorLine: { borderInlineStartStyle: 'dashed' },
  nobody: { width: '32px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

/** Who stands above whom: the requester at the foot, the vendor on top. */
export function TierChart({ plan }: { readonly plan: SupportPlan }) {
  const { t, text, team, hours } = usePlanWords()
  const plain = usePlanStyles()
  const styles = useStyles()
  const colours = [styles.one, styles.two, styles.three, styles.four]
  const colour = (level: number) => colours[Math.min(Math.max(level, 1), 4) - 1]
  const { tiers, vendor } = plan.teams
  const quiet = mergeClasses(plain.plain, plain.quiet, plain.small)
  return (
    <figure className={plain.plain} aria-label={t('drawings.tierChart')}>
      <ol className={styles.chart} reversed>
        {vendor && (
          <li>
            <PlacePart place={['teams', 'vendor']} className={mergeClasses(styles.box, colour(vendor.level))}>
              <TierBadge tier={vendor.level} size="large" />
              <div>
                <p className={mergeClasses(plain.plain, styles.name)}>{text(vendor.name)}</p>
                <p className={quiet}>{t('teams.vendorOutside', { supplier: vendor.supplier })}</p>
              </div>
            </PlacePart>
            <div className={mergeClasses(styles.between, styles.vendorLine)} aria-hidden />
          </li>
        )}
        {tiers.toReversed().map((tier, index) => (
          <li key={`${tier.level} ${index}`}>
            <PlacePart
              place={['teams', 'tiers', tiers.length - 1 - index]}
              className={mergeClasses(styles.box, colour(tier.level))}
            >
              <TierBadge tier={tier.level} size="large" />
              <div>
                <p className={mergeClasses(plain.plain, styles.name)}>{text(tier.name)}</p>
                <p className={quiet}>
                  {team(tier.team)} · {t('teams.agents', { count: tier.capacity.agents })}
                </p>
                <p className={quiet}>
                  {hours(plan, tier.supportHours)}
                  {tier.onCall && ` + ${hours(plan, tier.onCall.hours)}`}
                </p>
              </div>
            </PlacePart>
            <div className={styles.between} aria-hidden />
          </li>
        ))}
        <li>
          <PlacePart place={['process', 'contactTier']} className={mergeClasses(styles.box, styles.user)}>
            <span className={styles.nobody} aria-hidden />
            <div>
              <p className={mergeClasses(plain.plain, styles.name)}>{t('teams.requester')}</p>
              <p className={quiet}>{t('teams.requesterContact', { tier: plan.process.contactTier })}</p>
            </div>
          </PlacePart>
        </li>
      </ol>
    </figure>
  )
}
