import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { published } from '#features/plan/web/queries.ts'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { useAddress } from '#ui/pages/address.ts'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import { type DeskGroup, deskGroups, type DeskView } from '../../domain/desk-views.ts'
import { deskCounts } from '../queries.ts'
import { useCountText, ViewCount } from './ViewCount.tsx'
import { readDesk } from './desk-address.ts'

const useStyles = makeStyles({
  views: {
    width: '196px',
    flexShrink: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingInlineEnd: tokens.spacingHorizontalXS,
    '@media (max-width: 900px)': { display: 'none' },
  },
  narrow: { display: 'none', '@media (max-width: 900px)': { display: 'block' } },
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '28px',
    alignItems: 'center',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** My work, every tier's queue, and the rest, each with how many tickets it holds. */
export function DeskViews({ shown }: { readonly shown: DeskView }) {
  const t = useWords('tickets')
  const styles = useStyles()
  const [, change] = useAddress(readDesk)
  const counts = useQuery(deskCounts).data
  const countText = useCountText()
  const plan = useQuery(published).data?.document
  const tiers = plan?.teams.tiers ?? []
  const levels = tiers.map(({ level }) => level)
  const groups = deskGroups(levels, plan?.process.contactTier ?? 1)
  const nameOf = (level: number) => tiers.find((tier) => tier.level === level)?.name[t.language] ?? ''
  const title = ({ tier, name }: DeskGroup) =>
    tier === null ? t.any(`desk.${name}`) : t('desk.tierGroup', { tier, name: nameOf(tier) })
  const said = (view: DeskView) => {
    const name = t.any(`desk.viewNames.${view.name}`)
    return counts ? `${name} (${countText(counts, view)})` : name
  }
  return (
    <>
      <nav className={styles.views} aria-label={t('desk.views')}>
        {groups.map((group) => (
          <div key={`${group.name} ${group.tier}`}>
            <h2 className={styles.title}>
              {group.tier === null ? (
                title(group)
              ) : (
                <TierBadge tier={group.tier} name={nameOf(group.tier)} size="small" />
              )}
            </h2>
            <ul className={styles.list}>
              {group.views.map((view) => (
                <li key={view.key} aria-current={view.key === shown.key ? 'true' : undefined}>
                  <BareLink
                    to="/desk"
                    search={{ view: view.key }}
                    className={mergeClasses(styles.link, view.key === shown.key && styles.here)}
                  >
                    <span>{t.any(`desk.viewNames.${view.name}`)}</span>
                    <ViewCount view={view} counts={counts} />
                  </BareLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={styles.narrow}>
        <Select aria-label={t('desk.view')} value={shown.key} onChange={(_, { value }) => change({ view: value })}>
          {groups.map((group) => (
            <optgroup key={`${group.name} ${group.tier}`} label={title(group)}>
              {group.views.map((view) => (
                <option key={view.key} value={view.key}>
                  {said(view)}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </div>
    </>
  )
}
