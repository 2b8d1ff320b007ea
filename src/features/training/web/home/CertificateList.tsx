import { Badge, mergeClasses } from '@fluentui/react-components'
import { PageLink } from '#ui/pages/PageLink.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import { useWords } from '#ui/words/words.ts'
import type { Certificate } from '../../contract/sessions.ts'
import { useTrainingStyles } from '../training-styles.ts'
import { LastDay } from './LastDay.tsx'

const colours = {
  valid: 'success',
  ending: 'warning',
  ended: 'danger',
  revoked: 'danger',
  'line-broken': 'warning',
} as const

export function CertificateState({ state }: Pick<Certificate, 'state'>) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  return (
    <Badge className={styles.badge} appearance="tint" color={colours[state]}>
      {t(`certificates.state.${state}`)}
    </Badge>
  )
}

/** Certificates, the newest first; each leads to the page on which it is verified. */
export function CertificateList({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const t = useWords('training')
  const styles = useTrainingStyles()
  return (
    <ul className={styles.list}>
      {certificates.map((one) => (
        <li key={one.number} className={styles.row}>
          <TierBadge tier={one.course.tier} />
          <span className={mergeClasses(styles.tight, styles.grow)}>
            <PageLink to={`/training/certificates/${one.number}`}>{one.course.name[t.language]}</PageLink>
            <span className={mergeClasses(styles.quiet, styles.small)}>
              {t('certificates.by', { trainer: one.trainer.name })} · {t('standing.until')}{' '}
              <LastDay until={one.validUntil} />
            </span>
          </span>
          <CertificateState state={one.state} />
        </li>
      ))}
    </ul>
  )
}
