import { mergeClasses } from '@fluentui/react-components'
import { sayFinding } from '#features/plan/domain/check/say.ts'
import type { Finding } from '#features/plan/domain/check/finding.ts'
import type { SupportPlan } from '#features/plan/domain/document/support-plan.ts'
import { usePlaceWords } from '#features/plan/web/words/place-words.ts'
import { usePlanWords } from '#features/plan/web/words/plan-words.ts'
import { useWords } from '#ui/words/words.ts'
import type { Consequence, Consequences } from '../../domain/moving/consequences.ts'
import { useInvolvementStyles } from '../involvement-styles.ts'
import { Sign, type Tone } from './WaveChip.tsx'

type ConsequenceListProps = {
  readonly found: Consequences
  readonly before: SupportPlan
  readonly after: SupportPlan
}

const toneOf = { error: 'bad', warning: 'doubt', hint: 'open' } as const
const grave = new Set<Consequence['code']>(['training-too-late', 'begins-in-the-past', 'runs-already', 'was-over'])

/** What moving a wave breaks and mends, in words. */
export function ConsequenceList({ found, before, after }: ConsequenceListProps) {
  const t = useWords('rollout')
  const styles = useInvolvementStyles()
  const { t: plan, text, day } = usePlanWords()
  const where = usePlaceWords()
  const said = (finding: Finding) => sayFinding(finding, { language: plan.language, say: plan.any })
  const sayOther = (one: Consequence): string => {
    switch (one.code) {
      case 'training-too-late':
        return t('move.consequences.training-too-late', {
          name: text(one.name),
          day: day(one.day),
          tier: one.tier ?? 0,
        })
      case 'phase-differs':
        return t('move.consequences.phase-differs', {
          was: one.was ? text(one.was) : t('move.noPhase'),
          becomes: one.becomes ? text(one.becomes) : t('move.noPhase'),
        })
      case 'bridge-meetings':
        return t('move.consequences.bridge-meetings', { was: one.was, becomes: one.becomes })
      case 'mails-move':
      case 'mails-told':
        return t(`move.consequences.${one.code}`, { count: one.count })
      default:
        return t(`move.consequences.${one.code}`)
    }
  }
  const lines: { readonly tone: Tone; readonly text: string; readonly where: string | null }[] = [
    ...found.appears.map((one) => ({
      tone: toneOf[one.severity],
      text: said(one),
      where: where(after, one.place),
    })),
    ...found.others.map((one) => ({
      tone: grave.has(one.code) ? ('doubt' as const) : ('open' as const),
      text: sayOther(one),
      where: null,
    })),
  ]
  return (
    <section aria-label={t('move.breaks')} aria-live="polite" className={styles.tight}>
      <h3 className={styles.heading}>{t('move.breaks')}</h3>
      {lines.length === 0 && <Sign tone="good">{t('move.breaksNothing')}</Sign>}
      <ul className={styles.list}>
        {lines.map((one, index) => (
          <li key={index} className={styles.tight}>
            <Sign tone={one.tone}>{one.text}</Sign>
            {one.where !== null && <span className={mergeClasses(styles.quiet, styles.small)}>{one.where}</span>}
          </li>
        ))}
      </ul>
      {found.goes.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('move.mends')}</h3>
          <ul className={styles.list}>
            {found.goes.map((one, index) => (
              <li key={index} className={styles.tight}>
                <Sign tone="good">{said(one)}</Sign>
                <span className={mergeClasses(styles.quiet, styles.small)}>{where(before, one.place)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
