import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { published } from '#features/plan/web/queries.ts'
import { Loaded } from '#ui/page/Loaded.tsx'
import { Section } from '#ui/page/Page.tsx'
import { BareLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import { deskGroups } from '../../domain/desk-views.ts'
import { ViewCount } from '../desk/ViewCount.tsx'
import { deskCounts } from '../queries.ts'

const useStyles = makeStyles({
  groups: { display: 'grid', rowGap: tokens.spacingVerticalL },
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    display: 'flex',
    justifyContent: 'space-between',
    minHeight: '28px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
})

/** How full each view of the desk is; every figure leads to its rows. */
export function Figures() {
  const t = useWords('tickets')
  const styles = useStyles()
  const counts = useQuery(deskCounts)
  const plan = useQuery(published).data?.document
  if (!plan) return null
  const { tiers } = plan.teams
  const levels = tiers.map(({ level }) => level)
  return (
    <Section title={t('today.figures')} card>
      <Loaded query={counts}>
        {(found) => (
          <div className={styles.groups}>
            {deskGroups(levels, plan.process.contactTier).map((group) => (
              <div key={`${group.name} ${group.tier}`}>
                <h3 className={styles.title}>
                  {group.tier === null ? (
                    t.any(`desk.${group.name}`)
                  ) : (
                    <TierBadge
                      tier={group.tier}
                      name={tiers.find((tier) => tier.level === group.tier)?.name[t.language] ?? ''}
                      size="small"
                    />
                  )}
                </h3>
                <ul className={styles.list}>
                  {group.views.map((view) => (
                    <li key={view.key}>
                      <BareLink to="/desk" search={{ view: view.key }} className={styles.link}>
                        <span>{t.any(`desk.viewNames.${view.name}`)}</span>
                        <ViewCount view={view} counts={found} strong />
                      </BareLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  )
}
