import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  mergeClasses,
} from '@fluentui/react-components'
import { Section } from '#ui/page/Page.tsx'
import { TierBadge } from '#ui/tier/TierBadge.tsx'
import type { Edge, EvidenceItem } from '../../domain/document/process.ts'
import type { SupportPlan } from '../../domain/document/support-plan.ts'
import { usePlanStyles } from '../plan-styles.ts'
import { usePlanWords } from '../words/plan-words.ts'

/** What has to go along with each step up. */
export function EvidenceLists({ plan }: { readonly plan: SupportPlan }) {
  const { t } = usePlanWords()
  return (
    <Section title={t('evidence.title')}>
      <Accordion multiple collapsible defaultOpenItems={['1-2']}>
        {plan.process.edges.map((edge) => (
          <AccordionItem key={`${edge.from}-${edge.to}`} value={`${edge.from}-${edge.to}`}>
            <AccordionHeader as="h3">
              <EdgeTitle edge={edge} />
            </AccordionHeader>
            <AccordionPanel>
              <EvidenceList plan={plan} items={edge.evidence} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </Section>
  )
}

export function EdgeTitle({ edge }: { readonly edge: Edge }) {
  const { t } = usePlanWords()
  const styles = usePlanStyles()
  return (
    <span className={styles.row}>
      <TierBadge tier={edge.from} size="small" />
      <span aria-hidden>→</span>
      <TierBadge tier={edge.to} size="small" />
      {t('evidence.count', { count: edge.evidence.length })}
    </span>
  )
}

function EvidenceList({ plan, items }: { readonly plan: SupportPlan; readonly items: readonly EvidenceItem[] }) {
  const { t, text, category } = usePlanWords()
  const styles = usePlanStyles()
  const quiet = mergeClasses(styles.quiet, styles.small)
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const where = [
          ...item.appliesTo.categories.map((key) => category(plan, key)),
          ...item.appliesTo.platforms.map((platform) => t(`platforms.${platform}`)),
        ]
        return (
          <li key={item.key}>
            <span className={styles.row}>
              <strong>{text(item.name)}</strong>
              <Badge appearance="outline" color={item.required ? 'important' : 'informative'}>
                {item.required ? t('evidence.required') : t('evidence.optional')}
              </Badge>
              <span className={quiet}>{t(`evidenceKinds.${item.kind}`)}</span>
              {item.filledBy && <span className={quiet}>{t(`filledBy.${item.filledBy}`)}</span>}
            </span>
            <div className={styles.quiet}>{text(item.help)}</div>
            {item.options.length > 0 && (
              <div className={quiet}>{item.options.map((option) => text(option.name)).join(' · ')}</div>
            )}
            <div className={quiet}>
              {where.length > 0 ? t('evidence.onlyFor', { where: where.join(', ') }) : t('evidence.everywhere')}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
