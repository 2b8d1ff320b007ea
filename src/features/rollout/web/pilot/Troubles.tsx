import { Badge, mergeClasses } from '@fluentui/react-components'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { EmptyState } from '#ui/page/states.tsx'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { PlainText } from '#ui/show/PlainText.tsx'
import { useWords } from '#ui/words/words.ts'
import type { PilotView } from '../../contract/pilot.ts'
import { testCases } from '../../domain/pilot/checklist.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'

/** What went wrong with support's own devices: the first known issues of the rollout. */
export function Troubles({ view: { troubles, failed } }: { readonly view: PilotView }) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { text, shortDay } = usePlanWords()
  if (troubles.length === 0 && failed.length === 0)
    return <EmptyState title={t('pilot.noTroubles')} text={t('pilot.noTroublesText')} />
  const nameOf = (key: string) => {
    const found = testCases.find((one) => one.key === key)
    return found ? text(found.name) : key
  }
  return (
    <ul className={styles.list}>
      {troubles.map((one) => (
        <li key={`${one.person.id} ${one.platform}`} className={styles.card}>
          <div className={styles.apart}>
            <span className={mergeClasses(styles.quiet, styles.small)}>
              {[one.person.name, t(`platform.${one.platform}`), shortDay(one.triedOn)].join(' · ')}
            </span>
            <span className={styles.row}>
              {one.candidate && (
                <Badge appearance="tint" color="brand">
                  {t('pilot.isCandidate')}
                </Badge>
              )}
              {one.ticketNumber !== null && (
                <PageLink to={`/tickets/${one.ticketNumber}`}>{`T-${one.ticketNumber}`}</PageLink>
              )}
            </span>
          </div>
          <PlainText text={one.trouble} />
        </li>
      ))}
      {failed.map((one) => (
        <li key={`${one.person.id} ${one.platform} ${one.key}`} className={styles.card}>
          <div className={styles.apart}>
            <span className={mergeClasses(styles.quiet, styles.small)}>
              {[one.person.name, t(`platform.${one.platform}`)].join(' · ')}
            </span>
            <Badge appearance="tint" color="warning">
              {t('pilot.caseFailed', { name: nameOf(one.key) })}
            </Badge>
          </div>
          {one.words !== '' && <PlainText text={one.words} />}
        </li>
      ))}
    </ul>
  )
}
