import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { Table } from '#ui/show/Table.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PilotView } from '../../contract/pilot.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

const useStyles = makeStyles({
  bar: {
    display: 'block',
    height: '4px',
    minWidth: '56px',
    maxWidth: '120px',
    marginBlockStart: '4px',
    backgroundColor: tokens.colorNeutralBackground5,
    borderRadius: tokens.borderRadiusCircular,
    overflow: 'hidden',
  },
  part: { display: 'block', height: '100%', backgroundColor: tokens.colorBrandBackground },
})

/** Per tier how many members have a device of their own in Intune, per platform, and how far the test cases are. */
export function TierExperience({ view: { platforms, tiers } }: { readonly view: PilotView }) {
  const t = useWords('rollout')
  const plain = useInvolvementStyles()
  const { text } = usePlanWords()
  return (
    <>
      <Table
        label={t('pilot.perTier')}
        heads={[
          t('pilot.tier'),
          t('pilot.any'),
          ...platforms.map((platform) => t(`platform.${platform}`)),
          t('pilot.cases'),
        ]}
      >
        {tiers.map((tier) => (
          <tr key={tier.tier}>
            <th scope="row">
              <TierBadge tier={tier.tier} name={text(tier.name)} size="small" />
            </th>
            <td>
              <Share {...tier.any} />
            </td>
            {tier.perPlatform.map(({ platform, have, of }) => (
              <td key={platform}>
                <Share have={have} of={of} />
              </td>
            ))}
            <td>
              <Share {...tier.cases} />
            </td>
          </tr>
        ))}
      </Table>
      {tiers
        .filter(({ without }) => without.length > 0)
        .map(({ tier, name, without }) => (
          <p key={tier} className={mergeClasses(plain.plain, plain.small, plain.quiet)}>
            {t('pilot.without', { tier: text(name), names: without.map((one) => one.name).join(', ') })}
          </p>
        ))}
    </>
  )
}

function Share({ have, of }: { readonly have: number; readonly of: number }) {
  const t = useWords('rollout')
  const styles = useStyles()
  return (
    <>
      {t('pilot.share', { have, of })}
      <span className={styles.bar} aria-hidden>
        <span className={styles.part} style={{ width: of === 0 ? 0 : `${(have / of) * 100}%` }} />
      </span>
    </>
  )
}
